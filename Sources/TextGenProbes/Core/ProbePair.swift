/// Two contexts and two continuations: the first continuation is right after the first context and
/// wrong after the second, the second the other way round.
///
/// What both contexts share, such as the filler, the distance, the last words or the bag of words,
/// gives the same answer twice and so scores exactly one half.
package struct ProbePair: Sendable, Hashable {
  let kind: ProbeKind
  let distance: Int
  let first: String
  let second: String
  let alternatives: [String]

  init(
    _ kind: ProbeKind, distance: Int, _ first: String, _ second: String,
    continuations: (String, String)
  ) {
    self.kind = kind
    self.distance = distance
    self.first = first
    self.second = second
    alternatives = [continuations.0, continuations.1]
  }

  /// Both lines with their right endings.
  var lines: [String] { items(pairID: 0).map(\.line) }

  /// Both items, the one of the first context first.
  func items(pairID: Int) -> [ProbeItem] {
    [first, second].enumerated().map { index, context in
      ProbeItem(
        kind: kind, distance: distance, context: context, alternatives: alternatives,
        rightIndex: index, pairID: pairID)
    }
  }
}

/// The half a combination of words belongs to.
///
/// The half follows from the places of the words in their lists alone. So no seed can bring a
/// combination of the test into a training line, and each word still occurs in both halves: one in
/// five of its combinations is kept for the test.
package enum ProbeHalf: Sendable, CaseIterable {
  case training
  case test

  /// The half of the combination whose words have places that add up to `sum`.
  init(placeSum sum: Int) {
    self = sum.isMultiple(of: 5) ? .test : .training
  }
}
