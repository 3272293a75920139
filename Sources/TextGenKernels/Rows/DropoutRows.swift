// Dropout (Srivastava et al. 2014), inverted: kept values are divided by the probability of keeping.
//
// Whether a value is kept depends on a key and on the value's place alone, through a counter-based
// hash (lowbias32, Wellons 2018). No mask is stored: the backward pass asks the same question again,
// and no cut of the work into shards or threads changes the answer.

/// Which values of a matrix are dropped.
@usableFromInline package struct DropoutRows: Sendable {
  /// Mixed from the seed, the step and the layer.
  @usableFromInline package var key: UInt32
  /// A value is dropped if its hash is below this: probability × 2^32.
  @usableFromInline package var threshold: UInt32
  /// 1 / (1 - probability).
  @usableFromInline package var scale: Float

  @usableFromInline package init(key: UInt32, probability: Double) {
    self.key = key
    threshold = UInt32(min(probability * 4_294_967_296, 4_294_967_295))
    scale = Float(1 / (1 - probability))
  }
}

extension Target {
  /// Drops and scales the values of one row: `output[j] = kept(row, j) ? input[j] * scale : 0`.
  ///
  /// `output` may be `input`. Both must be readable and writable up to a multiple of 16 floats.
  @inlinable @inline(never)
  package static func dropout(
    _ dropout: DropoutRows, row: UInt32, count: Int, input: UnsafePointer<Float>,
    output: UnsafeMutablePointer<Float>
  ) {
    let threshold = SIMD16<UInt32>(repeating: dropout.threshold)
    let lane = SIMD16<UInt32>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    let start = row &* 0x9E37_79B9 &+ dropout.key
    var index = 0
    while index < count {
      var hash = SIMD16(repeating: start &+ UInt32(truncatingIfNeeded: index)) &+ lane
      hash = (hash ^ (hash &>> 16)) &* 0x7FEB_352D
      hash = (hash ^ (hash &>> 15)) &* 0x846C_A68B
      hash ^= hash &>> 16
      let kept = input.lanes(index) * dropout.scale
      output.store(kept.replacing(with: 0, where: hash .< threshold), index)
      index += 16
    }
  }
}
