// Gated recurrent unit (Cho et al. 2014), the reset gate after the product as in cuDNN and PyTorch.
//
//   r = σ(zr)  u = σ(zu)  n = tanh(zn + r m)          slots of a panel: n r u m
//   h' = (1 - u) n + u h
//
// zn holds the input's part and its bias, m the recurrent part of the candidate and its bias, so the
// input projection fills the slots n r u and the recurrent projection the slots r u m. The update gate u is
// z in the papers and in `inspect`; z is here what enters a gate.
//
// Backward:
//   dn = dh (1 - u) (1 - n²)   gradient of m: dn r
//   dr = dn m r (1 - r)        du = dh (h - n) u (1 - u)
//   gradient of h without a product: dh u

extension Target {
  /// One forward step; `gates` keeps n, r, u and m.
  @_transparent @usableFromInline
  static func gruForward(_ step: CellStep) {
    for panel in 0..<step.panels {
      for row in 0..<step.rows {
        let z = step.gates + (panel * step.rows + row) * 64
        let state = row * step.stateStride + panel * 16
        let r = sigmoid(z.lanes(16))
        let u = sigmoid(z.lanes(32))
        let n = tanh(multiplyAdd(z.lanes(0), r, z.lanes(48)))
        z.store(n, 0)
        z.store(r, 16)
        z.store(u, 32)
        step.hidden.store(multiplyAdd(n, u, step.previousHidden.lanes(state) - n), state)
      }
    }
  }

  /// One backward step; `gates` becomes the gradient of zn, zr, zu and m.
  @_transparent @usableFromInline
  static func gruBackward(_ step: CellStep) {
    for panel in 0..<step.panels {
      for row in 0..<step.rows {
        let z = step.gates + (panel * step.rows + row) * 64
        let state = row * step.stateStride + panel * 16
        let n = z.lanes(0)
        let r = z.lanes(16)
        let u = z.lanes(32)
        let m = z.lanes(48)
        let dh = step.outputGradient.lanes(state) + step.hiddenGradient.lanes(state)
        let dn = dh * (1 - u) * (1 - n * n)
        z.store(dn, 0)
        z.store(dn * m * r * (1 - r), 16)
        z.store(dh * (step.previousHidden.lanes(state) - n) * u * (1 - u), 32)
        z.store(dn * r, 48)
        step.hiddenGradient.store(dh * u, state)
      }
    }
  }
}
