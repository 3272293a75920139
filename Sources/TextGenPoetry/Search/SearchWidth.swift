/// How widely a poem is searched for.
package struct SearchWidth: Sendable, Hashable {
  /// The beginnings of a line that are kept at each syllable, at least 1.
  package var beam = 16
  /// The same at the last syllables, where rhymes are found.
  package var lateBeam = 32
  /// The tokens of each beginning that are weighed.
  package var tokens = 32
  /// By how much a token may be less probable than the likeliest one inside a line, in nats.
  package var slack: Float = 7
  /// The words with which each beginning goes on.
  package var words = 10
  /// The unfinished words of each beginning that are spelled on.
  package var unfinished = 2
  /// The unfinished words at one syllable that are spelled on.
  package var mostUnfinished = 8
  /// The finished lines that are read to their ends.
  package var ends = 24
  /// The finished lines that are kept.
  package var lines = 16
  /// The model steps of a poem, at least 1: each is a token that the model reads.
  package var steps = 60_000

  /// How often beginnings at one syllable are extended, by words that join the one before and by signs.
  static let rounds = 4
  /// So many syllables before the last one are late.
  static let lateSyllables = 4
  /// The most tokens of a word.
  static let longestSpelling = 16
}
