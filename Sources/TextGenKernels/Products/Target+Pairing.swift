// Floats as words of two bfloat16, rounded to the nearest, ties to even; the lower half of a word is
// the first of the two. A product sums over words, so both of its sides are paired along the depth:
//
//   pairColumns   neighbours in a row:       x₀ x₁ │ x₂ x₃ │ …     left sides, read by rows
//   pairRows      neighbours in a column:    x₀ⱼ x₁ⱼ in word j     what is summed over rows
//
// Places beyond an odd end count as zero.

public import CTextgenVectors

extension Target {
  /// Pairs the neighbours of each of `rows` rows of `count` floats: `(count + 1) / 2` words a row.
  @inlinable @inline(never)
  package static func pairColumns(
    rows: Int, count: Int, input: UnsafePointer<Float>, inputStride: Int,
    output: UnsafeMutablePointer<Float>, outputStride: Int
  ) {
    for row in 0..<rows {
      let source = input + row * inputStride
      let target = output + row * outputStride
      var index = 0
      while index < count {
        let first = source.lanes(index, count: min(16, count - index))
        let rest = count - index - 16
        let second = rest > 0 ? source.lanes(index + 16, count: min(16, rest)) : .zero
        let words = unsafeBitCast(ctextgen_pair_columns(first, second), to: Lanes.self)
        target.store(words, index / 2, count: min(16, (count - index + 1) / 2))
        index += 32
      }
    }
  }

  /// Pairs neighbouring rows of `count` floats: `(rows + 1) / 2` rows of `count` words.
  @inlinable @inline(never)
  package static func pairRows(
    rows: Int, count: Int, input: UnsafePointer<Float>, inputStride: Int,
    output: UnsafeMutablePointer<Float>, outputStride: Int
  ) {
    var row = 0
    while row < rows {
      let first = input + row * inputStride
      let second = first + inputStride
      let target = output + row / 2 * outputStride
      let isPair = row + 1 < rows
      var index = 0
      while index < count {
        let lanes = min(16, count - index)
        let high = isPair ? second.lanes(index, count: lanes) : .zero
        let words = ctextgen_pair_rows(first.lanes(index, count: lanes), high)
        target.store(unsafeBitCast(words, to: Lanes.self), index, count: lanes)
        index += 16
      }
      row += 2
    }
  }
}
