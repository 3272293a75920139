import TextGenKernels

/// Rows of floats in a buffer, which must outlive it: `stride` apart from `offset`.
package struct Rows {
  let buffer: FloatBuffer
  let offset, stride: Int

  /// The rows from `offset` on.
  package init(_ buffer: FloatBuffer, offset: Int = 0, stride: Int = 0) {
    self.buffer = buffer
    self.offset = offset
    self.stride = stride
  }

  func pointer(_ row: Int, _ count: Int) -> UnsafeMutablePointer<Float> {
    unsafe buffer.pointer(offset + row * stride, length: count)
  }
}

extension Engine {
  /// Layer normalization (Ba et al. 2016) of rows of `count` floats, a multiple of 16, with the weight
  /// and bias at `weight` and `bias`; means and inverse deviations go to `statistics`, two a row.
  package func normalize(
    rows: Int, count: Int, _ input: Rows, weight: Rows, bias: Rows, to output: Rows,
    statistics: FloatBuffer
  ) {
    precondition(count % 16 == 0, "rows of \(count) floats, expected a multiple of 16")
    for row in 0..<rows {
      unsafe kernels.normalize(
        count: count, input: input.pointer(row, count), weight: weight.pointer(0, count),
        bias: bias.pointer(0, count), output: output.pointer(row, count),
        statistics: statistics.pointer(2 * row, length: 2))
    }
  }

  /// Adds the gradients of `normalize` to those of its input, its weight and its bias.
  package func normalizeBackward(
    rows: Int, count: Int, _ input: Rows, weight: Rows, statistics: FloatBuffer,
    gradient: Rows, inputGradient: Rows, weightGradient: Rows, biasGradient: Rows
  ) {
    precondition(count % 16 == 0, "rows of \(count) floats, expected a multiple of 16")
    for row in 0..<rows {
      unsafe kernels.normalizeBackward(
        count: count, input: input.pointer(row, count), weight: weight.pointer(0, count),
        statistics: statistics.pointer(2 * row, length: 2), gradient: gradient.pointer(row, count),
        inputGradient: inputGradient.pointer(row, count),
        weightGradient: weightGradient.pointer(0, count),
        biasGradient: biasGradient.pointer(0, count))
    }
  }

  /// The Gaussian error linear units of rows of `count` floats, a multiple of 16.
  package func gelu(rows: Int, count: Int, _ input: Rows, to output: Rows) {
    precondition(count % 16 == 0, "rows of \(count) floats, expected a multiple of 16")
    for row in 0..<rows {
      unsafe kernels.gelu(
        count: count, input: input.pointer(row, count), output: output.pointer(row, count))
    }
  }

  /// The gradient of the input of `gelu`.
  package func geluBackward(
    rows: Int, count: Int, _ input: Rows, gradient: Rows, to inputGradient: Rows
  ) {
    precondition(count % 16 == 0, "rows of \(count) floats, expected a multiple of 16")
    for row in 0..<rows {
      unsafe kernels.geluBackward(
        count: count, input: input.pointer(row, count), gradient: gradient.pointer(row, count),
        inputGradient: inputGradient.pointer(row, count))
    }
  }

  /// Makes the `count` scores at `offset` weights that sum to 1.
  package func weigh(_ count: Int, _ scores: FloatBuffer, at offset: Int) {
    unsafe kernels.weigh(count: count, scores: scores.pointer(offset, length: count))
  }

  /// Makes the gradients of `count` weights at `place` those of the scores that they came from.
  package func weighBackward(
    _ count: Int, weights: FloatBuffer, at offset: Int, gradients: FloatBuffer, at place: Int
  ) {
    unsafe kernels.weighBackward(
      count: count, weights: weights.pointer(offset, length: count),
      gradients: gradients.pointer(place, length: count))
  }

  /// Turns `count` pairs of values at `offset`, `count` apart, by angles with these cosines and sines.
  package func rotate(
    _ count: Int, cosines: FloatBuffer, sines: FloatBuffer, at place: Int, _ values: FloatBuffer,
    at offset: Int
  ) {
    precondition(count % 16 == 0, "\(count) pairs, expected a multiple of 16")
    unsafe kernels.rotate(
      count: count, cosines: cosines.pointer(place, length: count),
      sines: sines.pointer(place, length: count), values: values.pointer(offset, length: 2 * count))
  }
}
