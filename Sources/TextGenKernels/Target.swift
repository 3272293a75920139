/// An instruction set that the kernels are compiled for: what their arithmetic must know of it.
///
/// Each kernel is written once, as an inlinable function of an extension of this protocol. Where a type
/// conforms to it and to `KernelSet`, in a target of its own with the flags of its instructions, the kernels
/// are compiled for that type. They are never inlined: what refers to a requirement is a thunk, in which the
/// compiler inlines no function of C.
@usableFromInline package protocol Target: Sendable {
  /// Whether a multiply-add is one instruction; without it `addingProduct` calls libm lane by lane.
  static var isFused: Bool { get }
  /// Whether a product that is added to C starts its sums with what C holds, so that they may be computed
  /// piece by piece; elsewhere they are added in the end.
  static var startsWithC: Bool { get }
}

extension Target {
  @_transparent @usableFromInline package static var startsWithC: Bool { false }

  /// `addend + a * b`.
  @_transparent @usableFromInline
  static func multiplyAdd(_ addend: Lanes, _ a: Lanes, _ b: Lanes) -> Lanes {
    isFused ? addend.addingProduct(a, b) : addend + a * b
  }
}
