/// What modified Kneser-Ney smoothing takes from counts of 1, 2 and more (Chen and Goodman 1999, with
/// their estimate from the counts of counts).
struct Discounts: Hashable {
  let one, two, more: Float

  /// The discounts of n-grams of which `counts[k - 1]` have a count of k, up to 4.
  ///
  /// A text that is too small for the estimate gets discounts of a half, one and one and a half.
  init(countsOfCounts counts: [Int]) {
    let n = counts.map { Float($0) }
    guard n[0] > 0 && n[1] > 0 && n[2] > 0 && n[3] > 0 else {
      (one, two, more) = (0.5, 1, 1.5)
      return
    }
    let ratio = n[0] / (n[0] + 2 * n[1])
    func bounded(_ value: Float, _ count: Float) -> Float { min(max(value, 0.01), count - 0.01) }
    one = bounded(1 - 2 * ratio * n[1] / n[0], 1)
    two = bounded(2 - 3 * ratio * n[2] / n[1], 2)
    more = bounded(3 - 4 * ratio * n[3] / n[2], 3)
  }

  /// What is left of `count`, 1 or more.
  func discounted(_ count: UInt32) -> Float {
    switch count {
    case 1: 1 - one
    case 2: 2 - two
    default: Float(count) - more
    }
  }
}
