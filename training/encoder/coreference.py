"""Coreference on top of the encoder: heads of mentions, their spans, and to which earlier mention each refers.

In: the states of a document's words, from all its windows. Out: mentions (words, half-open) and their clusters. A word
is the head of a mention or none; from its head a mention's first and last word are pointed at; a mention goes with the
earlier mention that scores best, or with none where no score is above 0. The way of word-level coreference
(Dobrovolskii 2021), with signs of the words themselves beside the states.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder.coref_answers import Referring

BEFORE, BEHIND = 24, 48
"""How many words a mention may begin before its head, and end behind it."""

NEVER = -1e4
POINT = 64
LINK = 128
SIGN = 24
KINDS = ("name", "definite", "indefinite", "other", "i", "we", "you", "he", "she", "it", "they", "this", "self", "who")
PRONOUNS = {
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), "i"), **dict.fromkeys(("we", "us", "our", "ours"), "we"),
    **dict.fromkeys(("you", "your", "yours", "yourself"), "you"), **dict.fromkeys(("he", "him", "his"), "he"),
    **dict.fromkeys(("she", "her", "hers"), "she"), **dict.fromkeys(("it", "its"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs"), "they"),
    **dict.fromkeys(("this", "that", "these", "those"), "this"),
    **dict.fromkeys(("himself", "herself", "itself", "themselves", "ourselves"), "self"),
    **dict.fromkeys(("who", "whom", "which", "whose", "where", "when"), "who"),
}  # fmt: skip
SMALL = frozenset(["the", "a", "an", "of", "in", "on", "at", "to", "for", "and", "or", "by", "with", "from", "s"])
DISTANCES = 12
MATCHES = 8


@dataclass(frozen=True)
class Signs:
    """What two mentions have in common, by their words: mentions x mentions (later, earlier)."""

    distance: Tensor
    match: Tensor
    kind: Tensor


class Linker(nn.Module):
    """The heads of coreference."""

    def __init__(self, width: int, dropout: float = 0.2) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(width, 2)
        self.from_head, self.to_first, self.to_last = (nn.Linear(width, POINT * n) for n in (2, 1, 1))
        self.before, self.behind = nn.Embedding(BEFORE + 1, 1), nn.Embedding(BEHIND + 1, 1)
        self.later, self.earlier = nn.Linear(width * 2, LINK), nn.Linear(width * 2, LINK)
        self.kinds = nn.Embedding(len(KINDS) ** 2, SIGN)
        self.distances, self.matches = nn.Embedding(DISTANCES, SIGN), nn.Embedding(2**MATCHES, SIGN)
        self.inner, self.score = nn.Linear(LINK + 3 * SIGN, LINK), nn.Linear(LINK, 1)

    def bounds(self, states: Tensor, heads: Tensor) -> tuple[Tensor, Tensor]:
        """For each head the scores of each distance to the mention's first word (0: the head), and to its last."""
        pointing = self.from_head(states[heads])
        found = []
        for sign, most, part, target, bias in (
            (-1, BEFORE, pointing[:, :POINT], self.to_first(states), self.before),
            (1, BEHIND, pointing[:, POINT:], self.to_last(states), self.behind),
        ):
            places = heads[:, None] + sign * torch.arange(most + 1)
            is_inside = (places >= 0) & (places < len(states))
            scores = torch.einsum("mp,mdp->md", part, target[places.clamp(0, len(states) - 1)]) / math.sqrt(POINT)
            found.append((scores + bias.weight[:, 0]).float().masked_fill(~is_inside, NEVER))
        return found[0], found[1]

    def links(self, states: Tensor, mentions: Sequence[Referring], signs: Signs) -> Tensor:
        """The score of each earlier mention for each mention; NEVER on and above the diagonal."""
        heads = torch.tensor([m.head for m in mentions])
        ends = torch.tensor([m.last - 1 for m in mentions])
        starts = torch.tensor([m.first for m in mentions])
        each = torch.cat([states[heads], (states[starts] + states[ends]) / 2], -1)
        product = self.later(self.dropout(each))[:, None] * self.earlier(self.dropout(each))[None]
        beside = [self.kinds(signs.kind), self.distances(signs.distance), self.matches(signs.match)]
        inner = functional.gelu(self.inner(torch.cat([product, *beside], -1)))
        scores = self.score(self.dropout(inner))[..., 0].float()
        upper = torch.ones(len(mentions), len(mentions)).triu().bool()
        return scores.masked_fill(upper, NEVER)


