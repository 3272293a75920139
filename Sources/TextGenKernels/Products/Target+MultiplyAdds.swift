// Multiply-adds that touch no memory: the most that the arithmetic units can do.
//
// Vectors of 16 lanes that do not wait for one another keep two units busy, each of which takes four
// to six steps for a result. They stay in registers: 18 vectors in 18 of the 32 of AVX-512, six in 12
// of the 16 of AVX2, three in 12 of the 16 of the baseline.

extension Target {
  /// Makes `count` times 18 · 16 multiply-adds of words and returns something of their results;
  /// `groups` of three vectors at a time (1, 2 or 6) and `kind` are literals.
  @_transparent
  @usableFromInline package static func multiplyAdds(_ count: Int, groups: Int, kind: WordKind)
    -> Float
  {
    var (a, b, c) = (VectorGroup(first: 0), VectorGroup(first: 3), VectorGroup(first: 6))
    var (d, e, f) = (VectorGroup(first: 9), VectorGroup(first: 12), VectorGroup(first: 15))
    for _ in 0..<count * (6 / groups) {
      a.advance(kind, self)
      if groups > 1 { b.advance(kind, self) }
      if groups > 2 { c.advance(kind, self) }
      if groups > 3 { d.advance(kind, self) }
      if groups > 4 { e.advance(kind, self) }
      if groups > 5 { f.advance(kind, self) }
    }
    return (a.sum + b.sum + c.sum + d.sum + e.sum + f.sum).sum()
  }
}

/// Three vectors, each multiplied and added to in turn.
@usableFromInline @frozen
struct VectorGroup {
  @usableFromInline var v0: Lanes
  @usableFromInline var v1: Lanes
  @usableFromInline var v2: Lanes

  /// Vectors that differ, so that no two are one to the compiler.
  @_transparent @usableFromInline
  init(first: Float) {
    v0 = Lanes(repeating: first)
    v1 = Lanes(repeating: first + 1)
    v2 = Lanes(repeating: first + 2)
  }

  @_transparent @usableFromInline
  mutating func advance(_ kind: WordKind, _ target: (some Target).Type) {
    v0 = target.multipliedAndAdded(v0, kind)
    v1 = target.multipliedAndAdded(v1, kind)
    v2 = target.multipliedAndAdded(v2, kind)
  }

  @_transparent @usableFromInline
  var sum: Lanes { v0 + v1 + v2 }
}

extension Target {
  /// One multiply-add a word, each on the result of the last. Floats move towards 1: the product of
  /// two constants would be computed once where there is no fused instruction.
  @_transparent @usableFromInline
  static func multipliedAndAdded(_ x: Lanes, _ kind: WordKind) -> Lanes {
    let (factor, addend) = (Lanes(repeating: 0.999), Lanes(repeating: 0.001))
    return kind == .float
      ? multiplyAdd(addend, x, factor) : addProducts(x, factor, addend, kind)
  }
}
