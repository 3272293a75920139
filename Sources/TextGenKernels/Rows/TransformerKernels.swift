// What a transformer does to a row between products: layer normalization, GELU, softmax over the places
// that are looked at, and the rotation of positions. Rows of units are multiples of 16 floats; only the
// number of places is free.

/// The kernels of `TransformerKernels.swift`, behind functions.
@usableFromInline package struct TransformerKernels: Sendable {
  /// A row of the vectors of a unit: read.
  @usableFromInline package typealias Row = UnsafePointer<Float>
  /// Likewise: written.
  @usableFromInline package typealias NewRow = UnsafeMutablePointer<Float>

  /// Count, input, weight, bias, output, mean and inverse deviation.
  @usableFromInline package let normalize: @Sendable (Int, Row, Row, Row, NewRow, NewRow) -> Void
  /// Count, input, weight, mean and inverse deviation, gradient of the output; added to: gradients of
  /// the input, of the weight and of the bias.
  @usableFromInline package let normalizeBackward:
    @Sendable (Int, Row, Row, Row, Row, NewRow, NewRow, NewRow) -> Void
  /// Count, input, output.
  @usableFromInline package let gelu: @Sendable (Int, Row, NewRow) -> Void
  /// Count, input, gradient of the output, gradient of the input.
  @usableFromInline package let geluBackward: @Sendable (Int, Row, Row, NewRow) -> Void
  /// Count, scores that become weights.
  @usableFromInline package let weigh: @Sendable (Int, NewRow) -> Void
  /// Count, weights, gradients of the weights that become those of the scores.
  @usableFromInline package let weighBackward: @Sendable (Int, Row, NewRow) -> Void
  /// Count of pairs, cosines, sines, values; pairs are `count` apart.
  @usableFromInline package let rotate: @Sendable (Int, Row, Row, NewRow) -> Void

  /// These kernels.
  @usableFromInline package init(
    normalize: @escaping @Sendable (Int, Row, Row, Row, NewRow, NewRow) -> Void,
    normalizeBackward:
      @escaping @Sendable (Int, Row, Row, Row, Row, NewRow, NewRow, NewRow) -> Void,
    gelu: @escaping @Sendable (Int, Row, NewRow) -> Void,
    geluBackward: @escaping @Sendable (Int, Row, Row, NewRow) -> Void,
    weigh: @escaping @Sendable (Int, NewRow) -> Void,
    weighBackward: @escaping @Sendable (Int, Row, NewRow) -> Void,
    rotate: @escaping @Sendable (Int, Row, Row, NewRow) -> Void
  ) {
    self.normalize = normalize
    self.normalizeBackward = normalizeBackward
    self.gelu = gelu
    self.geluBackward = geluBackward
    self.weigh = weigh
    self.weighBackward = weighBackward
    self.rotate = rotate
  }
}

extension Target {
  /// `output = (input - mean) / √(variance + 1e-5) · weight + bias` (Ba et al. 2016), and the mean and the
  /// inverse of that root in `statistics`.
  @_transparent
  @usableFromInline package func normalize(
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
  @_transparent
  @usableFromInline package func normalizeBackward(
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
  @_transparent
  @usableFromInline package func gelu(
    count: Int, input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>
  ) {
    for index in stride(from: 0, to: count, by: 16) {
      let x = input.lanes(index)
      output.store(x * geluShare(x), index)
    }
  }

  /// `inputGradient = gradient · gelu'(input)`; may be `gradient`.
  @_transparent
  @usableFromInline package func geluBackward(
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
  func geluShare(_ x: Lanes) -> Lanes {
    sigmoid(2 * 0.797_884_56 * (x + 0.044_715 * x * x * x))
  }

  /// `scores = exp(scores - maximum) / sum`.
  @_transparent
  @usableFromInline package func weigh(count: Int, scores: UnsafeMutablePointer<Float>) {
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
  @_transparent
  @usableFromInline package func weighBackward(
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
  @_transparent
  @usableFromInline package func rotate(
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
  func known(
    _ values: UnsafeMutablePointer<Float>, _ index: Int, _ count: Int, otherwise: Float
  ) -> Lanes {
    if count - index >= 16 { return values.lanes(index) }
    var result = Lanes(repeating: otherwise)
    for lane in 0..<count - index { result[lane] = values[index + lane] }
    return result
  }
}
