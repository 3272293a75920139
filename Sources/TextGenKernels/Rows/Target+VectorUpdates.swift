// Loops over flat vectors: sums, norms, optimizer updates. Bound by memory, so each reads and writes
// every float once.

/// The constants of one Adam update (Kingma and Ba 2015) of a vector, bias corrections included.
@usableFromInline package struct AdamUpdate: Sendable {
  @usableFromInline package var learningRate: Float
  @usableFromInline package var beta1: Float
  @usableFromInline package var beta2: Float
  @usableFromInline package var epsilon: Float
  /// 1 / (1 - beta1^step) and 1 / (1 - beta2^step).
  @usableFromInline package var firstCorrection: Float
  @usableFromInline package var secondCorrection: Float
  /// What the gradient is multiplied by first (clipping).
  @usableFromInline package var gradientScale: Float

  @usableFromInline package init(
    learningRate: Float, beta1: Float, beta2: Float, epsilon: Float, firstCorrection: Float,
    secondCorrection: Float, gradientScale: Float
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.firstCorrection = firstCorrection
    self.secondCorrection = secondCorrection
    self.gradientScale = gradientScale
  }
}

extension Target {
  /// Adam on `count` parameters.
  @inlinable @inline(never)
  package static func adam(
    _ update: AdamUpdate, count: Int, parameters: UnsafeMutablePointer<Float>,
    gradient: UnsafePointer<Float>, firstMoment: UnsafeMutablePointer<Float>,
    secondMoment: UnsafeMutablePointer<Float>
  ) {
    var index = 0
    while index < count {
      let lanes = min(16, count - index)
      let g = gradient.lanes(index, count: lanes) * update.gradientScale
      let oldM = UnsafePointer(firstMoment).lanes(index, count: lanes)
      let oldV = UnsafePointer(secondMoment).lanes(index, count: lanes)
      let m = oldM * update.beta1 + g * (1 - update.beta1)
      let v = oldV * update.beta2 + g * g * (1 - update.beta2)
      let denominator = squareRoot(v * update.secondCorrection) + update.epsilon
      let step = m * (update.learningRate * update.firstCorrection) / denominator
      firstMoment.store(m, index, count: lanes)
      secondMoment.store(v, index, count: lanes)
      let weights = UnsafePointer(parameters).lanes(index, count: lanes)
      parameters.store(weights - step, index, count: lanes)
      index += 16
    }
  }

  /// `output += scale * input`.
  @inlinable @inline(never)
  package static func add(
    count: Int, scale: Float, input: UnsafePointer<Float>, to output: UnsafeMutablePointer<Float>
  ) {
    let factor = Lanes(repeating: scale)
    var index = 0
    while index < count {
      let lanes = min(16, count - index)
      let sum = multiplyAdd(
        UnsafePointer(output).lanes(index, count: lanes), factor,
        input.lanes(index, count: lanes))
      output.store(sum, index, count: lanes)
      index += 16
    }
  }

  /// The sum of the squares of `count` floats: lanes in Float over at most 4,096 values, those in
  /// Double. Not a number and infinity come through.
  @inlinable @inline(never)
  package static func sumOfSquares(count: Int, _ values: UnsafePointer<Float>) -> Double {
    var total = 0.0
    var start = 0
    while start < count {
      let end = min(start + 4096, count)
      var sum = Lanes.zero
      var index = start
      while index < end {
        let value = values.lanes(index, count: min(16, end - index))
        sum = multiplyAdd(sum, value, value)
        index += 16
      }
      total += Double(sum.sum())
      start = end
    }
    return total
  }

  /// Adds the sums over `rows` rows of 64 floats to `sums`.
  @inlinable @inline(never)
  package static func addColumnSums(
    rows: Int, _ values: UnsafePointer<Float>, to sums: UnsafeMutablePointer<Float>
  ) {
    for column in stride(from: 0, to: 64, by: 16) {
      var sum = sums.lanes(column)
      for row in 0..<rows { sum += values.lanes(row * 64 + column) }
      sums.store(sum, column)
    }
  }
}
