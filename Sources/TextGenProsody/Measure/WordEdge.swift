/// How a word ends, as far as the next one can join it.
package struct WordEdge: Sendable, Hashable {
  /// The last vowel.
  let atom: Atom
  let endsInVowel: Bool
  let isCom: Bool
  let isElided: Bool

  /// What may happen between the word and one that begins with the vowel `next`.
  func meeting(_ next: Atom, _ pause: Pause) -> Meeting {
    if isCom { return MeetingCosts.afterCom(next) }
    guard endsInVowel || atom.isNasal else { return .consonant }
    if isElided {
      return Meeting(joined: Move(cost: 0, join: .elisao), apart: Move(cost: 9))
    }
    return MeetingCosts.between(atom, next, pause)
  }
}
