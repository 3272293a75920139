import Compute

/// The shape of a layer without memory, tanh(W · x + b): an Elman layer that does not read its own
/// previous output.
enum DenseLayer {
  static let shape = CellShape(
    arithmetic: .elmanTanh, gateCount: 1, unitsPerPanel: 64, inputGates: [0],
    recurrentGates: [nil], hasCell: false)
}
