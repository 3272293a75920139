// Floats as words of two bfloat16, rounded to the nearest, ties to even; the lower half of a word is
// the first of the two. A product sums over words, so both of its sides are paired along the depth:
//
//   pairColumns   neighbours in a row:       x₀ x₁ │ x₂ x₃ │ …     left sides, read by rows
//   pairRows      neighbours in a column:    x₀ⱼ x₁ⱼ in word j     what is summed over rows
//
// Places beyond an odd end count as zero.

extension Target {
  /// The bits of each lane as bfloat16 in the upper half of a word; the lower half is not clean.
  ///
  /// Rounding would carry some patterns that are not a number over to zero; those become the plain one.
  @_transparent @usableFromInline
  func roundedToUpperHalf(_ x: Lanes) -> SIMD16<UInt32> {
    let bits = unsafeBitCast(x, to: SIMD16<UInt32>.self)
    let rounded = bits &+ 0x7FFF &+ ((bits &>> 16) & 1)
    return rounded.replacing(with: 0x7FC0_0000, where: (bits & 0x7FFF_FFFF) .> 0x7F80_0000)
  }

  /// One word per lane: `low` in the lower half, `high` in the upper.
  @_transparent @usableFromInline
  func words(low: Lanes, high: Lanes) -> Lanes {
    let pairs = (roundedToUpperHalf(low) &>> 16) | (roundedToUpperHalf(high) & 0xFFFF_0000)
    return unsafeBitCast(pairs, to: Lanes.self)
  }

  /// Pairs the neighbours of each of `rows` rows of `count` floats: `(count + 1) / 2` words a row.
  @_transparent
  public func pairColumns(
    rows: Int, count: Int, input: UnsafePointer<Float>, inputStride: Int,
    output: UnsafeMutablePointer<Float>, outputStride: Int
  ) {
    for row in 0..<rows {
      let source = input + row * inputStride
      let target = UnsafeMutableRawPointer(output + row * outputStride)
      var index = 0
      while index < count {
        let lanes = source.lanes(index, count: min(16, count - index))
        let halves = SIMD16<UInt16>(truncatingIfNeeded: roundedToUpperHalf(lanes) &>> 16)
        let place = target + index * 2
        if count - index > 14 {
          place.storeBytes(of: halves, as: SIMD16<UInt16>.self)
        } else {
          // The word of an odd last float takes a zero along.
          for half in 0..<(count - index + 1) / 2 * 2 {
            place.storeBytes(of: halves[half], toByteOffset: half * 2, as: UInt16.self)
          }
        }
        index += 16
      }
    }
  }

  /// Pairs neighbouring rows of `count` floats: `(rows + 1) / 2` rows of `count` words.
  @_transparent
  public func pairRows(
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
        target.store(words(low: first.lanes(index, count: lanes), high: high), index, count: lanes)
        index += 16
      }
      row += 2
    }
  }
}
