/// The elementwise arithmetic of a recurrent layer.
///
/// A new one is a case, its slots and its two steps; these are in a file of their own.
@frozen
@usableFromInline package enum CellArithmetic: Sendable, CaseIterable {
  case lstm
  case gru
  case mgu
  case elmanTanh
  case elmanReLU

  /// Slots of a unit in a panel: floats of a panel row that belong to it.
  @_transparent @usableFromInline package var slotCount: Int {
    switch self {
    case .lstm, .gru, .mgu: 4
    case .elmanTanh, .elmanReLU: 1
    }
  }

  /// Units of a panel.
  @_transparent @usableFromInline package var unitsPerPanel: Int { 64 / slotCount }

  /// Whether the state has a cell part besides the hidden part.
  @_transparent @usableFromInline package var hasCell: Bool { self == .lstm }
}

extension Target {
  /// One forward step.
  @inlinable @inline(never)
  package static func forward(_ cell: CellArithmetic, _ step: CellStep) {
    switch cell {
    case .lstm: lstmForward(step)
    case .gru: gruForward(step)
    case .mgu: mguForward(step)
    case .elmanTanh: elmanForward(step, rectified: false)
    case .elmanReLU: elmanForward(step, rectified: true)
    }
  }

  /// One backward step.
  @inlinable @inline(never)
  package static func backward(_ cell: CellArithmetic, _ step: CellStep) {
    switch cell {
    case .lstm: lstmBackward(step)
    case .gru: gruBackward(step)
    case .mgu: mguBackward(step)
    case .elmanTanh: elmanBackward(step, rectified: false)
    case .elmanReLU: elmanBackward(step, rectified: true)
    }
  }
}
