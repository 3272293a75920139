#!/usr/bin/env python3
"""Measures PyTorch on a CPU at the work of `textgen benchmark`, with the same options.

One run, one line of JSON with the keys of `textgen benchmark --json`:

    python Sources/Benchmarks/torch_peer.py --only training --cell gru --precision bfloat16

`textgen benchmark --against torch` runs both programs in turn. Install PyTorch with `pip install torch`.
"""

import argparse
import json
import resource
import statistics
import time

import torch
from torch import nn


def options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", choices=["training", "generation"], default="training")
    parser.add_argument("--cell", default="lstm")
    parser.add_argument("--layers", type=int, default=2)
    parser.add_argument("--hidden-size", type=int, default=512)
    parser.add_argument("--embedding-size", type=int, default=128)
    parser.add_argument("--vocabulary-size", type=int, default=128)
    parser.add_argument("--tie-embeddings", action="store_true")
    parser.add_argument("--batch-size", type=int, default=64)
    parser.add_argument("--sequence-length", type=int, default=100)
    parser.add_argument("--streams", type=int, default=1)
    parser.add_argument("--precision", choices=["float32", "bfloat16", "int8"], default="float32")
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("--seconds", type=float, default=4)
    return parser.parse_args()


def recurrent(sizes):
    """PyTorch's own layers; cells that it lacks would be measured in Python's loops, not in its own."""
    shape = (sizes.embedding_size, sizes.hidden_size, sizes.layers)
    cells = {
        "lstm": lambda: nn.LSTM(*shape), "gru": lambda: nn.GRU(*shape),
        "elman": lambda: nn.RNN(*shape, nonlinearity="tanh"),
        "elman-relu": lambda: nn.RNN(*shape, nonlinearity="relu"),
    }
    if sizes.cell not in cells:
        raise SystemExit(f"PyTorch has no cell {sizes.cell}; choose from {', '.join(cells)}")
    return cells[sizes.cell]()


class Network(nn.Module):
    """Embedding, recurrent layers and output layer, as textgen has them."""

    def __init__(self, sizes):
        super().__init__()
        self.embedding = nn.Embedding(sizes.vocabulary_size, sizes.embedding_size)
        self.recurrent = recurrent(sizes)
        self.output = nn.Linear(sizes.hidden_size, sizes.vocabulary_size)
        if sizes.tie_embeddings:
            self.output.weight = self.embedding.weight

    def forward(self, tokens, state):
        hidden, state = self.recurrent(self.embedding(tokens), state)
        return self.output(hidden), state


def initial_state(sizes, streams):
    zeros = torch.zeros(sizes.layers, streams, sizes.hidden_size)
    return (zeros, zeros.clone()) if sizes.cell == "lstm" else zeros


def detached(state):
    return tuple(part.detach() for part in state) if isinstance(state, tuple) else state.detach()


def autocast(sizes):
    return torch.autocast("cpu", torch.bfloat16, enabled=sizes.precision == "bfloat16")


def training(sizes):
    """A function that makes a step: forward, backward, clipping, Adam, the state carried on."""
    network = Network(sizes)
    optimizer = torch.optim.Adam(network.parameters(), lr=2e-3, fused=True)
    state = initial_state(sizes, sizes.batch_size)
    shape = (sizes.sequence_length + 1, sizes.batch_size)
    windows = [torch.randint(sizes.vocabulary_size, shape) for _ in range(4)]
    count = 0

    def step():
        nonlocal state, count
        window = windows[count % len(windows)]
        count += 1
        with autocast(sizes):
            logits, state = network(window[:-1], state)
        state = detached(state)
        loss = nn.functional.cross_entropy(logits.float().flatten(0, 1), window[1:].flatten())
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        loss.item()

    return step


def generation(sizes):
    """A function that draws a token for each stream, which leaves the library, at temperature 0.8."""
    network = Network(sizes).eval()
    if sizes.precision == "int8":
        kinds = {nn.LSTM, nn.GRU, nn.Linear}
        network = torch.ao.quantization.quantize_dynamic(network, kinds, dtype=torch.qint8)
    state = initial_state(sizes, sizes.streams)
    tokens = torch.zeros(1, sizes.streams, dtype=torch.long)

    def step():
        nonlocal state, tokens
        logits, state = network(tokens, state)
        probabilities = torch.softmax(logits[-1].float() / 0.8, -1)
        tokens = torch.multinomial(probabilities, 1).view(1, -1)
        tokens.tolist()

    return step


def speed(step, tokens, seconds):
    """Tokens per second of repeated steps that take at least `seconds`."""
    start = time.perf_counter()
    count = 0
    while True:
        step()
        count += 1
        elapsed = time.perf_counter() - start
        if elapsed >= seconds:
            return count * tokens / elapsed


def processor_seconds():
    """Seconds that this process has kept cores busy."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def speeds(step, tokens, seconds):
    """Three to eight repeats in about `seconds`, after two steps to warm up, and what a token costs a core."""
    length = seconds / 8
    step()
    speed(step, tokens, length / 2)
    calls = 0

    def counted():
        nonlocal calls
        calls += 1
        step()

    start, used = time.perf_counter(), processor_seconds()
    repeats = []
    while len(repeats) < 3 or len(repeats) < 8 and time.perf_counter() - start < seconds:
        repeats.append(speed(counted, tokens, length))
    return repeats, (processor_seconds() - used) / (calls * tokens)


def measured_generation(sizes):
    """Generation with or without oneDNN, whichever is faster: it packs the weights at every call."""
    trials = []
    for uses_onednn in (True, False):
        torch.backends.mkldnn.enabled = uses_onednn
        step = generation(sizes)
        step()
        trials.append((speed(step, sizes.streams, sizes.seconds / 8), uses_onednn, step))
    _, uses_onednn, step = max(trials, key=lambda trial: trial[0])
    torch.backends.mkldnn.enabled = uses_onednn
    return speeds(step, sizes.streams, sizes.seconds), uses_onednn


def main():
    sizes = options()
    if sizes.precision == "int8" and (sizes.only == "training" or sizes.cell.startswith("elman")):
        raise SystemExit("PyTorch has int8 for the generation of LSTM and GRU networks alone")
    torch.set_num_threads(sizes.threads)
    torch.manual_seed(1)
    if sizes.only == "training":
        tokens = sizes.batch_size * sizes.sequence_length
        (repeats, cost), uses_onednn = speeds(training(sizes), tokens, sizes.seconds), True
    else:
        # One autocast around all steps keeps its copies of the weights.
        with torch.no_grad(), autocast(sizes):
            (repeats, cost), uses_onednn = measured_generation(sizes)
    key = sizes.only + "_tokens_per_second"
    print(json.dumps({
        key: statistics.median(repeats), key + "_minimum": min(repeats),
        key + "_maximum": max(repeats), sizes.only + "_repeats": len(repeats),
        sizes.only + "_processor_seconds_per_million_tokens": cost * 1e6,
        "peak_resident_bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "precision": sizes.precision, "threads": sizes.threads, "onednn": uses_onednn,
        "torch": torch.__version__,
    }))


if __name__ == "__main__":
    main()
