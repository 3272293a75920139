// Words that nobody knows, which fill up what the known ones leave of a list.

extension WordSearch {
  /// What a known word must have of the probability of the last one that is listed without regard to
  /// what is known, for the search to go on for it: letters that begin few words would cost all the
  /// paths that there may be.
  private static var shareSought: Double { 1e-2 }

  /// Sorts the unknown words and forgets those that cannot be listed.
  mutating func updateUnknown() {
    frontier.leastSought = 0
    let room = roomForUnknown()
    guard room > 0 else {
      frontier.unknown = []
      return
    }
    frontier.unknown = sorted(frontier.unknown)
    guard frontier.unknown.count >= room else { return }
    let least = wordMass(frontier.unknown[room - 1])
    frontier.unknown = frontier.unknown.filter { wordMass($0) + sideMass($0) >= least }
    let all = sorted(Array(frontier.known.prefix(frontier.count - room)) + frontier.unknown)
    frontier.leastSought = wordMass(all[frontier.count - 1]) * Self.shareSought
  }

  /// How many words of the list are left by the known ones that are probable enough for it.
  private func roomForUnknown() -> Int {
    max(
      0, frontier.count - frontier.known.prefix { wordMass($0) >= frontier.leastListed }.count)
  }

  /// The open texts that can still change the probability or the place of an unknown word.
  func openTextsOfUnknown() -> [Int] {
    let room = roomForUnknown()
    return frontier.unknown.indices.filter { rank in
      let (mass, side) = (wordMass(frontier.unknown[rank]), sideMass(frontier.unknown[rank]))
      return mass >= frontier.greatestLeft ?? 0
        && (rank >= room || side > mass * frontier.options.relativeTolerance)
    }.flatMap { openTexts(ofWord: frontier.unknown[$0]) }
  }
}
