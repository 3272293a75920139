import TextGenTokenization
import TextGenWords

/// Reads the texts of a corpus, divides them, and adds up what it sees.
struct CorpusReader {
  private let fraction: Double
  private let rule: CorpusOptions.Division
  private let encoding: String?
  private let shares: [CorpusShare]
  /// What was read for encoding.
  private(set) var statistics = CorpusStatistics()
  /// The words of the training part and of the texts of n-grams; nil before they are encoded, and where a
  /// token is a word.
  private(set) var lexicon: Lexicon?
  private var identities: [String: TextIdentity] = [:]
  /// Pipes, which can be read only once.
  private var kept: [String: TextFile] = [:]
  private var division: CorpusDivision?
  /// What each epoch reads; nil without shares.
  private var plan: ReadingPlan?

  /// A reader that holds out about `fraction` of the texts by `rule` and mixes the others by `shares`.
  init(
    fraction: Double, by rule: CorpusOptions.Division, encoding: String?, shares: [CorpusShare]
  ) {
    self.fraction = fraction
    self.rule = rule
    self.encoding = encoding
    self.shares = shares
  }

  /// The tokenizer that `trainer` learns from the training parts of `sources`, as the first epoch reads
  /// them.
  mutating func learnTokenizer(
    from sources: [CorpusSource], trainer: consuming TokenizerTrainer
  ) throws(CorpusError) -> any Tokenizer {
    let division = try divide(sources)
    for (index, source) in sources.enumerated() {
      let file = try read(source).file
      for range in plan?.firstReadings(ofText: index) ?? [0..<division.cuts[index]] {
        var pieces = TextPieces(file.bytes, in: range)
        trainer.add(&pieces)
      }
    }
    return trainer.finish()
  }

  /// Encodes all texts and completes the statistics.
  mutating func encode(
    _ sources: CorpusSources, with tokenizer: any Tokenizer
  ) throws(CorpusError) -> EncodedTexts {
    var trained = CorpusPart(
      tokenizer: tokenizer, countingWords: tokenizer.unit == .word ? nil : WordCounts())
    var held = CorpusPart(tokenizer: tokenizer)
    var blocks: [CorpusBlock] = []
    var repetitions = CorpusRepetitions()
    let division = try divide(sources.training)
    for (index, source) in sources.training.enumerated() {
      let (file, identity) = try read(source)
      note(file)
      repetitions.add(training: source.name, identity)
      let cut = division.cuts[index]
      let ranges = plan?.blocks[index].map(\.range) ?? [0..<cut]
      let added = trained.append(file.bytes, blocks: ranges)
      if plan != nil { blocks += added }
      held.append(file.bytes, cut..<file.bytes.count)
    }
    guard trained.hasText || held.hasText else {
      throw .empty(name: sources.training.map(\.name).joined(separator: ", "))
    }
    var counted = CorpusPart(tokenizer: tokenizer, countingWords: trained.words)
    for source in sources.ngramTexts {
      let (file, identity) = try read(source)
      note(file)
      repetitions.add(training: source.name, identity)
      counted.append(file.bytes, file.bytes.indices)
    }
    for source in sources.validation {
      let (file, identity) = try read(source)
      note(file)
      repetitions.add(validation: source.name, identity)
      held.append(file.bytes, file.bytes.indices)
    }
    statistics.vocabularySize = tokenizer.vocabulary.count
    statistics.training = trained.statistics
    statistics.validation = held.statistics
    statistics.ngramTexts = sources.ngramTexts.isEmpty ? nil : counted.statistics
    statistics.normalization = trained.normalization
    statistics.normalization += held.normalization
    statistics.normalization += counted.normalization
    statistics.heldOutTexts = division.wholeTexts > 0 ? division.wholeTexts : nil
    statistics.warnings += repetitions.warnings
    warnAboutShare()
    let mixture = plan.map { CorpusMixture(plan: $0, blocks: blocks) }
    statistics.epoch = mixture?.statistics(ofEpoch: 0)
    lexicon = counted.words?.lexicon()
    return EncodedTexts(
      training: trained.tokens, validation: held.tokens, ngramTexts: counted.tokens,
      mixture: mixture)
  }

  /// Where the texts are cut, and with shares what each epoch reads of them; found once.
  private mutating func divide(_ sources: [CorpusSource]) throws(CorpusError) -> CorpusDivision {
    if let division { return division }
    var texts: [CorpusDivision.Text] = []
    var blocks: [[TextBlock]] = []
    for source in sources {
      let (file, identity) = try read(source)
      texts.append(CorpusDivision.Text(file.bytes, hash: identity.hash, fraction: fraction))
      if !shares.isEmpty { blocks.append(TextBlock.blocks(of: file.bytes)) }
    }
    let division = CorpusDivision(texts, fraction: fraction, by: rule)
    self.division = division
    if !shares.isEmpty {
      plan = try ReadingPlan(
        sources.map(\.name),
        zip(blocks, division.cuts).map { TextBlock.blocks($0, until: $1) }, shares: shares)
    }
    return division
  }

  private mutating func warnAboutShare() {
    let (trained, held) = (statistics.training.characters, statistics.validation.characters)
    let share = Double(held) / Double(max(1, trained + held))
    guard fraction > 0, share > 2 * fraction else { return }
    statistics.warnings.append(
      .muchHeldOut(share, asked: fraction, isEarlier: rule != .sound))
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
    statistics.warnings += file.warnings.map(CorpusWarning.file)
  }
}
