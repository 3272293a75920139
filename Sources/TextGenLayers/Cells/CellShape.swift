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

  /// A cell whose slots these gates fill.
  init(_ arithmetic: CellArithmetic, inputGates: [Int?], recurrentGates: [Int?]) {
    self.arithmetic = arithmetic
    self.inputGates = inputGates
    self.recurrentGates = recurrentGates
    gateCount = 1 + ((inputGates + recurrentGates).compactMap(\.self).max() ?? -1)
    unitsPerPanel = arithmetic.unitsPerPanel
    hasCell = arithmetic.hasCell
  }

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

/// The shape of a layer without memory, tanh(W · x + b): an Elman layer that does not read its own
/// previous output.
enum DenseLayer {
  static let shape = CellShape(.elmanTanh, inputGates: [0], recurrentGates: [nil])
}
