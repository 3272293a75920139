// What a transformer does to a row between products: layer normalization, GELU, softmax over the places
// that are looked at, and the rotation of positions. Rows of units are multiples of 16 floats; only the
// number of places is free.

/// What a transformer does to rows.
package protocol TransformerKernels: Sendable {
  static func normalize(
    count: Int, input: UnsafePointer<Float>, weight: UnsafePointer<Float>,
    bias: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>,
    statistics: UnsafeMutablePointer<Float>)
  static func normalizeBackward(
    count: Int, input: UnsafePointer<Float>, weight: UnsafePointer<Float>,
    statistics: UnsafePointer<Float>, gradient: UnsafePointer<Float>,
    inputGradient: UnsafeMutablePointer<Float>, weightGradient: UnsafeMutablePointer<Float>,
    biasGradient: UnsafeMutablePointer<Float>)
  static func gelu(count: Int, input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>)
  static func geluBackward(
    count: Int, input: UnsafePointer<Float>, gradient: UnsafePointer<Float>,
    inputGradient: UnsafeMutablePointer<Float>)
  static func weigh(count: Int, scores: UnsafeMutablePointer<Float>)
  static func weighBackward(
    count: Int, weights: UnsafePointer<Float>, gradients: UnsafeMutablePointer<Float>)
  static func rotate(
    count: Int, cosines: UnsafePointer<Float>, sines: UnsafePointer<Float>,
    values: UnsafeMutablePointer<Float>)
}

extension Target {
  /// `output = (input - mean) / √(variance + 1e-5) · weight + bias` (Ba et al. 2016), and the mean and the
  /// inverse of that root in `statistics`.
  @inlinable @inline(never)
  package static func normalize(
    count: Int, input: UnsafePointer<Float>, weight: UnsafePointer<Float>,
    bias: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>,
    statistics: UnsafeMutablePointer<Float>
  ) {
    var sum = Lanes.zero
    for index in stride(from: 0, to: count, by: 16) { sum += input.lanes(index) }
    let mean = sum.sum() / Float(count)
    var squares = Lanes.zero
    for index in stride(from: 0, to: count, by: 16) {
      let x = input.lanes(index) - mean
      squares = multiplyAdd(squares, x, x)
    }
    let inverse = 1 / (squares.sum() / Float(count) + 1e-5).squareRoot()
    for index in stride(from: 0, to: count, by: 16) {
      let x = (input.lanes(index) - mean) * inverse
      output.store(multiplyAdd(bias.lanes(index), x, weight.lanes(index)), index)
    }
    statistics[0] = mean
    statistics[1] = inverse
  }

  /// Adds the gradients of `normalize`: with x the normalised row and d = gradient · weight, that of the
  /// input is (d - mean(d) - x · mean(d x)) / deviation.
  @inlinable @inline(never)
  package static func normalizeBackward(
    count: Int, input: UnsafePointer<Float>, weight: UnsafePointer<Float>,
    statistics: UnsafePointer<Float>, gradient: UnsafePointer<Float>,
    inputGradient: UnsafeMutablePointer<Float>, weightGradient: UnsafeMutablePointer<Float>,
    biasGradient: UnsafeMutablePointer<Float>
  ) {
    let (mean, inverse) = (statistics[0], statistics[1])
    var (sum, product) = (Lanes.zero, Lanes.zero)
    for index in stride(from: 0, to: count, by: 16) {
      let x = (input.lanes(index) - mean) * inverse
      let g = gradient.lanes(index)
      let d = g * weight.lanes(index)
      sum += d
      product = multiplyAdd(product, d, x)
      weightGradient.store(multiplyAdd(weightGradient.lanes(index), g, x), index)
      biasGradient.store(biasGradient.lanes(index) + g, index)
    }
    let (first, second) = (sum.sum() / Float(count), product.sum() / Float(count))
    for index in stride(from: 0, to: count, by: 16) {
      let x = (input.lanes(index) - mean) * inverse
      let d = gradient.lanes(index) * weight.lanes(index)
      let change = (d - first - x * second) * inverse
      inputGradient.store(inputGradient.lanes(index) + change, index)
    }
  }

