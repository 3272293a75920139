import FoundationEssentials  // links the square root

/// How many of a number of answers are right.
package struct ProbeAccuracy: Sendable, Hashable {
  /// The right answers; a tie counts in part.
  package private(set) var rightCount: Double
  /// All answers.
  package private(set) var count: Int

  /// An accuracy of `rightCount` right answers among `count`, at least one.
  package init(rightCount: Double, count: Int) {
    precondition(
      count > 0 && (0...Double(count)).contains(rightCount),
      "\(rightCount) right answers are not part of \(count)")
    self.rightCount = rightCount
    self.count = count
  }

  /// The share of right answers, from 0 to 1.
  package var share: Double { rightCount / Double(count) }

  /// The score interval of a share at 95 % confidence (Wilson 1927,
  /// [doi:10.1080/01621459.1927.10502953](https://doi.org/10.1080/01621459.1927.10502953)).
  ///
  /// It takes the answers as independent. The two of a pair are not quite: for a model near chance
  /// one tends to be right where the other is wrong, and the interval is then wider than need be.
  package var interval: ClosedRange<Double> {
    let z = 1.959963984540054  // the 97.5 % point of the normal distribution
    let n = Double(count)
    let p = share
    let centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    let radius = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    return max(0, centre - radius)...min(1, centre + radius)
  }

  static func + (a: Self, b: Self) -> Self {
    Self(rightCount: a.rightCount + b.rightCount, count: a.count + b.count)
  }
}
