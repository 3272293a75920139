// Long short-term memory (Hochreiter and Schmidhuber 1997; forget gate: Gers et al. 2000).
//
//   i = σ(zi)  f = σ(zf)  g = tanh(zg)  o = σ(zo)     slots of a panel: i f g o
//   c' = f c + i g        h' = o tanh(c')
//
// Backward, with dc the gradient of c' from the next step and t = tanh(c'):
//   d = dc + dh o (1 - t²)
//   dzi = d g i (1 - i)   dzf = d c f (1 - f)   dzg = d i (1 - g²)   dzo = dh t o (1 - o)
//   gradient of c: d f

extension Target {
  /// One forward step; `gates` keeps i, f, g and o.
  @_transparent @usableFromInline
  static func lstmForward(_ step: CellStep) {
    for panel in 0..<step.panels {
      for row in 0..<step.rows {
        let z = step.gates + (panel * step.rows + row) * 64
        let state = row * step.stateStride + panel * 16
        let i = sigmoid(z.lanes(0))
        let f = sigmoid(z.lanes(16))
        let g = tanh(z.lanes(32))
        let o = sigmoid(z.lanes(48))
        let c = multiplyAdd(i * g, f, step.previousCell.lanes(state))
        z.store(i, 0)
        z.store(f, 16)
        z.store(g, 32)
        z.store(o, 48)
        step.cell.store(c, state)
        step.hidden.store(o * tanh(c), state)
      }
    }
  }

  /// One backward step; `gates` becomes the gradient of the pre-activations.
  @_transparent @usableFromInline
  static func lstmBackward(_ step: CellStep) {
    for panel in 0..<step.panels {
      for row in 0..<step.rows {
        let z = step.gates + (panel * step.rows + row) * 64
        let state = row * step.stateStride + panel * 16
        let i = z.lanes(0)
        let f = z.lanes(16)
        let g = z.lanes(32)
        let o = z.lanes(48)
        let t = tanh(step.cell.lanes(state))
        let dh = step.outputGradient.lanes(state) + step.hiddenGradient.lanes(state)
        let d = step.cellGradient.lanes(state) + dh * o * (1 - t * t)
        z.store(d * g * i * (1 - i), 0)
        z.store(d * step.previousCell.lanes(state) * f * (1 - f), 16)
        z.store(d * i * (1 - g * g), 32)
        z.store(dh * t * o * (1 - o), 48)
        step.cellGradient.store(d * f, state)
        step.hiddenGradient.store(.zero, state)
      }
    }
  }
}