  /// The Gaussian error linear unit in its form with a tangent (Hendrycks and Gimpel 2016):
  /// x (1 + tanh(√(2/π) (x + 0.044715 x³))) / 2.
  @inlinable @inline(never)
  package static func gelu(
    count: Int, input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>
  ) {
    for index in stride(from: 0, to: count, by: 16) {
      let x = input.lanes(index)
      output.store(x * geluShare(x), index)
    }
  }

  /// `inputGradient = gradient · gelu'(input)`; may be `gradient`.
  @inlinable @inline(never)
  package static func geluBackward(
    count: Int, input: UnsafePointer<Float>, gradient: UnsafePointer<Float>,
    inputGradient: UnsafeMutablePointer<Float>
  ) {
    for index in stride(from: 0, to: count, by: 16) {
      let x = input.lanes(index)
      let share = geluShare(x)
      // The share is sigmoid(2u): its slope is 2 u' share (1 - share).
      let slope = 2 * 0.797_884_56 * (1 + 3 * 0.044_715 * x * x)
      let derivative = share + x * slope * share * (1 - share)
      inputGradient.store(gradient.lanes(index) * derivative, index)
    }
  }

  /// (1 + tanh(u)) / 2 = sigmoid(2u).
  @_transparent @usableFromInline
  static func geluShare(_ x: Lanes) -> Lanes {
    sigmoid(2 * 0.797_884_56 * (x + 0.044_715 * x * x * x))
  }

  /// `scores = exp(scores - maximum) / sum`.
  @inlinable @inline(never)
  package static func weigh(count: Int, scores: UnsafeMutablePointer<Float>) {
    var largest = Lanes(repeating: -.greatestFiniteMagnitude)
    var index = 0
    while index < count {
      let x = known(scores, index, count, otherwise: -.greatestFiniteMagnitude)
      largest = largest.replacing(with: x, where: x .> largest)
      index += 16
    }
    let maximum = largest.max()
    var sum = Lanes.zero
    index = 0
    while index < count {
      let lanes = min(16, count - index)
      let x = exp(UnsafePointer(scores).lanes(index, count: lanes) - maximum)
      scores.store(x, index, count: lanes)
      sum += known(scores, index, count, otherwise: 0)
      index += 16
    }
    let inverse = 1 / sum.sum()
    index = 0
    while index < count {
      let lanes = min(16, count - index)
      let x = UnsafePointer(scores).lanes(index, count: lanes)
      scores.store(x * inverse, index, count: lanes)
      index += 16
    }
  }

  /// `gradients = weights · (gradients - Σ weights · gradients)`.
  @inlinable @inline(never)
  package static func weighBackward(
    count: Int, weights: UnsafePointer<Float>, gradients: UnsafeMutablePointer<Float>
  ) {
    var sum = Lanes.zero
    var index = 0
    while index < count {
      let lanes = min(16, count - index)
      sum = multiplyAdd(
        sum, weights.lanes(index, count: lanes),
        UnsafePointer(gradients).lanes(index, count: lanes))
      index += 16
    }
    let mean = sum.sum()
    index = 0
    while index < count {
      let lanes = min(16, count - index)
      let g = UnsafePointer(gradients).lanes(index, count: lanes)
      gradients.store(weights.lanes(index, count: lanes) * (g - mean), index, count: lanes)
      index += 16
    }
  }

  /// Turns the pairs (value j, value j + count) by angles that are given by cosines and sines (Su et al.
  /// 2021).
  @inlinable @inline(never)
  package static func rotate(
    count: Int, cosines: UnsafePointer<Float>, sines: UnsafePointer<Float>,
    values: UnsafeMutablePointer<Float>
  ) {
    for index in stride(from: 0, to: count, by: 16) {
      let (c, s) = (cosines.lanes(index), sines.lanes(index))
      let (a, b) = (values.lanes(index), values.lanes(index + count))
      values.store(a * c - b * s, index)
      values.store(b * c + a * s, index + count)
    }
  }

  /// The 16 floats at `index` of `count`, those beyond replaced.
  @_transparent @usableFromInline
  static func known(
    _ values: UnsafeMutablePointer<Float>, _ index: Int, _ count: Int, otherwise: Float
  ) -> Lanes {
    if count - index >= 16 { return values.lanes(index) }
    var result = Lanes(repeating: otherwise)
    for lane in 0..<count - index { result[lane] = values[index + lane] }
    return result
  }
}
