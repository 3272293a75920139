// Rows of floats as whole numbers of 8 bits: x ≈ scale · q with |q| ≤ 127, a scale for each row.
//
// The left side of a product holds q + 128, without sign, since that is what the instruction multiplies
// with signed bytes; 128 times the sum of a column of the right side is taken off where its sums start.

public import CTextgenVectors

extension Target {
  /// Writes `rows` rows of `count` floats as bytes q + 128, four a word, and their scales.
  ///
  /// Places beyond the end of a row, up to a word, hold 128, which stands for 0.
  @inlinable @inline(never)
  package static func quantizeRows(
    rows: Int, count: Int, input: UnsafePointer<Float>, inputStride: Int,
    output: UnsafeMutablePointer<Float>, outputStride: Int, scales: UnsafeMutablePointer<Float>
  ) {
    for row in 0..<rows {
      let source = input + row * inputStride
      // Magnitudes as whole numbers have the same order, and what is no number is the largest.
      var largest = SIMD16<Int32>.zero
      var index = 0
      while index < count {
        let x = source.lanes(index, count: min(16, count - index))
        let magnitude = unsafeBitCast(x, to: SIMD16<Int32>.self) & 0x7FFF_FFFF
        // `pointwiseMax` compares lane by lane: with it rounding a row took 30 times as long.
        largest.replace(with: magnitude, where: magnitude .> largest)
        index += 16
      }
      let maximum = Float(bitPattern: UInt32(bitPattern: largest.max()))
      // A row of zeros, or of what is no number, stands for itself.
      scales[row] = maximum > 0 ? maximum / 127 : maximum == 0 ? 1 : maximum
      let factor = maximum > 0 ? 127 / maximum : 0
      let target = UnsafeMutableRawPointer(output + row * outputStride)
      index = 0
      while index < count {
        let lanes = min(16, count - index)
        let bytes = ctextgen_bytes_of(source.lanes(index, count: lanes) * factor)
        if lanes > 12 {
          target.storeBytes(of: bytes, toByteOffset: index, as: SIMD16<UInt8>.self)
        } else {
          for byte in 0..<(lanes + 3) / 4 * 4 {
            target.storeBytes(of: bytes[byte], toByteOffset: index + byte, as: UInt8.self)
          }
        }
        index += 16
      }
    }
  }
}
