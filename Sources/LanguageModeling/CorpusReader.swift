import Tokenization

/// A text of a corpus: a file to read when its turn comes, or a text in memory.
struct CorpusSource: Sendable {
  /// The name for messages.
  let name: String
  private var text: TextFile?

  /// The file at `path`, `-` for standard input.
  init(path: String) { name = path }

  /// A text in memory.
  init(text: String, name: String) {
    self.name = name
    self.text = TextFile(name: name, text: text)
  }

  /// Reads the file now and keeps it.
  mutating func keep(encoding: String?) throws(CorpusError) { text = try read(encoding: encoding) }

  /// Whether the text can be had a second time without being kept.
  var isReadableTwice: Bool { text != nil || TextFile.isRegularFile(name) }

  /// The text.
  func read(encoding: String?) throws(CorpusError) -> TextFile {
    if let text { return text }
    do throws(TextFileError) {
      return try TextFile(contentsOf: name, encoding: encoding)
    } catch {
      throw .file(error)
    }
  }
}

/// Reads the texts of a corpus, divides them, and adds up what it sees.
struct CorpusReader {
  private let fraction: Double
  private let rule: CorpusOptions.Division
  private let encoding: String?
  /// What was read for encoding.
  private(set) var statistics = CorpusStatistics()
  private var identities: [String: TextIdentity] = [:]
  /// Pipes, which can be read only once.
  private var kept: [String: TextFile] = [:]
  private var division: CorpusDivision?

  /// A reader that holds out about `fraction` of the texts by `rule`.
  init(fraction: Double, by rule: CorpusOptions.Division, encoding: String?) {
    self.fraction = fraction
    self.rule = rule
    self.encoding = encoding
  }

  /// The tokenizer that `trainer` learns from the training parts of `sources`.
  mutating func learnTokenizer(
    from sources: [CorpusSource], trainer: consuming TokenizerTrainer
  ) throws(CorpusError) -> any Tokenizer {
    let division = try divide(sources)
    for (source, cut) in zip(sources, division.cuts) {
      let file = try read(source).file
      var pieces = TextPieces(file.bytes, in: 0..<cut)
      trainer.add(&pieces)
    }
    return trainer.finish()
  }

  /// Encodes all texts and completes the statistics.
  mutating func encode(
    training: [CorpusSource], validation: [CorpusSource], with tokenizer: any Tokenizer
  ) throws(CorpusError) -> (training: TokenSequence, validation: TokenSequence) {
    var trained = CorpusPart(tokenizer: tokenizer)
    var held = trained
    var repetitions = CorpusRepetitions()
    let division = try divide(training)
    for (source, cut) in zip(training, division.cuts) {
      let (file, identity) = try read(source)
      note(file)
      repetitions.add(training: source.name, identity)
      trained.append(file.bytes, 0..<cut)
      held.append(file.bytes, cut..<file.bytes.count)
    }
    guard trained.hasText || held.hasText else {
      throw .empty(name: training.map(\.name).joined(separator: ", "))
    }
    for source in validation {
      let (file, identity) = try read(source)
      note(file)
      repetitions.add(validation: source.name, identity)
      held.append(file.bytes, file.bytes.indices)
    }
    statistics.vocabularySize = tokenizer.vocabulary.count
    statistics.training = trained.statistics
    statistics.validation = held.statistics
    statistics.normalization = trained.normalization
    statistics.normalization += held.normalization
    statistics.heldOutTexts = division.wholeTexts > 0 ? division.wholeTexts : nil
    statistics.warnings += repetitions.warnings
    warnAboutShare()
    return (trained.tokens, held.tokens)
  }

  /// Where the texts are cut, found once.
  private mutating func divide(_ sources: [CorpusSource]) throws(CorpusError) -> CorpusDivision {
    if let division { return division }
    var texts: [CorpusDivision.Text] = []
    for source in sources {
      let (file, identity) = try read(source)
      texts.append(CorpusDivision.Text(file.bytes, hash: identity.hash, fraction: fraction))
    }
    let division = CorpusDivision(texts, fraction: fraction, by: rule)
    self.division = division
    return division
  }

  private mutating func warnAboutShare() {
    let (trained, held) = (statistics.training.characters, statistics.validation.characters)
    let share = Double(held) / Double(max(1, trained + held))
    guard fraction > 0, share > 2 * fraction else { return }
    let remedy =
      rule == .sound
      ? "as it has too few places where it can be cut; add text, or name another one with "
        + "--validation FILE"
      : "as it was when the run began with an earlier version; begin it again to hold out less"
    statistics.warnings.append(
      "\(Self.percent(share)) of the text is held out, not \(Self.percent(fraction)), \(remedy)")
  }

  private static func percent(_ share: Double) -> String {
    "\((share * 1000).rounded() / 10) %"
  }

  private mutating func read(
    _ source: CorpusSource
  ) throws(CorpusError) -> (file: TextFile, identity: TextIdentity) {
    let isReadableTwice = source.isReadableTwice
    let file = if let file = kept[source.name] { file } else { try source.read(encoding: encoding) }
    if !isReadableTwice { kept[source.name] = file }
    let identity = TextIdentity(file)
    if let earlier = identities.updateValue(identity, forKey: source.name), earlier != identity {
      throw .changed(file: source.name)
    }
    return (file, identity)
  }

  private mutating func note(_ file: TextFile) {
    statistics.files += 1
    statistics.bytes += file.byteCount
    statistics.warnings += file.warnings.map(\.description)
  }
}