def loss_of(linker: Linker, states: Tensor, mentions: Sequence[Referring], signs: Signs) -> Tensor:
    """The losses of heads, bounds and links on one document."""
    states = linker.dropout(states)
    gold = torch.zeros(len(states), dtype=torch.long)
    heads = torch.tensor([m.head for m in mentions])
    gold[heads] = 1
    loss = functional.cross_entropy(linker.head(states).float(), gold)
    first, last = linker.bounds(states, heads)
    wanted = torch.tensor([[m.head - m.first, m.last - 1 - m.head] for m in mentions])
    for scores, most, want in ((first, BEFORE, wanted[:, 0]), (last, BEHIND, wanted[:, 1])):
        loss = loss + functional.cross_entropy(scores, want.masked_fill(want > most, -100), ignore_index=-100)
    links = torch.cat([torch.zeros(len(mentions), 1), linker.links(states, mentions, signs)], 1)
    clusters = torch.tensor([m.cluster for m in mentions])
    is_right = (clusters[:, None] == clusters[None]).tril(-1)
    is_new = ~is_right.any(1, keepdim=True)
    right = torch.cat([is_new, is_right], 1)
    chosen = links.logsumexp(1) - links.masked_fill(~right, -math.inf).logsumexp(1)
    return loss + chosen.mean()


def found(linker: Linker, states: Tensor, words: Sequence[str], lean: float = 0.0) -> list[Referring]:
    """The mentions of a document with their clusters; `lean` is added to the score of every link."""
    odds = linker.head(states).float()
    heads = (odds[:, 1] > odds[:, 0]).nonzero()[:, 0]
    if not len(heads):
        return []
    first, last = (scores.argmax(1) for scores in linker.bounds(states, heads))
    places = zip(heads.tolist(), first.tolist(), last.tolist(), strict=True)
    mentions = [Referring(h - a, h + b + 1, h, i) for i, (h, a, b) in enumerate(places)]
    scores = linker.links(states, mentions, signs_of(words, mentions)) + lean
    best, at = scores.max(1)
    clusters = list(range(len(mentions)))
    for i, (score, earlier) in enumerate(zip(best.tolist(), at.tolist(), strict=True)):
        if score > 0:
            clusters[i] = clusters[earlier]
    return [Referring(m.first, m.last, m.head, c) for m, c in zip(mentions, clusters, strict=True)]


def signs_of(words: Sequence[str], mentions: Sequence[Referring]) -> Signs:
    """The signs of all pairs."""
    lower = [word.lower() for word in words]
    spans = [lower[m.first : m.last] for m in mentions]
    heads = [stem(lower[m.head]) for m in mentions]
    kinds = torch.tensor([KINDS.index(kind_of(words, m)) for m in mentions])
    content = [frozenset(stem(w) for w in span if w not in SMALL and w.isalnum()) for span in spans]
    short = [frozenset(word for word in words[m.first : m.last] if is_short(word)) for m in mentions]
    letters = ["".join(w[0] for w in words[m.first : m.last] if w[:1].isupper()) for m in mentions]
    count = len(mentions)
    match = torch.zeros(count, count, dtype=torch.long)
    for i in range(count):
        for j in range(i):
            bits = (
                spans[i] == spans[j],
                heads[i] == heads[j],
                bool(content[i] & content[j]),
                bool(content[i]) and content[i] <= content[j],
                bool(content[j]) and content[j] <= content[i],
                heads[i] in content[j],
                is_nested(mentions[i], mentions[j]),
                letters[j] in short[i] or letters[i] in short[j],
            )
            match[i, j] = sum(1 << n for n, bit in enumerate(bits) if bit)
    at = torch.arange(count)
    away = (at[:, None] - at[None]).clamp(1)
    steps = torch.where(away <= 5, away - 1, (2 + torch.log2(away.float())).long()).clamp(0, DISTANCES - 1)
    return Signs(steps, match, kinds[:, None] * len(KINDS) + kinds[None])


def is_nested(one: Referring, other: Referring) -> bool:
    """Whether one mention lies within the other."""
    first, last = min(one.first, other.first), max(one.last, other.last)
    return (first, last) in ((one.first, one.last), (other.first, other.last))


def stem(word: str) -> str:
    """A word without the ending of a plural."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def is_short(word: str) -> bool:
    """Whether a word looks like an abbreviation of initials."""
    return bool(re.fullmatch(r"[A-Z]{2,6}", word))


def kind_of(words: Sequence[str], mention: Referring) -> str:
    """One of KINDS."""
    head, first = words[mention.head], words[mention.first].lower()
    if mention.last - mention.first <= 2 and head.lower() in PRONOUNS:
        return PRONOUNS[head.lower()]
    if head[:1].isupper() and not (mention.head == mention.first and mention.head == 0):
        return "name"
    if first in ("the", "this", "that", "these", "those") or first in PRONOUNS:
        return "definite"
    return "indefinite" if first in ("a", "an", "some", "one") else "other"
