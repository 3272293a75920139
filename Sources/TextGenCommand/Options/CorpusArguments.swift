import ArgumentParser
import TextGen
import TextGenLanguageModeling

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
  var unit: TrainingOptions.Unit?
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

  /// What these arguments ask for.
  var corpus: TrainingOptions.Corpus {
    var corpus = TrainingOptions.Corpus(texts: corpora)
    corpus.shares = share.map { TrainingOptions.Share(path: $0.path, factor: $0.factor) }
    corpus.unit = unit
    corpus.vocabularySize = vocabularySize
    corpus.minimumCount = minimumCount
    corpus.validationTexts = validation
    corpus.validationFraction = validationFraction
    corpus.encoding = encoding
    return corpus
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
func corpusName(_ paths: [String]) -> String { TrainingOptions.Corpus(texts: paths).name }
