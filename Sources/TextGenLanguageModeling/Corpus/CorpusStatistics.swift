public import TextGenTokenization

/// What one part of a corpus holds.
public struct CorpusPartStatistics: Sendable, Hashable, Codable {
  /// Code points of the normalised text: the characters of "bits per character".
  public var characters = 0
  /// Tokens.
  public var tokens = 0
  /// Tokens that are unknown.
  public var unknownTokens = 0
  /// The cost of spelling the unknown tokens, in bits.
  public var unknownSpellingBits = 0.0

  /// Nothing yet.
  public init() {}

  /// The share of tokens that are unknown, from 0 to 1.
  public var unknownRate: Double { tokens == 0 ? 0 : Double(unknownTokens) / Double(tokens) }

  /// Characters a token, on average; 0 without tokens.
  public var charactersPerToken: Double {
    tokens == 0 ? 0 : Double(characters) / Double(tokens)
  }

  /// Bits per character of a model with a loss of `nats` per token on this part, as `Evaluator`
  /// defines them: unknown tokens are charged their spelling, characters are those in NFC with LF.
  public func bitsPerCharacter(natsPerToken nats: Double) -> Double {
    // 1.4427 is 1 / ln 2.
    let bits = nats * 1.442_695_040_888_963_4 * Double(tokens) + unknownSpellingBits
    return characters == 0 ? 0 : bits / Double(characters)
  }
}

/// What a corpus was read from and what it holds.
public struct CorpusStatistics: Sendable, Hashable, Codable {
  /// Files read.
  public var files = 0
  /// Bytes read.
  public var bytes = 0
  /// The number of tokens in the vocabulary.
  public var vocabularySize = 0
  /// How many of them were added to the vocabulary of another model; nil where none was extended.
  public var addedTokens: Int?
  /// The part to train on, each text once.
  public var training = CorpusPartStatistics()
  /// What the first epoch reads of it; nil where every epoch reads each text once.
  public var epoch: CorpusPartStatistics?
  /// Further texts, of which only n-grams are counted; nil where there are none.
  public var ngramTexts: CorpusPartStatistics?
  /// The part to measure on.
  public var validation = CorpusPartStatistics()
  /// Texts of the corpus that are held out whole; nil where each gives its end.
  public var heldOutTexts: Int?
  /// What normalisation changed.
  public var normalization = NormalizationChanges()
  /// Sentences that a user should read.
  public var warnings: [String] = []

  /// Nothing yet.
  public init() {}
}
