// Matrices as whole numbers of 8 bits: w ≈ scale · q with |q| ≤ 127 and a scale for each row.
//
// In a file a matrix is an I8 tensor of its own name and shape beside `NAME.scale`, F32 (rows); vectors
// stay F32. The numbers are those that products make of floats: rounding `scale · q` gives the same q
// and the same scale again, so a model that was read can be written, or multiplied, without a loss.

import TextGenCompute
package import TextGenLayers
package import TextGenSafeTensors

extension ParameterLayout.Tensor {
  /// Whether few bits make up for a scale: biases are left as they are.
  var isMatrix: Bool { shape.count == 2 }

  /// The name of a matrix's scales.
  var scaleName: String { name + ".scale" }
  var rowCount: Int { shape[0] }
  fileprivate var rowWidth: Int { shape[1] }
}

extension SafeTensorsWriter {
  /// Adds every tensor of a flat vector, matrices as whole numbers of 8 bits.
  package mutating func addQuantized(_ values: [Float], _ layout: ParameterLayout) {
    precondition(values.count == layout.count, "\(values.count) floats for \(layout.count)")
    for tensor in layout.tensors {
      guard tensor.isMatrix else {
        add(tensor.name, shape: tensor.shape, values[tensor.range])
        continue
      }
      let matrix = QuantizedMatrix(rounding: values, tensor)
      add(tensor.name, shape: tensor.shape, matrix.numbers)
      add(tensor.scaleName, shape: [tensor.rowCount], matrix.scales)
    }
  }
}

extension ParameterLayout {
  /// `values` with every matrix as its whole numbers stand for it.
  package func rounded(_ values: [Float]) -> [Float] {
    precondition(values.count == count, "\(values.count) floats for \(count)")
    var rounded = values
    for tensor in tensors where tensor.isMatrix {
      let matrix = QuantizedMatrix(rounding: values, tensor)
      var place = 0
      for scale in matrix.scales {
        for _ in 0..<tensor.rowWidth {
          rounded[tensor.offset + place] = scale * Float(matrix.numbers[place])
          place += 1
        }
      }
    }
    return rounded
  }
}

/// The whole numbers and scales of one matrix.
private struct QuantizedMatrix {
  let numbers: [Int8]
  let scales: [Float]

  /// Rounds a tensor of the flat vector `values` as products round their sides.
  init(rounding values: [Float], _ tensor: ParameterLayout.Tensor) {
    let (rows, width) = (tensor.rowCount, tensor.rowWidth)
    let stride = ProductPrecision.int8.words(width)
    let floats = FloatBuffer(count: tensor.count)
    floats.store(values.span.extracting(tensor.range), at: 0)
    let (words, factors) = (FloatBuffer(count: rows * stride), FloatBuffer(count: rows))
    Engine().quantizeRows(
      rows: rows, count: width, from: floats, at: 0, stride: width, to: words, at: 0,
      stride: stride, scales: factors, at: 0)
    var (numbers, scales) = ([Int8](repeating: 0, count: tensor.count), factors.values())
    let bits = words.values().map { $0.bitPattern ^ 0x8080_8080 }
    for row in 0..<rows {
      if scales[row] < Float.leastNormalMagnitude {
        // The scale has lost digits: all weights of the row, at most 1.5e-36, count as 0.
        scales[row] = 1
        continue
      }
      // A word holds four bytes, each raised by 128.
      for column in 0..<width {
        let word = bits[row * stride + column / 4]
        numbers[row * width + column] = Int8(
          truncatingIfNeeded: word >> UInt32(8 * (column % 4)))
      }
    }
    self.numbers = numbers
    self.scales = scales
  }
}
