// The vector type of every kernel, and what differs between instruction sets.
//
// Each loop of this module is written once over 16 lanes and compiled into the targets whose types conform to
// `Target`; their flags decide whether 16 lanes are four, two or one register. Nothing here is compiled into
// code of its own.

/// Sixteen floats.
@usableFromInline package typealias Lanes = SIMD16<Float>

extension UnsafePointer<Float> {
  /// The 16 floats at `index`, aligned or not.
  @_transparent @usableFromInline
  func lanes(_ index: Int) -> Lanes {
    UnsafeRawPointer(self + index).loadUnaligned(as: Lanes.self)
  }

  /// The first `count` of the 16 floats at `index`, the others 0.
  @_transparent @usableFromInline
  func lanes(_ index: Int, count: Int) -> Lanes {
    if count >= 16 { return lanes(index) }
    var result = Lanes.zero
    for lane in 0..<count { result[lane] = self[index + lane] }
    return result
  }
}

extension UnsafeMutablePointer<Float> {
  /// The 16 floats at `index`, aligned or not.
  @_transparent @usableFromInline
  func lanes(_ index: Int) -> Lanes { UnsafePointer(self).lanes(index) }

  /// Stores 16 floats at `index`, aligned or not.
  @_transparent @usableFromInline
  func store(_ value: Lanes, _ index: Int) {
    UnsafeMutableRawPointer(self + index).storeBytes(of: value, as: Lanes.self)
  }

  /// Stores the first `count` of 16 floats at `index`.
  @_transparent @usableFromInline
  func store(_ value: Lanes, _ index: Int, count: Int) {
    if count >= 16 { return store(value, index) }
    for lane in 0..<count { self[index + lane] = value[lane] }
  }

  /// Stores the first `count` of 16 floats at `index`, or adds them to what is there.
  @_transparent @usableFromInline
  func put(_ value: Lanes, _ index: Int, count: Int, adding: Bool) {
    if count == 16 {
      store(adding ? lanes(index) + value : value, index)
    } else {
      let old = adding ? UnsafePointer(self).lanes(index, count: count) : .zero
      store(old + value, index, count: count)
    }
  }
}
