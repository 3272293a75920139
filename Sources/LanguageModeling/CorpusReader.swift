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
  private let encoding: String?
  /// What was read for encoding.
  private(set) var statistics = CorpusStatistics()
  private var byteCounts: [String: Int] = [:]
  /// Pipes, which can be read only once.
  private var kept: [String: TextFile] = [:]

  /// A reader that holds out the last `fraction` of each text.
  init(fraction: Double, encoding: String?) {
    self.fraction = fraction
    self.encoding = encoding
  }

  /// The tokenizer that `trainer` learns from the training parts of `sources`.
  mutating func learnTokenizer(
    from sources: [CorpusSource], trainer: consuming TokenizerTrainer
  ) throws(CorpusError) -> any Tokenizer {
    for source in sources {
      let file = try read(source)
      var pieces = TextPieces(file.bytes, in: 0..<split(file))
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
    for source in training {
      let file = try read(source)
      note(file)
      let split = split(file)
      trained.append(file.bytes, 0..<split)
      held.append(file.bytes, split..<file.bytes.count)
    }
    guard trained.hasText || held.hasText else {
      throw .empty(name: training.map(\.name).joined(separator: ", "))
    }
    for source in validation {
      let file = try read(source)
      note(file)
      held.append(file.bytes, file.bytes.indices)
    }
    warnAboutTextsInBothParts(training, validation)
    statistics.vocabularySize = tokenizer.vocabulary.count
    statistics.training = trained.statistics
    statistics.validation = held.statistics
    statistics.normalization = trained.normalization
    statistics.normalization += held.normalization
    return (trained.tokens, held.tokens)
  }

  private mutating func warnAboutTextsInBothParts(
    _ training: [CorpusSource], _ validation: [CorpusSource]
  ) {
    let names = Set(training.map(\.name))
    for source in validation where names.contains(source.name) {
      statistics.warnings.append(
        "\(source.name) is both trained on and held out for validation; leave it out of one")
    }
  }

  private func split(_ file: TextFile) -> Int {
    CorpusSplit.offset(in: file.bytes, fraction: fraction)
  }

  private mutating func read(_ source: CorpusSource) throws(CorpusError) -> TextFile {
    if let file = kept[source.name] { return file }
    let isReadableTwice = source.isReadableTwice
    let file = try source.read(encoding: encoding)
    if !isReadableTwice { kept[source.name] = file }
    if let earlier = byteCounts.updateValue(file.byteCount, forKey: source.name),
      earlier != file.byteCount
    {
      throw .changed(file: source.name)
    }
    return file
  }

  private mutating func note(_ file: TextFile) {
    statistics.files += 1
    statistics.bytes += file.byteCount
    statistics.warnings += file.warnings.map(\.description)
  }
}
