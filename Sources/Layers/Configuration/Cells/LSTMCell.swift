import Compute

/// The shape of the LSTM cell: gates i f g o, as in PyTorch; arithmetic in `Target+LSTMStep.swift`.
enum LSTMCell {
  static let shape = CellShape(
    arithmetic: .lstm, gateCount: 4, unitsPerPanel: 16, inputGates: [0, 1, 2, 3],
    recurrentGates: [0, 1, 2, 3], hasCell: true)

  /// The gate whose bias starts at 1, so that a new network remembers (Jozefowicz et al. 2015).
  static let forgetGate = 1
}
