// Softmax, cross-entropy and its gradient over a block of rows of logits in panels of 64 columns.
//
// log p(y) = x_y - max - ln Σ exp(x - max); the gradient of -log p(y) is p - onehot(y). Columns beyond
// the vocabulary hold -infinity-like logits (a bias of -1e30), so that they count for nothing.

#if canImport(Glibc)
  public import Glibc
#else
  public import Darwin
#endif

/// The operands of softmax over rows of logits.
@usableFromInline package struct SoftmaxRows {
  @usableFromInline package var rows: Int
  @usableFromInline package var panels: Int
  /// (panels, rows, 64) logits in; the gradient out, where `gradientScale` is not 0.
  @usableFromInline package var logits: UnsafeMutablePointer<Float>
  /// (rows) the tokens whose probability is asked for.
  @usableFromInline package var targets: UnsafePointer<Int32>
  /// (rows) the natural logarithm of the probability of each target, out.
  @usableFromInline package var logProbabilities: UnsafeMutablePointer<Float>
  /// What the gradient is multiplied by: 1 / number of targets for a mean; 0 leaves the logits.
  @usableFromInline package var gradientScale: Float

  @_transparent
  @usableFromInline package init(
    rows: Int, panels: Int, logits: UnsafeMutablePointer<Float>, targets: UnsafePointer<Int32>,
    logProbabilities: UnsafeMutablePointer<Float>, gradientScale: Float
  ) {
    self.rows = rows
    self.panels = panels
    self.logits = logits
    self.targets = targets
    self.logProbabilities = logProbabilities
    self.gradientScale = gradientScale
  }
}

extension Target {
  /// Log-probabilities of the targets, and the gradient of the scaled loss in place of the logits.
  @inlinable @inline(never)
  package static func softmax(_ operands: SoftmaxRows) {
    let stride = operands.rows * 64
    for row in 0..<operands.rows {
      let x = operands.logits + row * 64
      let maximum = rowMaximum(x, panels: operands.panels, stride: stride)
      let target = Int(operands.targets[row])
      let place = (target / 64) * stride + target % 64
      let logit = x[place]
      let keeps = operands.gradientScale == 0
      let sum = rowExponentials(
        x, panels: operands.panels, stride: stride, maximum: maximum, keepsLogits: keeps)
      operands.logProbabilities[row] = logit - maximum - logf(sum)
      if keeps { continue }
      let scale = Lanes(repeating: operands.gradientScale / sum)
      for panel in 0..<operands.panels {
        for column in Swift.stride(from: panel * stride, to: panel * stride + 64, by: 16) {
          x.store(x.lanes(column) * scale, column)
        }
      }
      x[place] -= operands.gradientScale
    }
  }

  /// Natural logarithms of the probabilities of one row: `panels` panels of 64 logits, `stride`
  /// floats apart, to `count` floats.
  @inlinable @inline(never)
  package static func logSoftmax(
    _ x: UnsafeMutablePointer<Float>, panels: Int, stride: Int,
    to output: UnsafeMutablePointer<Float>, count: Int
  ) {
    let maximum = rowMaximum(x, panels: panels, stride: stride)
    let sum = rowExponentials(
      x, panels: panels, stride: stride, maximum: maximum, keepsLogits: true)
    // In the order of `softmax`, so that both give the same bits.
    let first = Lanes(repeating: maximum)
    let second = Lanes(repeating: logf(sum))
    var column = 0
    while column < count {
      let value = x.lanes((column / 64) * stride + column % 64) - first - second
      output.store(value, column, count: min(16, count - column))
      column += 16
    }
  }

  @_transparent @usableFromInline
  static func rowMaximum(_ x: UnsafeMutablePointer<Float>, panels: Int, stride: Int) -> Float {
    var maximum = Lanes(repeating: -1e30)
    for panel in 0..<panels {
      for column in Swift.stride(from: panel * stride, to: panel * stride + 64, by: 16) {
        // `pointwiseMax` would compare lane by lane.
        let value = x.lanes(column)
        maximum.replace(with: value, where: value .> maximum)
      }
    }
    return maximum.max()
  }

  /// Σ exp(x - maximum); the exponentials replace the logits unless they are to be kept.
  @_transparent @usableFromInline
  static func rowExponentials(
    _ x: UnsafeMutablePointer<Float>, panels: Int, stride: Int, maximum: Float, keepsLogits: Bool
  ) -> Float {
    let shift = Lanes(repeating: maximum)
    var sum = Lanes.zero
    for panel in 0..<panels {
      for column in Swift.stride(from: panel * stride, to: panel * stride + 64, by: 16) {
        let value = exp(x.lanes(column) - shift)
        sum += value
        if !keepsLogits { x.store(value, column) }
      }
    }
    return sum.sum()
  }
}
