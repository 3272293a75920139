import ArgumentParser
import TextGenLanguageModeling
import TextGenTokenization

/// What to train on and how it is cut into tokens.
struct CorpusArguments: ParsableArguments {
  @Argument(help: .hidden, completion: .file())
  var corpora: [String] = []
  @Option(
    parsing: .unconditionalSingleValue, help: .hidden, completion: .file(), transform: corpusShare)
  var share: [CorpusShare] = []
  @Option(
    parsing: .unconditionalSingleValue, help: .hidden, completion: .file(), transform: filledText)
  var ngramCorpus: [String] = []
  @Option(parsing: .unconditional, help: .hidden, transform: choice)
  var unit: TokenUnit?
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 2...1 << 20))
  var vocabularySize: Int?
  @Option(
    parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...1_000_000_000))
  var minimumCount: Int?
  @Option(parsing: .unconditionalSingleValue, help: .hidden, completion: .file())
  var validation: [String] = []
  @Option(
    parsing: .unconditional, help: .hidden,
    transform: number("from 0 (nothing is held out) to below 1") { $0 >= 0 && $0 < 1 })
  var validationFraction: Double?
  @Option(parsing: .unconditional, help: .hidden)
  var encoding: String?

  mutating func validate() throws {
    if corpora.isEmpty {
      throw ValidationError("there is no CORPUS; name a text file, a folder of them, or -")
    }
    if !validation.isEmpty, validationFraction != nil {
      throw ValidationError(
        "--validation and --validation-fraction exclude each other; give one of them")
    }
    let shared = share.map(\.path)
    if let path = shared.first(where: { path in shared.count { $0 == path } > 1 }) {
      throw ValidationError("--share is given more than once for \(path); give one number for it")
    }
    let standardInputs = texts.filter { $0 == "-" }.count
    if standardInputs > 1 {
      throw ValidationError("standard input (-) can be read only once; name it once")
    }
  }

  /// All texts that the run reads, by whatever option.
  var texts: [String] { corpora + ngramCorpus + validation }

  /// The name of the first file or folder, without its folder and its extension.
  var name: String { corpusName(corpora) }

  /// Whether the vocabulary has limits of its own.
  var limitsVocabulary: Bool { vocabularySize != nil || minimumCount != nil }

  /// Whether every text can be read a second time.
  var isReadableTwice: Bool {
    texts.allSatisfy { [.file, .folder].contains(FileSystem.kind(of: $0)) }
  }

  /// Reads the corpus; `run` is the model whose training goes on, and `start` the one that a run
  /// starts from, if there is one. A run that trains nothing keeps the tokens of `start` as they are.
  ///
  /// - Throws: `CorpusError` where a text cannot be read or is too small.
  func read(
    resuming run: ModelFile?, startingFrom start: ModelFile?, trainingNothing: Bool,
    division: CorpusOptions.Division = .sound
  ) throws -> Corpus {
    let options = CorpusOptions(
      encoding: encoding,
      validation: validation.isEmpty
        ? .fraction(validationFraction ?? 0.05) : .files(validation), division: division,
      shares: share, ngramTexts: ngramCorpus)
    return try Corpus(
      contentsOf: corpora, options: options,
      tokenizer: tokenizer(resuming: run, startingFrom: start, trainingNothing))
  }

  /// The tokenizer of the run that goes on; one learned anew where its limits are given, which the
  /// fingerprint of the corpus compares with the run's.
  private func tokenizer(
    resuming run: ModelFile?, startingFrom start: ModelFile?, _ trainingNothing: Bool
  ) -> CorpusTokenizer {
    if let run, !limitsVocabulary { return .given(run.tokenizer) }
    if let start {
      // Weights of new tokens would stay random.
      if trainingNothing { return .given(start.tokenizer) }
      return .extended(
        start.tokenizer, minimumCount: minimumCount, maximumSize: vocabularySize)
    }
    return .learned(
      unit ?? run?.tokenizer.unit ?? .character, minimumCount: minimumCount,
      maximumSize: vocabularySize)
  }
}

/// A reader of a path and how often its texts are read.
@Sendable private func corpusShare(_ text: String) throws -> CorpusShare {
  guard let sign = text.lastIndex(of: "="), sign > text.startIndex,
    let factor = Double(withDecimalPoint(String(text[text.index(after: sign)...]))),
    CorpusShare.factors.contains(factor)
  else {
    throw ValidationError(
      "expected a path of the corpus, = and a number from 0.001 to 100, such as speeches=0.16")
  }
  return CorpusShare(path: String(text[..<sign]), factor: factor)
}

/// The name of the first file or folder of `paths`, without its folder and its extension.
func corpusName(_ paths: [String]) -> String {
  let path = paths.first ?? "-"
  guard path != "-", path != "/dev/stdin" else { return "stdin" }
  let last = path.split(separator: "/").last { $0 != "." && $0 != ".." } ?? "corpus"
  guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return String(last) }
  return String(last[..<dot])
}
