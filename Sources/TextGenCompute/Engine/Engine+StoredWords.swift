// Whole numbers of 8 bits that were rounded before, as the words of products.

import TextGenKernels

extension Engine {
  /// Writes `rows` rows (at most 64) of `depth` whole numbers, each row times its factor, as columns of a
  /// panel, just as `quantizeColumns` writes the floats that they stand for.
  ///
  /// Returns false, with nothing written, where rounding those floats would find other numbers: where the
  /// largest of a row is not 127.
  package func packColumns(
    rows: Int, depth: Int, from numbers: Span<Int8>, times factors: Span<Float>,
    to panel: FloatBuffer, at offset: Int, vectorStride: Int, scales: FloatBuffer,
    starts: FloatBuffer, at place: Int
  ) -> Bool {
    precondition(
      numbers.count == rows * depth && factors.count == rows,
      "\(numbers.count) numbers and \(factors.count) factors for \(rows) × \(depth)")
    guard rows > 0 && depth > 0 else { return true }
    let words = (depth + 3) / 4
    return unsafe numbers.withUnsafeBufferPointer { source -> Bool in
      guard let first = source.baseAddress else { return false }
      let sums = (0..<rows).map { row in
        unsafe sum(first + row * depth, count: depth, isRounded: factors[row])
      }
      guard sums.allSatisfy({ $0 != nil }) else { return false }
      for (row, sum) in sums.enumerated() {
        let (sum, isZero) = sum ?? (0, true)
        scales[place + row] = isZero ? 1 : factors[row] * 127 / 127
        starts[place + row] = Float(bitPattern: UInt32(bitPattern: -128 * sum))
      }
      for row in stride(from: 0, to: rows, by: 16) {
        let count = min(16, rows - row)
        unsafe transposeWords(
          first + row * depth, rows: count, depth: depth,
          to: panel.pointer(offset + row / 16 * vectorStride, length: (words - 1) * 16 + count))
      }
      return true
    }
  }
}

/// The sum of a row, and whether it is of zeros; nil where rounding would find other numbers or lose digits
/// of the scale.
@unsafe
private func sum(
  _ numbers: UnsafePointer<Int8>, count: Int, isRounded scale: Float
) -> (sum: Int32, isZero: Bool)? {
  var (sum, largest): (Int32, Int32) = (0, 0)
  for index in 0..<count {
    let number = unsafe Int32(numbers[index])
    sum &+= number
    largest = max(largest, abs(number))
  }
  guard largest == 0 || largest == 127 && scale >= .leastNormalMagnitude else { return nil }
  return (sum, largest == 0)
}

/// Writes up to 16 rows of bytes as columns of words, four bytes each, those beyond the end of a row 0.
@unsafe
private func transposeWords(
  _ source: UnsafePointer<Int8>, rows: Int, depth: Int, to target: UnsafeMutablePointer<Float>
) {
  let words = unsafe UnsafeMutableRawPointer(target).assumingMemoryBound(to: UInt32.self)
  let bytes = unsafe UnsafeRawPointer(source)
  for word in 0..<depth / 4 {
    for row in 0..<rows {
      unsafe words[word * 16 + row] = bytes.loadUnaligned(
        fromByteOffset: row * depth + word * 4, as: UInt32.self)
    }
  }
  guard depth % 4 > 0 else { return }
  for row in 0..<rows {
    var last: UInt32 = 0
    for byte in 0..<depth % 4 {
      let number = unsafe source[row * depth + depth / 4 * 4 + byte]
      last |= UInt32(UInt8(bitPattern: number)) << UInt32(8 * byte)
    }
    unsafe words[depth / 4 * 16 + row] = last
  }
}
