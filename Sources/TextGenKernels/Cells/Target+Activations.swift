// The exponential and what is made of it, on 16 lanes.
//
// exp(x) = 2^n · exp(r) with n = round(x / ln 2) and |r| ≤ ln 2 / 2. Adding 1.5 · 2^23 rounds to the
// nearest integer without a call; ln 2 is split in two so that r keeps its low bits (Cody and Waite
// 1980); exp(r) is its Taylor polynomial of degree 7, whose remainder is below 5e-9 on the interval.
// The bias has 127 added, so that its low bits are the exponent of 2^n, ready to shift into place.
// Relative error below 2e-7 on [-87, 88]; arguments outside are clamped. Not a number stays so, that
// training may notice: a comparison with it is false, where the minimum of two would drop it.

extension Target {
  /// The exponential of each lane.
  @_transparent @usableFromInline
  static func exp(_ argument: Lanes) -> Lanes {
    let x =
      argument
      .replacing(with: -87, where: argument .< -87)
      .replacing(with: 88, where: argument .> 88)
    let roundingBias = Lanes(repeating: 12_582_912 + 127)
    let shifted = multiplyAdd(roundingBias, x, Lanes(repeating: 1.442_695_04))
    let n = shifted - roundingBias
    let high = multiplyAdd(x, n, Lanes(repeating: -0.693_359_375))
    let r = multiplyAdd(high, n, Lanes(repeating: 2.121_944_4e-4))
    var sum = Lanes(repeating: 1.984_126_98e-4)
    sum = multiplyAdd(Lanes(repeating: 1.388_888_89e-3), sum, r)
    sum = multiplyAdd(Lanes(repeating: 8.333_333_33e-3), sum, r)
    sum = multiplyAdd(Lanes(repeating: 4.166_666_67e-2), sum, r)
    sum = multiplyAdd(Lanes(repeating: 1.666_666_67e-1), sum, r)
    sum = multiplyAdd(Lanes(repeating: 0.5), sum, r)
    let power = multiplyAdd(r + 1, sum, r * r)
    let exponent = unsafeBitCast(shifted, to: SIMD16<Int32>.self) &<< 23
    return power * unsafeBitCast(exponent, to: Lanes.self)
  }

  /// The logistic function of each lane, 1 / (1 + exp(-x)).
  @_transparent @usableFromInline
  static func sigmoid(_ x: Lanes) -> Lanes { 1 / (1 + exp(-x)) }

  /// The hyperbolic tangent of each lane, 2 sigmoid(2x) - 1; absolute error below 2e-7.
  @_transparent @usableFromInline
  static func tanh(_ x: Lanes) -> Lanes { 2 / (1 + exp(-2 * x)) - 1 }

  /// The square root of each lane, 0 or more: x times the reciprocal root, which starts from its bit
  /// pattern and takes three Newton steps; relative error below 3e-7. `SIMD16.squareRoot` calls libm.
  @_transparent @usableFromInline
  static func squareRoot(_ x: Lanes) -> Lanes {
    let bits = unsafeBitCast(x, to: SIMD16<Int32>.self)
    var y = unsafeBitCast(0x5F37_59DF &- (bits &>> 1), to: Lanes.self)
    let half = x * 0.5
    y *= 1.5 - half * y * y
    y *= 1.5 - half * y * y
    y *= 1.5 - half * y * y
    return x * y
  }
}
