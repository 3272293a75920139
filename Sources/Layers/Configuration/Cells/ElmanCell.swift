import Compute

/// The shape of the Elman cell: one gate, 64 units a panel; arithmetic in `Target+ElmanStep.swift`.
enum ElmanCell {
  static func shape(rectified: Bool) -> CellShape {
    CellShape(
      arithmetic: rectified ? .elmanReLU : .elmanTanh, gateCount: 1, unitsPerPanel: 64,
      inputGates: [0], recurrentGates: [0], hasCell: false)
  }
}
