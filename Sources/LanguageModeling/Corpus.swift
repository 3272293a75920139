public import Tokenization

/// Tokens to train on and tokens to measure on.
///
/// Files are read one after the other and encoded piece by piece: memory holds the tokens and one
/// file. The vocabulary comes from the training part alone. Between two files there is one line
/// end at least.
public struct Corpus: Sendable {
  /// Turns text into the tokens of this corpus and back.
  public let tokenizer: any Tokenizer
  /// The tokens to train on.
  public let training: TokenSequence
  /// The tokens to measure on; empty when nothing is held out.
  public let validation: TokenSequence
  /// What was read and what it holds.
  public private(set) var statistics: CorpusStatistics

  /// Characters that each part holds at least.
  public static let minimumCharacters = 2

  /// The corpus of files, folders of `.txt` and `.md` files, or `-` for standard input.
  ///
  /// - Throws: `CorpusError` for files that cannot be read and texts that are empty or too small.
  public init(
    contentsOf paths: [String], options: CorpusOptions = CorpusOptions(),
    tokenizer: CorpusTokenizer = .learned(.character)
  ) throws(CorpusError) {
    let files = try CorpusFiles(paths)
    var sources = files.paths.map { CorpusSource(path: $0) }
    var warnings = files.warnings
    var validationSources: [CorpusSource] = []
    var fraction = 0.0
    switch options.validation {
    case .fraction(let value): fraction = value
    case .files(let names):
      let files = try CorpusFiles(names)
      validationSources = files.paths.map { CorpusSource(path: $0) }
      warnings += files.warnings
    }
    if sources.count == 1 { try sources[0].keep(encoding: options.encoding) }
    try self.init(
      training: sources, validation: validationSources, fraction: fraction,
      division: options.division, encoding: options.encoding, tokenizer: tokenizer)
    statistics.warnings = warnings + statistics.warnings
  }

  /// The corpus of texts in memory: `training`, of which about `validationFraction` is held out, or the
  /// texts of `validation`.
  ///
  /// - Throws: `CorpusError` for texts that are empty or too small.
  public init(
    training: [String], validation: [String] = [], validationFraction: Double = 0,
    tokenizer: CorpusTokenizer = .learned(.character)
  ) throws(CorpusError) {
    try self.init(
      training: training.enumerated().map { CorpusSource(text: $1, name: "text \($0 + 1)") },
      validation: validation.enumerated().map {
        CorpusSource(text: $1, name: "validation text \($0 + 1)")
      },
      fraction: validationFraction, division: .sound, encoding: nil, tokenizer: tokenizer)
  }

  private init(
    training sources: [CorpusSource], validation: [CorpusSource], fraction: Double,
    division: CorpusOptions.Division, encoding: String?, tokenizer: CorpusTokenizer
  ) throws(CorpusError) {
    precondition(fraction >= 0 && fraction < 1, "a validation fraction of \(fraction)")
    var reader = CorpusReader(fraction: fraction, by: division, encoding: encoding)
    self.tokenizer =
      switch tokenizer {
      case .given(let tokenizer): tokenizer
      case .learned(let unit, let minimumCount, let maximumSize):
        try reader.learnTokenizer(
          from: sources,
          trainer: TokenizerTrainer(
            unit: unit, minimumCount: minimumCount, maximumSize: maximumSize))
      case .extended(let base, let minimumCount, let maximumSize):
        try reader.learnTokenizer(
          from: sources,
          trainer: TokenizerTrainer(
            extending: base, minimumCount: minimumCount, maximumSize: maximumSize))
      }
    (training, self.validation) = try reader.encode(
      training: sources, validation: validation, with: self.tokenizer)
    var statistics = reader.statistics
    if case .extended(let base, _, _) = tokenizer {
      statistics.addedTokens = self.tokenizer.vocabulary.count - base.vocabulary.count
    }
    self.statistics = statistics
    try Self.check(statistics, hasValidationTexts: !validation.isEmpty, fraction)
  }

  /// A hash of all tokens, so that a run is resumed on the same corpus only.
  public var fingerprint: UInt64 {
    training.fingerprint ^ (validation.fingerprint &* 0x9E37_79B9_7F4A_7C15)
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
