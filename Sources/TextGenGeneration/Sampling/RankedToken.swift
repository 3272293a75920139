/// A token's place in an order by logit: the greater logit first, then the lower id.
struct RankedToken: Comparable, Sendable {
  var logit: Float
  var index: Int

  static func < (left: RankedToken, right: RankedToken) -> Bool {
    left.logit != right.logit ? left.logit < right.logit : left.index > right.index
  }

  /// The tokens of `logits` that are not NaN.
  static func all(of logits: [Float]) -> [RankedToken] {
    logits.indices.compactMap { index in
      logits[index].isNaN ? nil : RankedToken(logit: logits[index], index: index)
    }
  }
}
