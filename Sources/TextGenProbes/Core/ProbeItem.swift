/// A line up to a place and its continuations, one of them right.
///
/// A language model is right when it gives the right continuation a higher probability than each of
/// the others. The continuations begin with the very next character after the context, a space or a
/// mark, and end with the full stop of the line.
///
/// The continuations of an item may differ in length. That favours none of the answers: an item has
/// a twin with the same continuations, of which the other one is right, so each string is right as
/// often as it is wrong, at each distance.
package struct ProbeItem: Sendable, Hashable, Codable {
  /// The kind, which names the family.
  package let kind: ProbeKind
  /// How far the place is from what decides.
  ///
  /// Words between the cue and the place (`longRange`), words of the context (`order`), words
  /// between the noun and the place (`agreement`) or characters between the opening mark and the
  /// place (`brackets`).
  package let distance: Int
  /// The line up to the place, without a line break.
  package let context: String
  /// Two or more different continuations.
  package let alternatives: [String]
  /// The index of the right continuation.
  package let rightIndex: Int
  /// The number of the pair: the twin of an item is the other one with its number.
  package let pairID: Int

  /// An item; `rightIndex` is an index of `alternatives`.
  package init(
    kind: ProbeKind, distance: Int, context: String, alternatives: [String], rightIndex: Int,
    pairID: Int
  ) {
    precondition(
      alternatives.indices.contains(rightIndex),
      "the right index \(rightIndex) is not below the \(alternatives.count) alternatives")
    self.kind = kind
    self.distance = distance
    self.context = context
    self.alternatives = alternatives
    self.rightIndex = rightIndex
    self.pairID = pairID
  }

  /// The family of the kind.
  package var family: ProbeFamily { kind.family }

  /// The whole line with its right ending.
  package var line: String { context + alternatives[rightIndex] }
}
