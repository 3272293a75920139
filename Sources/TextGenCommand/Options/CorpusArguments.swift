import ArgumentParser
import TextGen
import TextGenLanguageModeling

/// What to train on and how it is cut into tokens.
struct CorpusArguments: ParsableArguments {
  @Argument(CorpusArgumentText.corpora, .path, completion: .file())
  var corpora: [String] = []
  @Option(CorpusArgumentText.unit)
  var unit: TrainingOptions.Unit?
  @Option(CorpusArgumentText.vocabularySize, .count, transform: wholeNumber(of: .vocabularySize))
  var vocabularySize: Int?
  @Option(CorpusArgumentText.minimumCount, .count, transform: wholeNumber(of: .minimumCount))
  var minimumCount: Int?
  @Option(CorpusArgumentText.validation, .file, completion: .file(), transform: anyText)
  var validation: [String] = []
  @Option(CorpusArgumentText.validationFraction, .share, transform: number(of: .validationFraction))
  var validationFraction: Double?
  @Option(CorpusArgumentText.share, .shares, completion: .file(), transform: corpusShare)
  var share: [CorpusShare] = []
  @Option(CorpusArgumentText.ngramCorpus, .path, completion: .file(), transform: filledText)
  var ngramCorpus: [String] = []
  @Option(CorpusArgumentText.encoding, .encoding, transform: anyText)
  var encoding: String?

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
  guard let (path, factor) = namedNumber(text), CorpusShare.factors.contains(factor) else {
    throw ValidationError(ExpectedValue.share)
  }
  return CorpusShare(path: path, factor: factor)
}

/// The name of the first file or folder of `paths`, without its folder and its extension.
func corpusName(_ paths: [String]) -> String { TrainingOptions.Corpus(texts: paths).name }
