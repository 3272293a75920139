// Minimal gated unit (Zhou et al. 2016): a GRU whose one gate is reset and update gate. The gate is applied
// after the product, as in the GRU here; the paper applies it to the state before the product.
//
//   f = σ(zf)  n = tanh(zn + f m)                     slots of a panel: n f m, and one that is empty
//   h' = (1 - f) h + f n
//
// zn holds the input's part and its bias, m the recurrent part of the candidate and its bias, so the
// input projection fills the slots n f and the recurrent projection the slots f m.
//
// Backward:
//   dn = dh f (1 - n²)         gradient of m: dn f
//   df = (dh (n - h) + dn m) f (1 - f)
//   gradient of h without a product: dh (1 - f)

extension Target {
  /// One forward step; `gates` keeps n, f and m.
  @_transparent @usableFromInline
  static func mguForward(_ step: CellStep) {
    for panel in 0..<step.panels {
      for row in 0..<step.rows {
        let z = step.gates + (panel * step.rows + row) * 64
        let state = row * step.stateStride + panel * 16
        let f = sigmoid(z.lanes(16))
        let n = tanh(multiplyAdd(z.lanes(0), f, z.lanes(32)))
        let h = step.previousHidden.lanes(state)
        z.store(n, 0)
        z.store(f, 16)
        step.hidden.store(multiplyAdd(h, f, n - h), state)
      }
    }
  }

  /// One backward step; `gates` becomes the gradient of zn, zf and m.
  @_transparent @usableFromInline
  static func mguBackward(_ step: CellStep) {
    for panel in 0..<step.panels {
      for row in 0..<step.rows {
        let z = step.gates + (panel * step.rows + row) * 64
        let state = row * step.stateStride + panel * 16
        let n = z.lanes(0)
        let f = z.lanes(16)
        let m = z.lanes(32)
        let dh = step.outputGradient.lanes(state) + step.hiddenGradient.lanes(state)
        let dn = dh * f * (1 - n * n)
        z.store(dn, 0)
        z.store((dh * (n - step.previousHidden.lanes(state)) + dn * m) * f * (1 - f), 16)
        z.store(dn * f, 32)
        step.hiddenGradient.store(dh * (1 - f), state)
      }
    }
  }
}
