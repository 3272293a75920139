// Simple recurrent network (Elman 1990): h' = tanh(z), or max(z, 0) (Le et al. 2015).
//
// A panel is 64 units × 1 slot. `gates` needs to keep nothing: both derivatives follow from h'.

extension Target {
  /// One forward step with the hyperbolic tangent.
  @_transparent
  @usableFromInline package func elmanTanhForward(_ step: CellStep) {
    elmanForward(step, rectified: false)
  }

  /// One backward step with the hyperbolic tangent.
  @_transparent
  @usableFromInline package func elmanTanhBackward(_ step: CellStep) {
    elmanBackward(step, rectified: false)
  }

  /// One forward step with the rectifier.
  @_transparent
  @usableFromInline package func elmanReLUForward(_ step: CellStep) {
    elmanForward(step, rectified: true)
  }

  /// One backward step with the rectifier.
  @_transparent
  @usableFromInline package func elmanReLUBackward(_ step: CellStep) {
    elmanBackward(step, rectified: true)
  }

  @_transparent @usableFromInline
  func elmanForward(_ step: CellStep, rectified: Bool) {
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

  @_transparent @usableFromInline
  func elmanBackward(_ step: CellStep, rectified: Bool) {
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
