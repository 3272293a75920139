import Compute

/// The shape of the GRU cell: gates r z n in PyTorch; slots n r z m here, where m is the recurrent
/// part of n, kept apart because the reset gate multiplies it; arithmetic in `Target+GRUStep.swift`.
enum GRUCell {
  static let shape = CellShape(
    arithmetic: .gru, gateCount: 3, unitsPerPanel: 16, inputGates: [2, 0, 1, nil],
    recurrentGates: [nil, 0, 1, 2], hasCell: false)
}
