/// Learns a tokenizer from text that comes piece by piece, so that a large corpus needs no copy.
///
///     var trainer = TokenizerTrainer(unit: .word)
///     for text in texts { trainer.add(text) }
///     let tokenizer = trainer.finish()
package struct TokenizerTrainer: ~Copyable {
  private var counter: any UnitCounter
  private let base: (any Tokenizer)?
  private let minimumCount: Int?
  private let maximumSize: Int?

  /// A trainer for one unit.
  ///
  /// - Parameters:
  ///   - minimumCount: How often a token occurs at least, 1 or more. By default 2 to 5 for
  ///     characters, by the size of the text, and 2 for words and for merges of subwords.
  ///   - maximumSize: The largest vocabulary. By default 8,192 characters, 20,000 words or 4,000
  ///     subwords. A subword vocabulary always holds the 256 bytes.
  package init(unit: TokenUnit, minimumCount: Int? = nil, maximumSize: Int? = nil) {
    precondition(
      (minimumCount ?? 1) >= 1, "a minimum count of \(minimumCount ?? 0), not at least 1")
    precondition((maximumSize ?? 1) >= 1, "a vocabulary of at most \(maximumSize ?? 0) tokens")
    self.minimumCount = minimumCount
    self.maximumSize = maximumSize
    base = nil
    counter = Self.counter(of: unit)
  }

  /// A trainer that keeps the vocabulary of `base` and appends what the texts have beside it.
  ///
  /// Old tokens keep their ids and their counts, and none disappears. New characters and words are
  /// those that a vocabulary of the texts alone would hold; new subwords are single code points
  /// that `base` spells in bytes, since other merges would cut known text anew. A tokenizer that
  /// cannot grow stays as it is.
  ///
  /// - Parameters:
  ///   - minimumCount: How often a new token occurs in the texts at least; by default as for a
  ///     vocabulary of theirs alone.
  ///   - maximumSize: The largest vocabulary, old tokens included. By default as many tokens are
  ///     added as a vocabulary of the texts alone would have.
  package init(extending base: any Tokenizer, minimumCount: Int? = nil, maximumSize: Int? = nil) {
    precondition(
      (minimumCount ?? 1) >= 1, "a minimum count of \(minimumCount ?? 0), not at least 1")
    self.base = base
    self.minimumCount = minimumCount
    self.maximumSize = maximumSize
    counter = Self.counter(of: base.unit)
  }

  private static func counter(of unit: TokenUnit) -> any UnitCounter {
    switch unit {
    case .character: CharacterCounter()
    case .word: WordCounter()
    case .subword: SubwordCounter()
    }
  }

  /// Counts the tokens of one text.
  package mutating func add(_ text: String) {
    var pieces = TextPieces(Array(text.utf8))
    add(&pieces)
  }

  /// Counts the tokens of the pieces of one text.
  package mutating func add(_ pieces: inout TextPieces) {
    var piece: [UInt8] = []
    while pieces.next(into: &piece) { counter.add(piece) }
  }

  /// The tokenizer for the texts so far.
  package consuming func finish() -> any Tokenizer {
    guard let base else {
      return counter.finish(minimumCount: minimumCount, maximumSize: maximumSize)
    }
    return base.extended(
      by: counter.candidates(minimumCount: minimumCount),
      limit: maximumSize.map { $0 - base.vocabulary.count } ?? counter.defaultMaximumSize)
  }
}

/// Counts what the vocabulary of one unit is made from.
protocol UnitCounter {
  /// Counts in a piece of normalised text.
  mutating func add(_ piece: [UInt8])

  /// The tokens of a vocabulary where nobody says how many.
  var defaultMaximumSize: Int { get }

  /// What occurs often enough to be a token by itself, in no order.
  func candidates(minimumCount: Int?) -> [CountedToken]

  /// The tokenizer with tokens that occur often enough.
  func finish(minimumCount: Int?, maximumSize: Int?) -> any Tokenizer
}

/// A candidate for a vocabulary.
struct CountedToken {
  var bytes: [UInt8]
  var count: Int

  /// The most frequent of `tokens` with those of `always`, at most `limit` in all, by falling count;
  /// equal counts by rising bytes, which is the order of code points.
  static func mostFrequent(_ tokens: [Self], always: [Self], limit: Int) -> [Self] {
    func precedes(_ a: Self, _ b: Self) -> Bool {
      a.count != b.count ? a.count > b.count : a.bytes.lexicographicallyPrecedes(b.bytes)
    }
    let best = tokens.sorted(by: precedes).prefix(max(0, limit - always.count))
    return (best + always).sorted(by: precedes)
  }
}
