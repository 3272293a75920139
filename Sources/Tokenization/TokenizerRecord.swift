/// All that it takes to make a tokenizer again, for a checkpoint.
public struct TokenizerRecord: Sendable, Codable {
  /// The version of this format.
  public var version = 1
  /// What one token stands for.
  public var unit: TokenUnit
  /// The tokens in the order of their ids, after the special ones. Subwords: the code points
  /// outside ASCII that have a token of their own.
  public var tokens: [String]
  /// How often each token occurs in the training text, special ones first.
  public var counts: [Int]
  /// Subwords: the pairs of ids that are merged, best first, two numbers a pair.
  public var merges: [Int]?
  /// Words: how unknown ones are spelled.
  public var spelling: SpellingModel?
  /// The version of ICU that cut the training text.
  public var icuVersion = ICUVersion.icu
  /// The version of Unicode that cut the training text.
  public var unicodeVersion = ICUVersion.unicode

  init(
    unit: TokenUnit, tokens: [String], counts: [Int], merges: [Int]? = nil,
    spelling: SpellingModel? = nil
  ) {
    self.unit = unit
    self.tokens = tokens
    self.counts = counts
    self.merges = merges
    self.spelling = spelling
  }
}
