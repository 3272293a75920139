/// What the kernels must know of an instruction set; a constant in each target, folded away.
@frozen
@usableFromInline package struct Target: Sendable {
  /// Whether a multiply-add is one instruction; without it `addingProduct` calls libm lane by lane.
  @usableFromInline package let fused: Bool

  @_transparent
  @usableFromInline package init(fused: Bool) {
    self.fused = fused
  }

  /// `addend + a * b`.
  @_transparent @usableFromInline
  func multiplyAdd(_ addend: Lanes, _ a: Lanes, _ b: Lanes) -> Lanes {
    fused ? addend.addingProduct(a, b) : addend + a * b
  }
}
