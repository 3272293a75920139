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
