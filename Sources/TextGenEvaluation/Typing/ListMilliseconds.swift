/// The time that a predictor takes for one list of words, reading the new text included.
package struct ListMilliseconds: Sendable, Hashable, Codable {
  /// The middle and the slow end of a sample of times.
  package struct Quantiles: Sendable, Hashable, Codable {
    /// Half of the times are not above this, in milliseconds.
    package var median: Double
    /// 95 % of the times are not above this, in milliseconds.
    package var p95: Double

    /// The quantiles of `times`; nil without times.
    init?(_ times: [Double]) {
      guard !times.isEmpty else { return nil }
      let sorted = times.sorted()
      func quantile(_ share: Double) -> Double {
        sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
      }
      median = quantile(0.5)
      p95 = quantile(0.95)
    }
  }

  /// The median of all lists, in milliseconds; 0 without lists.
  package var median: Double
  /// The 95th percentile of all lists, in milliseconds; 0 without lists.
  package var p95: Double
  /// The lists that are shown before the first letter of a word.
  package var beforeFirstLetter: Quantiles?
  /// The lists that are shown after a letter.
  package var afterALetter: Quantiles?

  init(_ times: ListTimes) {
    let all = Quantiles(times.beforeFirstLetter + times.afterALetter)
    median = all?.median ?? 0
    p95 = all?.p95 ?? 0
    beforeFirstLetter = Quantiles(times.beforeFirstLetter)
    afterALetter = Quantiles(times.afterALetter)
  }

  private enum CodingKeys: String, CodingKey {
    case median, p95
    case beforeFirstLetter = "before_first_letter"
    case afterALetter = "after_a_letter"
  }
}

/// The time that each list took, in milliseconds.
struct ListTimes: Sendable, Hashable {
  private(set) var beforeFirstLetter: [Double] = []
  private(set) var afterALetter: [Double] = []

  /// Runs `list` and notes its time.
  mutating func measure<List>(hasLetters: Bool, _ list: () -> List) -> List {
    let clock = ContinuousClock()
    let start = clock.now
    let result = list()
    let milliseconds = (clock.now - start) / .milliseconds(1)
    if hasLetters {
      afterALetter.append(milliseconds)
    } else {
      beforeFirstLetter.append(milliseconds)
    }
    return result
  }
}
