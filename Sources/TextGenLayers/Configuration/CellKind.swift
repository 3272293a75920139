/// The recurrent cells.
package enum CellKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// Long short-term memory (Hochreiter and Schmidhuber 1997).
  case lstm
  /// Gated recurrent unit (Cho et al. 2014), reset after the product.
  case gru
  /// Simple recurrent network (Elman 1990) with the hyperbolic tangent.
  case elman
  /// Simple recurrent network with rectified linear units (Le et al. 2015).
  case elmanReLU = "elman-relu"

  /// What the recurrent layer must know of the cell.
  package var shape: CellShape {
    switch self {
    case .lstm: LSTMCell.shape
    case .gru: GRUCell.shape
    case .elman: ElmanCell.shape(rectified: false)
    case .elmanReLU: ElmanCell.shape(rectified: true)
    }
  }
}

extension CellKind {
  /// Gates of a unit, G: weight matrices have G · H rows.
  package var gateCount: Int { shape.gateCount }
}
