package import TextGenTokenization

/// What one part of a corpus holds.
package struct CorpusPartStatistics: Sendable, Hashable, Codable {
  /// Code points of the normalised text: the characters of "bits per character".
  package var characters = 0
  /// Tokens.
  package var tokens = 0
  /// Tokens that are unknown.
  package var unknownTokens = 0
  /// The cost of spelling the unknown tokens, in bits.
  package var unknownSpellingBits = 0.0

  /// Nothing yet.
  package init() {}

  /// The share of tokens that are unknown, from 0 to 1.
  package var unknownRate: Double { tokens == 0 ? 0 : Double(unknownTokens) / Double(tokens) }

  /// Characters a token, on average; 0 without tokens.
  package var charactersPerToken: Double {
    tokens == 0 ? 0 : Double(characters) / Double(tokens)
  }

  /// Bits per character of a model with a loss of `nats` per token on this part, as `Evaluator`
  /// defines them: unknown tokens are charged their spelling, characters are those in NFC with LF.
  package func bitsPerCharacter(natsPerToken nats: Double) -> Double {
    // 1.4427 is 1 / ln 2.
    let bits = nats * 1.442_695_040_888_963_4 * Double(tokens) + unknownSpellingBits
    return characters == 0 ? 0 : bits / Double(characters)
  }
}

/// What a corpus was read from and what it holds.
package struct CorpusStatistics: Sendable, Hashable, Codable {
  /// Files read.
  package var files = 0
  /// Bytes read.
  package var bytes = 0
  /// The number of tokens in the vocabulary.
  package var vocabularySize = 0
  /// How many of them were added to the vocabulary of another model; nil where none was extended.
  package var addedTokens: Int?
  /// The part to train on, each text once.
  package var training = CorpusPartStatistics()
  /// What the first epoch reads of it; nil where every epoch reads each text once.
  package var epoch: CorpusPartStatistics?
  /// Further texts, of which only n-grams are counted; nil where there are none.
  package var ngramTexts: CorpusPartStatistics?
  /// The part to measure on.
  package var validation = CorpusPartStatistics()
  /// Texts of the corpus that are held out whole; nil where each gives its end.
  package var heldOutTexts: Int?
  /// What normalisation changed.
  package var normalization = NormalizationChanges()
  /// What a user should read.
  package var warnings: [CorpusWarning] = []

  /// Nothing yet.
  package init() {}
}
