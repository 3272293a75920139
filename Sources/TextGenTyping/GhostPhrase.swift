package import TextGen

/// The words that are likely to be written one after the other, as ghost text shows them.
package enum GhostPhrase {
  /// The most words.
  private static let longest = 3
  /// The least probability of a word that others follow or that follows another.
  private static let least = 0.35

  /// `best`, written as `word` after `text`, and the words after it, as long as each is likely and the
  /// sentence goes on without a mark.
  package static func phrase(
    from best: Candidate, as word: String, after text: String, in session: DocumentSession
  ) -> String {
    guard best.probability >= least else { return word }
    // A copy: nothing is learned from what nobody has written yet.
    var (session, phrase) = (session, word)
    for _ in 1..<longest where !Task.isCancelled {
      session.follow(text + phrase + " ")
      guard let next = session.suggestions(count: 1).wordsAndMarks.first, !next.isMark,
        next.probability >= least
      else { break }
      phrase += " " + next.word
    }
    return phrase
  }
}
