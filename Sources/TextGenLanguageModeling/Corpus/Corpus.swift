package import TextGenTokenization
package import TextGenWords

/// Tokens to train on and tokens to measure on.
///
/// Files are read one after the other and encoded piece by piece: memory holds the tokens and one
/// file. The vocabulary comes from the training part alone. Between two files there is one line
/// end at least.
package struct Corpus: Sendable {
  /// Turns text into the tokens of this corpus and back.
  package let tokenizer: any Tokenizer
  /// The tokens to train on.
  package let training: TokenSequence
  /// The tokens to measure on; empty when nothing is held out.
  package let validation: TokenSequence
  /// The tokens of which only n-grams are counted, beside those to train on.
  package let ngramTexts: TokenSequence
  /// How the training part is read; nil where each epoch reads it as it is.
  let mixture: CorpusMixture?
  /// The words of the training part and of the texts of n-grams that a model of them knows; nil where a
  /// token is a word.
  package let lexicon: Lexicon?
  /// What was read and what it holds.
  package private(set) var statistics: CorpusStatistics

  /// Characters that each part holds at least.
  package static let minimumCharacters = 2

  /// The corpus of files, folders of `.txt` and `.md` files, or `-` for standard input.
  ///
  /// - Throws: `CorpusError` for files that cannot be read and texts that are empty or too small.
  package init(
    contentsOf paths: [String], options: CorpusOptions = CorpusOptions(),
    tokenizer: CorpusTokenizer = .learned(.character)
  ) throws(CorpusError) {
    var warnings: [CorpusWarning] = []
    func sources(_ names: [String]) throws(CorpusError) -> [CorpusSource] {
      let files = try CorpusFiles(names)
      warnings += files.warnings
      return files.paths.map { CorpusSource(path: $0) }
    }
    var texts = CorpusSources(training: try sources(paths))
    var fraction = 0.0
    switch options.validation {
    case .fraction(let value): fraction = value
    case .files(let names): texts.validation = try sources(names)
    }
    texts.ngramTexts = try sources(options.ngramTexts)
    if texts.training.count == 1 { try texts.training[0].keep(encoding: options.encoding) }
    try self.init(
      texts,
      CorpusReader(
        fraction: fraction, by: options.division, encoding: options.encoding,
        shares: options.shares),
      fraction, tokenizer)
    statistics.warnings = warnings + statistics.warnings
  }

  /// The corpus of texts in memory: `training`, of which about `validationFraction` is held out, or the
  /// texts of `validation`. The texts are called "text 1", "text 2" and so on.
  ///
  /// - Throws: `CorpusError` for texts that are empty or too small, and shares of none.
  package init(
    training: [String], validation: [String] = [], validationFraction: Double = 0,
    shares: [CorpusShare] = [], ngramTexts: [String] = [],
    tokenizer: CorpusTokenizer = .learned(.character)
  ) throws(CorpusError) {
    func sources(_ texts: [String], _ name: String) -> [CorpusSource] {
      texts.enumerated().map { CorpusSource(text: $1, name: "\(name) \($0 + 1)") }
    }
    try self.init(
      CorpusSources(
        training: sources(training, "text"),
        validation: sources(validation, "validation text"),
        ngramTexts: sources(ngramTexts, "n-gram text")),
      CorpusReader(fraction: validationFraction, by: .sound, encoding: nil, shares: shares),
      validationFraction, tokenizer)
  }

  private init(
    _ sources: CorpusSources, _ reader: CorpusReader, _ fraction: Double,
    _ tokenizer: CorpusTokenizer
  ) throws(CorpusError) {
    precondition(fraction >= 0 && fraction < 1, "a validation fraction of \(fraction)")
    var reader = reader
    self.tokenizer =
      switch tokenizer {
      case .given(let tokenizer): tokenizer
      case .learned(let unit, let minimumCount, let maximumSize):
        try reader.learnTokenizer(
          from: sources.training,
          trainer: TokenizerTrainer(
            unit: unit, minimumCount: minimumCount, maximumSize: maximumSize))
      case .extended(let base, let minimumCount, let maximumSize):
        try reader.learnTokenizer(
          from: sources.training,
          trainer: TokenizerTrainer(
            extending: base, minimumCount: minimumCount, maximumSize: maximumSize))
      }
    let texts = try reader.encode(sources, with: self.tokenizer)
    (training, validation, ngramTexts) = (texts.training, texts.validation, texts.ngramTexts)
    mixture = texts.mixture
    lexicon = reader.lexicon
    var statistics = reader.statistics
    if case .extended(let base, _, _) = tokenizer {
      statistics.addedTokens = self.tokenizer.vocabulary.count - base.vocabulary.count
    }
    self.statistics = statistics
    try Self.check(statistics, hasValidationTexts: !sources.validation.isEmpty, fraction)
  }

  /// A hash of all tokens and of how they are read, so that a run is resumed on the same corpus only.
  package var fingerprint: UInt64 {
    training.fingerprint ^ (validation.fingerprint &* 0x9E37_79B9_7F4A_7C15)
      ^ (ngramTexts.isEmpty ? 0 : ngramTexts.fingerprint &* 0xBF58_476D_1CE4_E5B9)
      ^ (mixture?.fingerprint ?? 0)
  }

  private static func check(
    _ statistics: CorpusStatistics, hasValidationTexts: Bool, _ fraction: Double
  ) throws(CorpusError) {
    let (trained, held) = (statistics.training, statistics.validation)
    let total = trained.characters + held.characters
    guard trained.characters >= minimumCharacters else {
      throw .tooSmall(characters: trained.characters, needed: minimumCharacters)
    }
    guard held.characters < minimumCharacters else { return }
    if hasValidationTexts {
      throw .validationTooSmall(characters: held.characters, needed: minimumCharacters)
    }
    if fraction > 0 { throw .tooSmallForValidation(characters: total, fraction: fraction) }
  }
}
