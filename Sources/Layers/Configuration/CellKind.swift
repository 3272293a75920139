public import Compute

/// The recurrent cells.
public enum CellKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// Long short-term memory (Hochreiter and Schmidhuber 1997).
  case lstm
  /// Gated recurrent unit (Cho et al. 2014), reset after the product.
  case gru
  /// Simple recurrent network (Elman 1990) with the hyperbolic tangent.
  case elman
  /// Simple recurrent network with rectified linear units (Le et al. 2015).
  case elmanReLU = "elman-relu"

  /// What the recurrent layer must know of the cell.
  public var shape: CellShape {
    switch self {
    case .lstm: LSTMCell.shape
    case .gru: GRUCell.shape
    case .elman: ElmanCell.shape(rectified: false)
    case .elmanReLU: ElmanCell.shape(rectified: true)
    }
  }
}

/// What the recurrent layer must know of a cell; its arithmetic is in `Kernels`.
///
/// A panel holds all slots of its units side by side, 64 floats a row, so that one tile of a product
/// computes all gates of a unit. The input projection fills some slots and the recurrent projection
/// some: where both fill one, they are added; a candidate that the reset gate multiplies has a slot
/// for each.
public struct CellShape: Sendable {
  /// The elementwise arithmetic.
  public let arithmetic: CellArithmetic
  /// Blocks of H rows in a weight matrix, as PyTorch stores it.
  public let gateCount: Int
  /// Units of one panel; 64 / this is the number of slots.
  public let unitsPerPanel: Int
  /// For each slot the gate of `weight_ih` that fills it, or nil.
  public let inputGates: [Int?]
  /// For each slot the gate of `weight_hh` that fills it, or nil.
  public let recurrentGates: [Int?]
  /// Whether the state has a cell part besides the hidden part.
  public let hasCell: Bool

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

extension CellKind {
  /// Gates of a unit, G: weight matrices have G · H rows.
  public var gateCount: Int { shape.gateCount }
}
