"""The minimal gated unit (Zhou et al. 2016), which PyTorch lacks, as a module like torch.nn.GRU.

    f = sigmoid(W_if x + b_if + W_hf h + b_hf)
    n = tanh(W_in x + b_in + f * (W_hn h + b_hn))      the gate after the product, as in torch.nn.GRU
    h' = (1 - f) * h + f * n

The paper has the gate before the product, W_hn (f * h). Rows of the weights are those of f, then of n. With the
rows f, -f, n a torch.nn.GRU computes the same.
"""

import torch


class MGU(torch.nn.Module):
    def __init__(self, input_size, hidden_size, num_layers):
        super().__init__()
        self.num_layers = num_layers
        for layer in range(num_layers):
            width = hidden_size if layer else input_size
            shapes = {"weight_ih": (2 * hidden_size, width), "weight_hh": (2 * hidden_size, hidden_size),
                      "bias_ih": (2 * hidden_size,), "bias_hh": (2 * hidden_size,)}
            for name, shape in shapes.items():
                setattr(self, f"{name}_l{layer}", torch.nn.Parameter(torch.zeros(shape)))

    def forward(self, inputs, state=None):
        """(T, N, D) and (layers, N, H), as torch.nn.GRU; zeros without a state."""
        ends = []
        for layer in range(self.num_layers):
            weights = [getattr(self, f"{name}_l{layer}")
                       for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")]
            hidden = inputs.new_zeros(inputs.shape[1], weights[1].shape[1]) if state is None else state[layer]
            outputs = []
            for x in inputs:
                hidden = self.step(x, hidden, *weights)
                outputs.append(hidden)
            inputs = torch.stack(outputs)
            ends.append(hidden)
        return inputs, torch.stack(ends)

    @staticmethod
    def step(x, h, weight_ih, weight_hh, bias_ih, bias_hh):
        input_gate, input_candidate = torch.nn.functional.linear(x, weight_ih, bias_ih).chunk(2, 1)
        hidden_gate, hidden_candidate = torch.nn.functional.linear(h, weight_hh, bias_hh).chunk(2, 1)
        f = torch.sigmoid(input_gate + hidden_gate)
        n = torch.tanh(input_candidate + f * hidden_candidate)
        return (1 - f) * h + f * n
