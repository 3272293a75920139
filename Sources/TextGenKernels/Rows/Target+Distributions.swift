// Distributions over a vocabulary: exponentials of logits, and the mixture of two models.

public import CTextgenVectors

extension Target {
  /// `exp(input - shift)` of `count` floats.
  @inlinable @inline(never)
  package static func exponentials(
    count: Int, shift: Float, input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>
  ) {
    let shift = Lanes(repeating: shift)
    var index = 0
    while index < count {
      let left = min(16, count - index)
      output.store(exp(input.lanes(index, count: left) - shift), index, count: left)
      index += 16
    }
  }

  /// `ln(share · exp(logarithm) + (1 - share) · probability)` in place of `count` logarithms.
  @inlinable @inline(never)
  package static func mix(
    count: Int, share: Float, probabilities: UnsafePointer<Float>,
    logarithms: UnsafeMutablePointer<Float>
  ) {
    let first = Lanes(repeating: share)
    let second = Lanes(repeating: 1 - share)
    var index = 0
    while index < count {
      let left = min(16, count - index)
      let network = exp(UnsafePointer(logarithms).lanes(index, count: left))
      let sum = multiplyAdd(first * network, second, probabilities.lanes(index, count: left))
      logarithms.store(ln(sum), index, count: left)
      index += 16
    }
  }

  /// The natural logarithm of each lane, a normal number above 0.
  ///
  /// x = 2^e m with m from √½ to √2, and ln m = 2 artanh(s) with s = (m - 1) / (m + 1), |s| < 0.172:
  /// five terms of its series leave a relative error below 1e-8, so that rounding is all there is.
  @_transparent @usableFromInline
  static func ln(_ x: Lanes) -> Lanes {
    let bits = unsafeBitCast(x, to: SIMD16<Int32>.self)
    // The bits of √½, so that the exponent changes there.
    let exponent = (bits &- 0x3F35_04F3) &>> 23
    let m = unsafeBitCast(bits &- (exponent &<< 23), to: Lanes.self)
    let s = (m - 1) / (m + 1)
    let square = s * s
    var sum = multiplyAdd(
      Lanes(repeating: 0.142_857_143), square, Lanes(repeating: 0.111_111_111))
    sum = multiplyAdd(Lanes(repeating: 0.2), sum, square)
    sum = multiplyAdd(Lanes(repeating: 0.333_333_333), sum, square)
    let twice = s + s
    let part = multiplyAdd(twice, twice * square, sum)
    let e = ctextgen_floats_of(exponent)
    return multiplyAdd(
      multiplyAdd(part, e, Lanes(repeating: -2.121_944_4e-4)), e,
      Lanes(repeating: 0.693_359_375))
  }
}
