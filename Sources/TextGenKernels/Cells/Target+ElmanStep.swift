// Simple recurrent network (Elman 1990): h' = tanh(z), or max(z, 0) (Le et al. 2015).
//
// A panel is 64 units × 1 slot. `gates` needs to keep nothing: both derivatives follow from h'.

extension Target {
  /// One forward step.
  @_transparent @usableFromInline
  static func elmanForward(_ step: CellStep, rectified: Bool) {
    for panel in 0..<step.panels {
      for row in 0..<step.rows {
        let z = step.gates + (panel * step.rows + row) * 64
        let state = row * step.stateStride + panel * 64
        for unit in stride(from: 0, to: 64, by: 16) {
          let x = z.lanes(unit)
          step.hidden.store(rectified ? x.replacing(with: 0, where: x .< 0) : tanh(x), state + unit)
        }
      }
    }
  }

  /// One backward step.
  @_transparent @usableFromInline
  static func elmanBackward(_ step: CellStep, rectified: Bool) {
    for panel in 0..<step.panels {
      for row in 0..<step.rows {
        let z = step.gates + (panel * step.rows + row) * 64
        let state = row * step.stateStride + panel * 64
        for unit in stride(from: 0, to: 64, by: 16) {
          let at = state + unit
          let dh = step.outputGradient.lanes(at) + step.hiddenGradient.lanes(at)
          let h = step.hidden.lanes(at)
          z.store(rectified ? dh.replacing(with: 0, where: h .<= 0) : dh * (1 - h * h), unit)
          step.hiddenGradient.store(.zero, at)
        }
      }
    }
  }
}
