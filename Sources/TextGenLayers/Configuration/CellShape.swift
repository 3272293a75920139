package import TextGenKernels

/// What the recurrent layer must know of a cell; its arithmetic is in `TextGenKernels`.
///
/// A panel holds all slots of its units side by side, 64 floats a row, so that one tile of a product
/// computes all gates of a unit. The input projection fills some slots and the recurrent projection
/// some: where both fill one, they are added; a candidate that the reset gate multiplies has a slot
/// for each.
package struct CellShape: Sendable {
  /// The elementwise arithmetic.
  package let arithmetic: CellArithmetic
  /// Blocks of H rows in a weight matrix, as PyTorch stores it.
  package let gateCount: Int
  /// Units of one panel; 64 / this is the number of slots.
  package let unitsPerPanel: Int
  /// For each slot the gate of `weight_ih` that fills it, or nil.
  package let inputGates: [Int?]
  /// For each slot the gate of `weight_hh` that fills it, or nil.
  package let recurrentGates: [Int?]
  /// Whether the state has a cell part besides the hidden part.
  package let hasCell: Bool

  /// Whether a layer reads its own previous output.
  var isRecurrent: Bool { recurrentGates.contains { $0 != nil } }

  /// The slots that the input projection fills.
  var inputSlots: Range<Int> { CellShape.filled(inputGates) }
  /// The slots that the recurrent projection fills, where there is one.
  var recurrentSlots: Range<Int> { CellShape.filled(recurrentGates) }

  /// Panels of `hiddenSize` units.
  func panelCount(_ hiddenSize: Int) -> Int { (hiddenSize + unitsPerPanel - 1) / unitsPerPanel }

  /// Floats of a row of the states, padded so that rows do not fall on the same cache sets.
  func stateStride(_ hiddenSize: Int) -> Int { panelCount(hiddenSize) * unitsPerPanel + 16 }

  private static func filled(_ gates: [Int?]) -> Range<Int> {
    let first = gates.firstIndex { $0 != nil } ?? 0
    let last = gates.lastIndex { $0 != nil } ?? 0
    return first..<last + 1
  }
}

/// The shape of the LSTM cell: gates i f g o, as in PyTorch; arithmetic in `Target+LSTMStep.swift`.
enum LSTMCell {
  static let shape = CellShape(
    arithmetic: .lstm, gateCount: 4, unitsPerPanel: 16, inputGates: [0, 1, 2, 3],
    recurrentGates: [0, 1, 2, 3], hasCell: true)

  /// The gate whose bias starts at 1, so that a new network remembers (Jozefowicz et al. 2015).
  static let forgetGate = 1
}

/// The shape of the GRU cell: gates r z n in PyTorch; slots n r z m here, where m is the recurrent
/// part of n, kept apart because the reset gate multiplies it; arithmetic in `Target+GRUStep.swift`.
enum GRUCell {
  static let shape = CellShape(
    arithmetic: .gru, gateCount: 3, unitsPerPanel: 16, inputGates: [2, 0, 1, nil],
    recurrentGates: [nil, 0, 1, 2], hasCell: false)
}

/// The shape of the Elman cell: one gate, 64 units a panel; arithmetic in `Target+ElmanStep.swift`.
enum ElmanCell {
  static func shape(rectified: Bool) -> CellShape {
    CellShape(
      arithmetic: rectified ? .elmanReLU : .elmanTanh, gateCount: 1, unitsPerPanel: 64,
      inputGates: [0], recurrentGates: [0], hasCell: false)
  }
}

/// The shape of a layer without memory, tanh(W · x + b): an Elman layer that does not read its own
/// previous output.
enum DenseLayer {
  static let shape = CellShape(
    arithmetic: .elmanTanh, gateCount: 1, unitsPerPanel: 64, inputGates: [0],
    recurrentGates: [nil], hasCell: false)
}
