"""Coreference on top of the encoder's states, which stay as they are: mentions, their bounds, what each refers to.

In: of a document's words the states and what parser and rules say (`Ready`). Out: losses for training, and the weights
that `reportedly.encoder.linking` reads. A word is the head of a mention or none; from its head a mention's first and
last word are pointed at; a mention goes with the earlier mention that scores best, or with none where no score is above
0 (the way of word-level coreference, Dobrovolskii 2021). A pair's score sums a product of the two states, a number for
each sign of the pair, and what the later mention's state makes of each sign; the best few are looked at once more.
"""

import math
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from reportedly.encoder import linking
from reportedly.encoder.linking import ALONE, ASKED, BEST, HALF, LINK, NEVER, POINT, SIGN
from reportedly.encoder.referring import (
    BALANCES,
    BEFORE,
    BEHIND,
    DEPS,
    FORMS,
    KINDS,
    PARTS,
    SIZES,
    TAGS,
    Parsed,
    Side,
)  # fmt: skip

TABLES = {"tag": (len(TAGS), 24), "dep": (len(DEPS), 24), "above": (len(DEPS), 8), "form": (len(FORMS), 8)}


@dataclass(frozen=True)
class Ready:
    """A document: its words' states, what is known of each, and the marked mentions with their signs.

    `has_all` is false where the corpus marks some mentions only: then links are learned and mentions are not.
    """

    states: Tensor
    parsed: Parsed
    mentions: Tensor
    clusters: Tensor
    signs: dict[str, Tensor]
    kind: Tensor
    sides: tuple[Side, Side]
    has_all: bool


