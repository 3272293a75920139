/// What two distributions over a vocabulary, P given by logarithms and Q by probabilities, say about each
/// other: the sums of which entropies and divergences are made, in nats.
@frozen
@usableFromInline package struct DistributionSums: Sendable, Hashable {
  /// Σ P ln P, Σ Q ln Q, Σ Q ln P and Σ P ln Q.
  @usableFromInline package var own: Float
  @usableFromInline package var other: Float
  @usableFromInline package var otherUnderOwn: Float
  @usableFromInline package var ownUnderOther: Float

  @_transparent
  @usableFromInline package init(
    own: Float, other: Float, otherUnderOwn: Float, ownUnderOther: Float
  ) {
    self.own = own
    self.other = other
    self.otherUnderOwn = otherUnderOwn
    self.ownUnderOther = ownUnderOther
  }
}

extension Target {
  /// The sums of `count` logarithms, -87 at least, and as many probabilities, above 0.
  @inlinable @inline(never)
  package static func distributionSums(
    count: Int, logarithms: UnsafePointer<Float>, probabilities: UnsafePointer<Float>
  ) -> DistributionSums {
    var (own, other, otherUnderOwn, ownUnderOther) = (
      Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero
    )
    var index = 0
    while index < count {
      let left = min(16, count - index)
      // Lanes beyond the end have probability 0 and logarithm 0 on both sides.
      let logP = logarithms.lanes(index, count: left)
      var p = exp(logP)
      let q = probabilities.lanes(index, count: left)
      var logQ = ln(q)
      if left < 16 {
        for lane in left..<16 {
          p[lane] = 0
          logQ[lane] = 0
        }
      }
      own = multiplyAdd(own, p, logP)
      other = multiplyAdd(other, q, logQ)
      otherUnderOwn = multiplyAdd(otherUnderOwn, q, logP)
      ownUnderOther = multiplyAdd(ownUnderOther, p, logQ)
      index += 16
    }
    return DistributionSums(
      own: own.sum(), other: other.sum(), otherUnderOwn: otherUnderOwn.sum(),
      ownUnderOther: ownUnderOther.sum())
  }
}
