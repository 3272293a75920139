"""Makes the PyTorch parity fixtures in this folder: pip install torch safetensors numpy; run it.

Each file is one tiny network with one batch and all that PyTorch computes from it in float64:

    weights (F32)     embedding.weight (V, D), recurrent.weight_ih_l0 (G*H, D), ..., output.weight
                      (V, H; absent when tied), output.bias (V)
    inputs, targets   (T, N), I32
    h0, c0 (F32)      (layers, N, H), the state before the first step; c0 for LSTM only
    logits (F64)      (T, N, V)
    loss (F64)        scalar: mean cross-entropy in nats over all T*N targets
    hN, cN (F64)      (layers, N, H), the state after the last step
    gradient.* (F64)  of the loss by every weight, by h0 and by c0

The metadata key "configuration" is a JSON object: cell, activation, layers, tied, V, D, H, N, T.
The same PyTorch gives the same files.
"""

import json
import pathlib

import torch
from minimal_gated_unit import MGU
from safetensors.torch import save_file

N, T, V = 3, 4, 11
CELLS = [("lstm", "tanh"), ("gru", "tanh"), ("elman", "tanh"), ("elman", "relu")]


class Network(torch.nn.Module):
    def __init__(self, cell, activation, layers, D, H, tied):
        super().__init__()
        self.embedding = torch.nn.Embedding(V, D)
        if cell == "elman":
            self.recurrent = torch.nn.RNN(D, H, layers, nonlinearity=activation)
        else:
            kinds = {"lstm": torch.nn.LSTM, "gru": torch.nn.GRU, "mgu": MGU}
            self.recurrent = kinds[cell](D, H, layers)
        self.output = torch.nn.Linear(H, V)
        if tied:
            self.output.weight = self.embedding.weight

    def forward(self, inputs, state):
        hidden, state = self.recurrent(self.embedding(inputs), state)
        return self.output(hidden), state


def uniform(*shape, generator):
    """Numbers that float32 holds exactly, as float64, large enough to bend every gate."""
    return (torch.rand(shape, generator=generator) * 1.6 - 0.8).double()


def fixture(seed, cell, activation, layers, D, H, tied):
    generator = torch.Generator().manual_seed(seed)
    network = Network(cell, activation, layers, D, H, tied).double()
    for weight in network.parameters():
        weight.data = uniform(*weight.shape, generator=generator)
    inputs = torch.randint(V, (T, N), generator=generator)
    targets = torch.randint(V, (T, N), generator=generator)
    start = {name: uniform(layers, N, H, generator=generator).requires_grad_()
             for name in (["h0", "c0"] if cell == "lstm" else ["h0"])}

    state = tuple(start.values()) if cell == "lstm" else start["h0"]
    logits, state = network(inputs, state)
    loss = torch.nn.functional.cross_entropy(logits.reshape(T * N, V), targets.reshape(T * N))
    loss.backward()

    # named_parameters names a shared weight once: a tied output.weight is absent.
    leaves = dict(network.named_parameters()) | start
    final = dict(zip(["hN", "cN"], state if cell == "lstm" else [state]))
    tensors = {name: leaf.detach().float() for name, leaf in leaves.items()}
    tensors |= {f"gradient.{name}": leaf.grad for name, leaf in leaves.items()}
    tensors |= {"inputs": inputs.int(), "targets": targets.int()}
    tensors |= {"logits": logits.detach(), "loss": loss.detach()}
    tensors |= {name: value.detach().contiguous() for name, value in final.items()}
    configuration = {"cell": cell, "activation": activation, "layers": layers, "tied": tied,
                     "V": V, "D": D, "H": H, "N": N, "T": T}
    return tensors, {"configuration": json.dumps(configuration)}


def cases():
    for cell, activation in CELLS:
        for layers in (1, 2):
            yield "", cell, activation, layers, 6, 5, False
        yield "-tied", cell, activation, 2, 5, 5, True
    for cell, activation, layers in [("lstm", "tanh", 1), ("gru", "tanh", 1), ("elman", "tanh", 2)]:
        yield "-odd", cell, activation, layers, 9, 17, False
    # Later cells follow: the number of a case is its seed.
    for layers in (1, 2):
        yield "", "mgu", "tanh", layers, 6, 5, False
    yield "-tied", "mgu", "tanh", 2, 5, 5, True
    yield "-odd", "mgu", "tanh", 2, 9, 17, False


if __name__ == "__main__":
    folder = pathlib.Path(__file__).parent
    for seed, (suffix, cell, activation, layers, D, H, tied) in enumerate(cases()):
        tensors, metadata = fixture(seed, cell, activation, layers, D, H, tied)
        name = f"{cell}-{activation}" if cell == "elman" else cell
        save_file(tensors, folder / f"{name}-{layers}{suffix}.safetensors", metadata)
