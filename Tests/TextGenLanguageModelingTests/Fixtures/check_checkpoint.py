"""Checks that PyTorch reads a checkpoint of textgen by its names and computes the same.

    pip install torch safetensors numpy
    textgen probabilities "TEXT of 200 characters" --model checkpoints/NAME > ours.json
    python3 check_checkpoint.py checkpoints/NAME/model.safetensors ours.json

ours.json: {"tokens": [ids], "log_probabilities": [[V numbers for each token], ...]}, where row t
follows after tokens[0...t] from the zero state: the log-softmax of the logits, which the two
programs must agree on within 1e-4. The exit status says whether they do. For a file of
`textgen quantize`, give `textgen probabilities` also --quantize float32: int8 products round more
than the weights.
"""

import json
import sys

import torch
from minimal_gated_unit import MGU
from safetensors import safe_open
from safetensors.torch import load_file

TOLERANCE = 1e-4


class Network(torch.nn.Module):
    def __init__(self, configuration, weights):
        super().__init__()
        V, D = weights["embedding.weight"].shape
        H = weights["recurrent.weight_hh_l0"].shape[1]
        layers = configuration["layers"]
        self.embedding = torch.nn.Embedding(V, D)
        if configuration["cell"].startswith("elman"):
            activation = "relu" if configuration["cell"] == "elman-relu" else "tanh"
            self.recurrent = torch.nn.RNN(D, H, layers, nonlinearity=activation)
        else:
            kinds = {"lstm": torch.nn.LSTM, "gru": torch.nn.GRU, "mgu": MGU}
            self.recurrent = kinds[configuration["cell"]](D, H, layers)
        self.output = torch.nn.Linear(H, V)

    def forward(self, tokens):
        return self.output(self.recurrent(self.embedding(tokens))[0])


def load(path):
    with safe_open(path, "pt") as file:
        configuration = json.loads(file.metadata()["configuration"])
    weights = load_file(path)
    for name in [name for name in weights if name.endswith(".scale")]:  # quantized, row by row
        matrix = name.removesuffix(".scale")
        weights[matrix] = weights[matrix].float() * weights.pop(name)[:, None]
    weights.setdefault("output.weight", weights["embedding.weight"])  # tied
    network = Network(configuration, weights)
    network.load_state_dict(weights)  # strict: every name, every shape, nothing left over
    return network.eval()


def main(model_path, ours_path):
    network = load(model_path)
    with open(ours_path, encoding="utf-8") as file:
        ours = json.load(file)
    expected = torch.tensor(ours["log_probabilities"])
    with torch.no_grad():
        found = network(torch.tensor(ours["tokens"])).log_softmax(-1)
    if found.shape != expected.shape:
        print(f"PyTorch gives rows of shape {tuple(found.shape)}, textgen {tuple(expected.shape)}")
        return 1
    difference = (found - expected).abs().max().item()
    agrees = difference <= TOLERANCE
    print(f"{len(ours['tokens'])} tokens: largest difference {difference:.2e}",
          "within" if agrees else "EXCEEDS", TOLERANCE)
    return 0 if agrees else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
