/// How many lines and items a probe set has.
///
/// Lines and items come in pairs, so all numbers are even.
package struct ProbeSizes: Sendable, Hashable {
  /// The families that take part.
  package var families: Set<ProbeFamily>
  /// The number of training lines of each family; up to 50,000.
  package var lineCount: Int
  /// The number of test items of the long range at each of its distances; up to 400.
  package var longRangeItemCount: Int
  /// The number of test items of each other family; up to 800.
  package var otherItemCount: Int

  /// Sizes of a set.
  package init(
    families: Set<ProbeFamily> = Set(ProbeFamily.allCases), lineCount: Int = 10_000,
    longRangeItemCount: Int = 200, otherItemCount: Int = 400
  ) {
    for (name, count) in [
      ("lines", lineCount), ("long-range items", longRangeItemCount), ("items", otherItemCount),
    ] {
      precondition(
        count >= 0 && count.isMultiple(of: 2), "\(count) \(name) are not pairs of 2")
    }
    self.families = families
    self.lineCount = lineCount
    self.longRangeItemCount = longRangeItemCount
    self.otherItemCount = otherItemCount
  }
}
