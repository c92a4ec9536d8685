"""The network in torch: MiniLM's encoder (BERT with six layers of 384), marks added to its input, and the heads.

In: arrays of a batch of windows. Out: for every piece the scores of all heads (`heads.columns`), and what the pair head
needs of it as a word and as a cue; `members` puts the two together.
"""

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from reportedly.encoder.heads import MEMBERS, WIDTH
from reportedly.encoder.words import SIZES

HIDDEN = 384
LAYERS = 6
ATTENDING = 12
INNER = 1536
PIECES = 30522
PLACES = 512
MARKED = 16
"""The width of a mark beside a word's state."""

PAIR = 192
PRODUCT = 64
DISTANCES = 41
"""Classes of the distance from a cue to a word, `distance_class`."""


@dataclass(frozen=True)
class Found:
    """Of each piece: scores of all heads; its part of the pair head as a word, as a cue's first word, as its last; what
    all heads read, its state with its marks.
    """

    scores: Tensor
    word: Tensor
    cue_first: Tensor
    cue_last: Tensor
    states: Tensor


class Layer(nn.Module):
    """One layer of the encoder."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.widen, self.narrow = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.norm_attention, self.norm_output = nn.LayerNorm(HIDDEN, 1e-12), nn.LayerNorm(HIDDEN, 1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, state: Tensor, mask: Tensor) -> Tensor:
        """The state after attention and the inner layer."""
        width = HIDDEN // ATTENDING
        shape = (*state.shape[:2], ATTENDING, width)
        query, key, value = (
            part(state).view(shape).transpose(1, 2).contiguous() for part in (self.query, self.key, self.value)
        )
        likeness = (query @ key.transpose(-1, -2)) * width**-0.5 + mask
        seen = (likeness.softmax(-1) @ value).transpose(1, 2).reshape(state.shape)
        state = self.norm_attention(state + self.dropout(self.output(seen)))
        inner = self.narrow(functional.gelu(self.widen(state)))
        mended: Tensor = self.norm_output(state + self.dropout(inner))
        return mended


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces, self.places = nn.Embedding(PIECES, HIDDEN), nn.Embedding(PLACES, HIDDEN)
        self.marks = nn.ModuleList(nn.Embedding(size, HIDDEN) for size in SIZES)
        self.norm, self.dropout = nn.LayerNorm(HIDDEN, 1e-12), nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.beside = nn.ModuleList(nn.Embedding(size, MARKED) for size in SIZES)
        width = HIDDEN + MARKED * len(SIZES)
        self.heads = nn.Linear(width, WIDTH)
        self.word = nn.Linear(width, PAIR + PRODUCT)
        self.cue_first = nn.Linear(width, PAIR + PRODUCT * (len(MEMBERS) - 1))
        self.cue_last = nn.Linear(width, PAIR + PRODUCT * (len(MEMBERS) - 1))
        self.distance = nn.Embedding(DISTANCES, PAIR)
        self.member = nn.Linear(PAIR, len(MEMBERS))
        for table in self.marks:
            nn.init.zeros_(table.weight)

    def forward(self, ids: Tensor, marks: Tensor, mask: Tensor) -> Found:
        """The scores. `ids` and `mask` (1 a piece, 0 padding) are windows x pieces, `marks` has one axis more."""
        state = self.encoded(ids, marks, mask)
        beside = torch.cat([table(marks[..., i]) for i, table in enumerate(self.beside)], -1)
        state = torch.cat([self.dropout(state), beside], -1)
        return Found(self.heads(state), self.word(state), self.cue_first(state), self.cue_last(state), state)

    def encoded(self, ids: Tensor, marks: Tensor, mask: Tensor) -> Tensor:
        """The last layer's states."""
        state = self.pieces(ids) + self.places.weight[: ids.shape[1]]
        for i, table in enumerate(self.marks):
            state = state + table(marks[..., i])
        state = self.dropout(self.norm(state))
        kind = self.layers[0].query.weight.dtype if not torch.is_autocast_enabled("cpu") else torch.bfloat16
        seen = (1.0 - mask[:, None, None, :].to(kind)) * -1e4
        for layer in self.layers:
            state = layer(state, seen)
        return state

    def members(self, word: Tensor, cue: Tensor, distance: Tensor) -> Tensor:
        """What each word is to each cue: cues x words x MEMBERS, from cues x words x ..., cues x ..., cues x words."""
        together = functional.gelu(word[..., :PAIR] + cue[:, None, :PAIR] + self.distance(distance))
        shaped = cue[:, PAIR:].reshape(len(cue), len(MEMBERS) - 1, PRODUCT)
        product = torch.einsum("cwp,cmp->cwm", word[..., PAIR:], shaped) / PRODUCT**0.5
        scores: Tensor = self.member(self.dropout(together))
        return torch.cat([scores[..., :1], scores[..., 1:] + product], -1)


def load_start(network: Network, file: Path) -> None:
    """Put MiniLM's weights (a safetensors file of a BERT model) into the encoder."""
    start = load_file(file)
    names = {
        "pieces.weight": "embeddings.word_embeddings.weight",
        "places.weight": "embeddings.position_embeddings.weight",
        "norm.weight": "embeddings.LayerNorm.weight",
        "norm.bias": "embeddings.LayerNorm.bias",
    }
    parts = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "output": "attention.output.dense", "norm_attention": "attention.output.LayerNorm",
        "widen": "intermediate.dense", "narrow": "output.dense", "norm_output": "output.LayerNorm",
    }  # fmt: skip
    for i in range(LAYERS):
        for ours, theirs in parts.items():
            for kind in ("weight", "bias"):
                names[f"layers.{i}.{ours}.{kind}"] = f"encoder.layer.{i}.{theirs}.{kind}"
    state = {ours: start[theirs] for ours, theirs in names.items()}
    sentence = start["embeddings.token_type_embeddings.weight"][0]
    state["places.weight"] = state["places.weight"] + sentence
    missing, unexpected = network.load_state_dict(state, strict=False)
    assert not unexpected
    assert not [name for name in missing if name.startswith(("layers", "pieces", "places", "norm"))]
