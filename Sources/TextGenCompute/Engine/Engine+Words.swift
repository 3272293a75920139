// Floats to the words of products.

import TextGenKernels

extension Engine {
  /// Pairs neighbours in each of `rows` rows of `count` floats: `(count + 1) / 2` words a row.
  package func pairColumns(
    rows: Int, count: Int, from input: FloatBuffer, at start: Int, stride: Int,
    to output: FloatBuffer, at offset: Int, stride outputStride: Int
  ) {
    guard rows > 0 && count > 0 else { return }
    unsafe wordKernels.pairColumns(
      rows: rows, count: count, input: input.pointer(start, length: (rows - 1) * stride + count),
      inputStride: stride,
      output: output.pointer(offset, length: (rows - 1) * outputStride + (count + 1) / 2),
      outputStride: outputStride)
  }

  /// Pairs neighbouring rows of `count` floats: `(rows + 1) / 2` rows of `count` words.
  package func pairRows(
    rows: Int, count: Int, from input: FloatBuffer, at start: Int, stride: Int,
    to output: FloatBuffer, at offset: Int, stride outputStride: Int
  ) {
    guard rows > 0 && count > 0 else { return }
    unsafe wordKernels.pairRows(
      rows: rows, count: count, input: input.pointer(start, length: (rows - 1) * stride + count),
      inputStride: stride,
      output: output.pointer(offset, length: (rows - 1) / 2 * outputStride + count),
      outputStride: outputStride)
  }

  /// Writes `rows` rows of `count` floats as whole numbers of 8 bits, raised by 128, `(count + 3) / 4`
  /// words a row, and the scale of each row to `scales`, from `place` on.
  package func quantizeRows(
    rows: Int, count: Int, from input: FloatBuffer, at start: Int, stride: Int,
    to output: FloatBuffer, at offset: Int, stride outputStride: Int, scales: FloatBuffer,
    at place: Int
  ) {
    guard rows > 0 && count > 0 else { return }
    unsafe kernels.quantizeRows(
      rows: rows, count: count, input: input.pointer(start, length: (rows - 1) * stride + count),
      inputStride: stride,
      output: output.pointer(offset, length: (rows - 1) * outputStride + (count + 3) / 4),
      outputStride: outputStride, scales: scales.pointer(place, length: rows))
  }

  /// Writes `rows` rows (at most 64) of `depth` weights as columns of whole numbers of 8 bits, from
  /// `offset` on, 16 in a row and the next 16 `vectorStride` further, with the scale of each and what its
  /// sums start with, from `place` on.
  package func quantizeColumns(
    rows: Int, depth: Int, from weights: FloatBuffer, at start: Int, stride: Int,
    to panel: FloatBuffer, at offset: Int, vectorStride: Int, scales: FloatBuffer,
    starts: FloatBuffer, at place: Int
  ) {
    let words = (depth + 3) / 4
    let raised = FloatBuffer(count: rows * words)
    quantizeRows(
      rows: rows, count: depth, from: weights, at: start, stride: stride, to: raised, at: 0,
      stride: words, scales: scales, at: place)
    for row in 0..<rows {
      var sum: Int32 = 0
      for word in 0..<words {
        // A byte without its uppermost bit's complement is the number itself, with sign.
        let bits = raised[row * words + word].bitPattern ^ 0x8080_8080
        panel[offset + row / 16 * vectorStride + word * 16 + row % 16] = Float(bitPattern: bits)
        for shift: UInt32 in [0, 8, 16, 24] {
          sum += Int32(Int8(truncatingIfNeeded: bits >> shift))
        }
      }
      starts[place + row] = Float(bitPattern: UInt32(bitPattern: -128 * sum))
    }
  }
}
