/// How a model fills the blanks of sentences whose sense decides the word.
package struct ClozeReport: Sendable, Hashable, Codable {
  /// How often an accepted word was found, and in how many items.
  package struct Score: Sendable, Hashable, Codable {
    /// The items.
    package var items = 0
    /// Items whose first candidate is accepted.
    package var top1 = 0
    /// Items with an accepted word among the first five candidates.
    package var top5 = 0
    /// Items with wrong words.
    package var compared = 0
    /// Of these, items in which the sentence with the best accepted word is more probable than with
    /// each wrong word.
    package var won = 0
  }

  /// All items.
  package var all = Score()
  /// The items whose cue stands six or more words before the blank.
  package var distant = Score()

  /// The least distance of a distant cue, in words.
  static let leastDistance = 6

  /// Adds what was found in one item; `won` is nil where it has no wrong words.
  mutating func add(_ item: ClozeItem, rank: Int?, won: Bool?) {
    all.add(rank: rank, won: won)
    if item.cue ?? 0 >= Self.leastDistance { distant.add(rank: rank, won: won) }
  }
}

extension ClozeReport.Score {
  fileprivate mutating func add(rank: Int?, won: Bool?) {
    items += 1
    if let rank, rank == 0 { top1 += 1 }
    if let rank, rank < 5 { top5 += 1 }
    guard let won else { return }
    compared += 1
    if won { self.won += 1 }
  }
}
