"""The network in torch as `decode` and `measure` want it. In: a network. Out: what runs a batch; the pair weights."""

import numpy as np
import torch
from torch import Tensor

from reportedly.encoder.arrays import Batch, distance_classes
from reportedly.encoder.decode import Floats, Outputs, Runner, Weights, pair_scores
from training.encoder.network import Network


def runner(network: Network, is_short: bool = False) -> Runner:
    """What runs the network on a batch, in bfloat16 if told so; without dropout once `network.eval()` was called."""

    def run(batch: Batch) -> Outputs:
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=is_short):
            found = network(*(torch.from_numpy(part) for part in (batch.ids, batch.marks, batch.mask)))
        parts = (found.scores, found.word, found.cue_first, found.cue_last, found.states)
        return tuple(plain(part) for part in parts)

    return run


def plain(part: Tensor) -> Floats:
    """A tensor as an array."""
    return np.asarray(part.float().numpy(), np.float32)


def pair_weights(network: Network) -> Weights:
    """The weights of the pair head that are used outside the network."""
    member = network.member
    parts = {"distance": network.distance.weight, "member": member.weight, "member_bias": member.bias}
    return {name: plain(part.detach()) for name, part in parts.items()}


def pair_difference() -> float:
    """How far the pair head outside torch is from torch's, at most, for made-up words and cues."""
    torch.manual_seed(1)
    network = Network().eval()
    word, cue = torch.randn(30, network.word.out_features), torch.randn(1, network.cue_first.out_features)
    classes = distance_classes(30, 4, 5)
    with torch.no_grad():
        theirs = network.members(word[None], cue, torch.from_numpy(classes)[None])[0]
    ours = pair_scores(plain(word), plain(cue), classes, pair_weights(network), np.zeros(30, np.int64))
    return float(np.abs(plain(theirs) - ours).max())
