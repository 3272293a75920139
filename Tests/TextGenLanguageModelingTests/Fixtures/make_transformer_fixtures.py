"""Makes the PyTorch fixtures of transformers: pip install torch safetensors; run it.

Each file of transformers/ is one small network with one batch from the beginning of its texts, and what PyTorch
computes from it in float64:

    weights (F32)     embedding.weight (V, H), layers.0.norm1.weight (H), ..., norm.weight, output.weight (V, H)
    inputs, targets   (T, N), I32
    logits (F64)      (T, N, V)
    loss (F64)        scalar: mean cross-entropy in nats over all T*N targets
    gradient.* (F32)  of the loss by every weight, rounded from float64

The metadata key "configuration" is that of a model file. Each token looks at itself and at the context_length - 1
tokens before it; angles of the rotation are multiples of 2 pi / 65536.
"""

import json
import math
import pathlib

import torch
from safetensors.torch import save_file

N, T, V = 2, 7, 7
PERIOD = 65536


class Block(torch.nn.Module):
    """Named as torch.nn.TransformerEncoderLayer(norm_first=True) names its parts."""

    def __init__(self, size, heads):
        super().__init__()
        self.heads = heads
        self.norm1 = torch.nn.LayerNorm(size)
        self.self_attn = torch.nn.MultiheadAttention(size, heads, batch_first=True)
        self.norm2 = torch.nn.LayerNorm(size)
        self.linear1 = torch.nn.Linear(size, 4 * size)
        self.linear2 = torch.nn.Linear(4 * size, size)

    def attend(self, x, angles, mask):
        attention = self.self_attn
        parts = torch.nn.functional.linear(x, attention.in_proj_weight, attention.in_proj_bias)
        q, k, v = (part.unflatten(-1, (self.heads, -1)).transpose(1, 2) for part in parts.chunk(3, -1))
        q, k = turn(q, angles), turn(k, angles)
        found = torch.nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        return attention.out_proj(found.transpose(1, 2).flatten(-2))

    def forward(self, x, angles, mask):
        x = x + self.attend(self.norm1(x), angles, mask)
        dense = torch.nn.functional.gelu(self.linear1(self.norm2(x)), approximate="tanh")
        return x + self.linear2(dense)


def turn(x, angles):
    first, second = x.chunk(2, -1)
    cos, sin = angles.cos(), angles.sin()
    return torch.cat([first * cos - second * sin, second * cos + first * sin], -1)


class Network(torch.nn.Module):
    def __init__(self, size, heads, layers, context, tied):
        super().__init__()
        self.embedding = torch.nn.Embedding(V, size)
        self.layers = torch.nn.ModuleList(Block(size, heads) for _ in range(layers))
        self.norm = torch.nn.LayerNorm(size)
        self.output = torch.nn.Linear(size, V)
        if tied:
            self.output.weight = self.embedding.weight
        half = size // heads // 2
        steps = [max(1, round(10000 ** (-i / half) * PERIOD / (2 * math.pi))) for i in range(half)]
        places = torch.arange(T, dtype=torch.float64)[:, None]
        self.angles = places * torch.tensor(steps, dtype=torch.float64) * (2 * math.pi / PERIOD)
        distance = places - places.T
        self.mask = (distance >= 0) & (distance < context)

    def forward(self, inputs):
        x = self.embedding(inputs)
        for layer in self.layers:
            x = layer(x, self.angles, self.mask)
        return self.output(self.norm(x))


def fixture(seed, size, heads, layers, context, tied):
    generator = torch.Generator().manual_seed(seed)
    network = Network(size, heads, layers, context, tied).double()
    for weight in network.parameters():
        values = torch.rand(weight.shape, generator=generator) - 0.5
        weight.data = (values * (0.6 if weight.dim() == 2 else 1.6)).double()
    inputs = torch.randint(V, (T, N), generator=generator)
    targets = torch.randint(V, (T, N), generator=generator)
    logits = network(inputs.T).transpose(0, 1)
    loss = torch.nn.functional.cross_entropy(logits.reshape(T * N, V), targets.reshape(T * N))
    loss.backward()
    leaves = dict(network.named_parameters())
    tensors = {name: leaf.detach().float() for name, leaf in leaves.items()}
    tensors |= {f"gradient.{name}": leaf.grad.float() for name, leaf in leaves.items()}
    tensors |= {"inputs": inputs.int(), "targets": targets.int()}
    tensors |= {"logits": logits.detach().contiguous(), "loss": loss.detach()}
    configuration = {"architecture": "transformer", "heads": heads, "context_length": context,
                     "layers": layers, "vocabulary_size": V, "embedding_size": size, "hidden_size": size,
                     "tie_embeddings": tied}
    return tensors, {"configuration": json.dumps(configuration)}


if __name__ == "__main__":
    folder = pathlib.Path(__file__).parent / "transformers"
    for seed, (name, case) in enumerate({
        "one-head": (32, 1, 2, 4, False), "two-heads-tied": (64, 2, 1, 100, True)
    }.items()):
        tensors, metadata = fixture(seed, *case)
        save_file(tensors, folder / f"{name}.safetensors", metadata)
