import TextGenKernels

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

private func sigmoid(_ x: Float) -> Float { 1 / (1 + expf(-x)) }

/// Calls `body` with the index of a unit's first gate, the distance between its gates, and the index
/// of the unit's state, for all rows and units.
@unsafe
private func forEachUnit(
  _ cell: CellArithmetic, _ step: CellStep,
  _ body: (_ gate: Int, _ slot: Int, _ state: Int) -> Void
) {
  let units = cell.unitsPerPanel
  for panel in 0..<step.panels {
    for row in 0..<step.rows {
      for unit in 0..<units {
        body(
          (panel * step.rows + row) * 64 + unit, units,
          row * step.stateStride + panel * units + unit)
      }
    }
  }
}

/// The cells' formulas, one unit at a time; those of `lstm` are in Target+LSTMStep.swift, and so on.
enum ReferenceCells {
  @unsafe
  static func forward(_ cell: CellArithmetic, _ step: CellStep) {
    switch cell {
    case .lstm: unsafe lstmForward(step)
    case .gru: unsafe gruForward(step)
    case .mgu: unsafe mguForward(step)
    case .elmanTanh: unsafe elmanForward(cell, step) { tanhf($0) }
    case .elmanReLU: unsafe elmanForward(cell, step) { max($0, 0) }
    }
  }

  @unsafe
  static func backward(_ cell: CellArithmetic, _ step: CellStep) {
    switch cell {
    case .lstm: unsafe lstmBackward(step)
    case .gru: unsafe gruBackward(step)
    case .mgu: unsafe mguBackward(step)
    case .elmanTanh: unsafe elmanBackward(cell, step) { 1 - $0 * $0 }
    case .elmanReLU: unsafe elmanBackward(cell, step) { $0 > 0 ? 1 : 0 }
    }
  }

  @unsafe
  private static func lstmForward(_ step: CellStep) {
    let z = unsafe step.gates
    unsafe forEachUnit(.lstm, step) { gate, slot, state in
      let i = unsafe sigmoid(z[gate])
      let f = unsafe sigmoid(z[gate + slot])
      let g = unsafe tanhf(z[gate + 2 * slot])
      let o = unsafe sigmoid(z[gate + 3 * slot])
      let c = unsafe f * step.previousCell[state] + i * g
      unsafe z[gate] = i
      unsafe z[gate + slot] = f
      unsafe z[gate + 2 * slot] = g
      unsafe z[gate + 3 * slot] = o
      unsafe step.cell[state] = c
      unsafe step.hidden[state] = o * tanhf(c)
    }
  }

  @unsafe
  private static func lstmBackward(_ step: CellStep) {
    let z = unsafe step.gates
    unsafe forEachUnit(.lstm, step) { gate, slot, state in
      let (i, f) = unsafe (z[gate], z[gate + slot])
      let (g, o) = unsafe (z[gate + 2 * slot], z[gate + 3 * slot])
      let t = unsafe tanhf(step.cell[state])
      let dh = unsafe step.outputGradient[state] + step.hiddenGradient[state]
      let d = unsafe step.cellGradient[state] + dh * o * (1 - t * t)
      unsafe z[gate] = d * g * i * (1 - i)
      unsafe z[gate + slot] = d * step.previousCell[state] * f * (1 - f)
      unsafe z[gate + 2 * slot] = d * i * (1 - g * g)
      unsafe z[gate + 3 * slot] = dh * t * o * (1 - o)
      unsafe step.cellGradient[state] = d * f
      unsafe step.hiddenGradient[state] = 0
    }
  }

  @unsafe
  private static func gruForward(_ step: CellStep) {
    let z = unsafe step.gates
    unsafe forEachUnit(.gru, step) { gate, slot, state in
      let r = unsafe sigmoid(z[gate + slot])
      let u = unsafe sigmoid(z[gate + 2 * slot])
      let n = unsafe tanhf(z[gate] + r * z[gate + 3 * slot])
      unsafe z[gate] = n
      unsafe z[gate + slot] = r
      unsafe z[gate + 2 * slot] = u
      unsafe step.hidden[state] = (1 - u) * n + u * step.previousHidden[state]
    }
  }

  @unsafe
  private static func gruBackward(_ step: CellStep) {
    let z = unsafe step.gates
    unsafe forEachUnit(.gru, step) { gate, slot, state in
      let (n, r) = unsafe (z[gate], z[gate + slot])
      let (u, m) = unsafe (z[gate + 2 * slot], z[gate + 3 * slot])
      let dh = unsafe step.outputGradient[state] + step.hiddenGradient[state]
      let dn = dh * (1 - u) * (1 - n * n)
      unsafe z[gate] = dn
      unsafe z[gate + slot] = dn * m * r * (1 - r)
      unsafe z[gate + 2 * slot] = dh * (step.previousHidden[state] - n) * u * (1 - u)
      unsafe z[gate + 3 * slot] = dn * r
      unsafe step.hiddenGradient[state] = dh * u
    }
  }

  @unsafe
  private static func mguForward(_ step: CellStep) {
    let z = unsafe step.gates
    unsafe forEachUnit(.mgu, step) { gate, slot, state in
      let f = unsafe sigmoid(z[gate + slot])
      let n = unsafe tanhf(z[gate] + f * z[gate + 2 * slot])
      unsafe z[gate] = n
      unsafe z[gate + slot] = f
      unsafe step.hidden[state] = (1 - f) * step.previousHidden[state] + f * n
    }
  }

  @unsafe
  private static func mguBackward(_ step: CellStep) {
    let z = unsafe step.gates
    unsafe forEachUnit(.mgu, step) { gate, slot, state in
      let (n, f, m) = unsafe (z[gate], z[gate + slot], z[gate + 2 * slot])
      let dh = unsafe step.outputGradient[state] + step.hiddenGradient[state]
      let dn = dh * f * (1 - n * n)
      let df = unsafe dh * (n - step.previousHidden[state]) + dn * m
      unsafe z[gate] = dn
      unsafe z[gate + slot] = df * f * (1 - f)
      unsafe z[gate + 2 * slot] = dn * f
      unsafe step.hiddenGradient[state] = dh * (1 - f)
    }
  }

  @unsafe
  private static func elmanForward(
    _ cell: CellArithmetic, _ step: CellStep, activation: (Float) -> Float
  ) {
    unsafe forEachUnit(cell, step) { gate, _, state in
      unsafe step.hidden[state] = activation(step.gates[gate])
    }
  }

  @unsafe
  private static func elmanBackward(
    _ cell: CellArithmetic, _ step: CellStep, derivative: (Float) -> Float
  ) {
    unsafe forEachUnit(cell, step) { gate, _, state in
      let dh = unsafe step.outputGradient[state] + step.hiddenGradient[state]
      unsafe step.gates[gate] = dh * derivative(step.hidden[state])
      unsafe step.hiddenGradient[state] = 0
    }
  }
}