class Linker(nn.Module):
    """The heads of coreference; `linking` runs the same in numpy, by the names of the parameters."""

    def __init__(self, width: int, dropout: float = 0.3) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.tables = nn.ModuleDict({name: nn.Embedding(*size) for name, size in TABLES.items()})
        whole = width + sum(size for _, size in TABLES.values())
        self.seen, self.head, self.pointing = nn.Linear(whole, HALF), nn.Linear(HALF, 2), nn.Linear(whole, HALF)
        self.from_head = nn.Linear(HALF, 2 * POINT)
        self.to_first, self.to_last = nn.Linear(2 * whole, POINT), nn.Linear(2 * whole, POINT)
        self.far_first, self.far_last = nn.Embedding(BEFORE + 1, 1), nn.Embedding(BEHIND + 1, 1)
        self.parts_first, self.parts_last = nn.Embedding(PARTS, 1), nn.Embedding(PARTS, 1)
        self.balance_first, self.balance_last = nn.Embedding(BALANCES, 1), nn.Embedding(BALANCES, 1)
        self.asks_first, self.asks_last = nn.Linear(HALF, PARTS), nn.Linear(HALF, PARTS)
        self.mention, self.kind = nn.Linear(3 * whole, 2 * LINK), nn.Embedding(len(KINDS), 2 * LINK)
        self.later, self.earlier = nn.Linear(2 * LINK, LINK), nn.Linear(2 * LINK, LINK)
        self.alone = nn.ModuleDict({name: nn.Embedding(SIZES[name], 1) for name in ALONE})
        self.asked = nn.ModuleDict({name: nn.Linear(2 * LINK, SIZES[name]) for name in ASKED})
        self.again_later, self.again_earlier = nn.Linear(2 * LINK, LINK), nn.Linear(2 * LINK, LINK)
        self.beside = nn.ModuleDict({name: nn.Embedding(size, SIGN) for name, size in SIZES.items()})
        self.inner, self.score = nn.Linear(LINK + SIGN, LINK), nn.Linear(LINK, 1)
        bounds = (self.asks_first, self.asks_last, self.parts_first, self.parts_last)
        bounds = (*bounds, self.balance_first, self.balance_last, self.far_first, self.far_last)
        for each in (*self.alone.values(), *self.asked.values(), *bounds):
            for part in each.parameters():
                nn.init.zeros_(part)
        for table in self.beside.values():
            nn.init.normal_(table.weight, std=0.1)

    def whole(self, document: Ready) -> Tensor:
        """The states of the words with what parser and rules say."""
        parsed = document.parsed
        known = {"tag": parsed.tag, "dep": parsed.dep, "above": parsed.dep[parsed.head], "form": parsed.form}
        tables = [self.tables[name](torch.from_numpy(values)) for name, values in known.items()]
        return torch.cat([self.dropout(document.states), *tables], -1)

    def heads(self, states: Tensor) -> Tensor:
        """The scores of being no head and a head."""
        scores: Tensor = self.head(self.dropout(functional.gelu(self.seen(states))))
        return scores

    def bounds(self, states: Tensor, document: Ready) -> tuple[Tensor, Tensor]:
        """For each mention's head the scores of each distance to its first word (0: the head), and to its last."""
        inner = self.dropout(functional.gelu(self.pointing(states[document.mentions[:, 2]])))
        pointing, nothing = self.from_head(inner), torch.zeros_like(states[:1])
        before = torch.cat([torch.cat([nothing, states[:-1]]), states], 1)
        behind = torch.cat([states, torch.cat([states[1:], nothing])], 1)
        begins, ends = document.sides
        return (
            self.pointed("first", pointing[:, :POINT], inner, before, begins),
            self.pointed("last", pointing[:, POINT:], inner, behind, ends),
        )

    def pointed(self, name: str, part: Tensor, inner: Tensor, states: Tensor, side: Side) -> Tensor:
        """The scores of each distance on one side."""
        places, inside, parts, balance = (torch.from_numpy(each) for each in side)
        own = {key: self.get_submodule(f"{key}_{name}") for key in ("to", "far", "parts", "balance", "asks")}
        scores = torch.einsum("mp,mdp->md", part, own["to"](states)[places]) / math.sqrt(POINT)
        for key, classes in (("parts", parts), ("balance", balance)):
            scores = scores + own[key](classes)[..., 0]
        scores = scores + own["far"].weight[:, 0]  # type: ignore[index]
        return scores.add(own["asks"](inner).gather(1, parts)).masked_fill(~inside, NEVER)

    def links(self, states: Tensor, document: Ready) -> Tensor:
        """The score of each earlier mention for each mention; NEVER on and above the diagonal."""
        first, last, head = document.mentions.T
        state = self.mention(torch.cat([states[head], states[first], states[last - 1]], -1))
        state = self.dropout(functional.gelu(state + self.kind(document.kind)))
        scores = self.later(state) @ self.earlier(state).T / math.sqrt(LINK)
        for name, table in self.alone.items():
            scores = scores + table(document.signs[name])[..., 0]
        for name, ask in self.asked.items():
            scores = scores + ask(state).gather(1, document.signs[name])
        upper = torch.ones(len(head), len(head)).triu().bool()
        best = scores.detach().masked_fill(upper, NEVER).topk(min(BEST, len(head)), 1)[1]
        return scores.scatter_add(1, best, self.again(state, best, document)).masked_fill(upper, NEVER)

    def again(self, state: Tensor, best: Tensor, document: Ready) -> Tensor:
        """What is added to the scores of the best earlier mentions of each."""
        product = self.again_later(state)[:, None] * self.again_earlier(state)[best]
        beside = sum(table(document.signs[name].gather(1, best)) for name, table in self.beside.items())
        inner = functional.gelu(self.inner(torch.cat([self.dropout(product), beside], -1)))  # type: ignore[list-item]
        scores: Tensor = self.score(self.dropout(inner))[..., 0]
        return scores


def loss_of(linker: Linker, document: Ready) -> Tensor:
    """The losses of heads, bounds and links on one document; of links alone where not all mentions are marked."""
    states = linker.whole(document)
    loss = link_loss(linker.links(states, document), document.clusters)
    if not document.has_all:
        return loss
    heads = document.mentions[:, 2]
    gold = torch.zeros(len(states), dtype=torch.long)
    gold[heads] = 1
    loss = loss + functional.cross_entropy(linker.heads(states), gold)
    first, last = linker.bounds(states, document)
    wanted = (heads - document.mentions[:, 0], document.mentions[:, 1] - 1 - heads)
    for scores, most, want in zip((first, last), (BEFORE, BEHIND), wanted, strict=True):
        loss = loss + functional.cross_entropy(scores, want.masked_fill(want > most, -100), ignore_index=-100)
    return loss


def link_loss(links: Tensor, clusters: Tensor) -> Tensor:
    """The mean of how unlikely each mention's right choices are: any earlier one of its cluster, or none."""
    scores = torch.cat([torch.zeros(len(links), 1), links], 1)
    is_right = (clusters[:, None] == clusters[None]).tril(-1)
    right = torch.cat([~is_right.any(1, keepdim=True), is_right], 1)
    return (scores.logsumexp(1) - scores.masked_fill(~right, -math.inf).logsumexp(1)).mean()


def weights(linker: Linker) -> linking.Weights:
    """The parameters by name, as `linking` reads them."""
    return {name: np.asarray(part.detach().numpy(), np.float32) for name, part in linker.state_dict().items()}
