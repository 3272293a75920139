import TextGenLanguageModeling
import TextGenTokenization

extension TrainingOptions {
  /// Whether the run leaves the weights of its model as they are and only counts n-grams.
  package var trainsNothing: Bool { budget.steps == 0 }

  /// All texts that the run reads.
  package var texts: [String] { corpus.texts + ngrams.texts + corpus.validationTexts }

  /// Whether every text can be read a second time.
  var isReadableTwice: Bool {
    texts.allSatisfy { [.file, .folder].contains(FileSystem.kind(of: $0)) }
  }

  /// Reads the texts; `run` is the model whose training goes on, and `start` the one that a run starts
  /// from, if there is one. A run that trains nothing keeps the tokens of `start` as they are.
  ///
  /// - Throws: `CorpusError` where a text cannot be read or is too small.
  func read(
    resuming run: ModelFile?, startingFrom start: ModelFile?,
    division: CorpusOptions.Division = .sound
  ) throws(CorpusError) -> TextGenLanguageModeling.Corpus {
    var options = CorpusOptions(
      encoding: corpus.encoding, division: division,
      shares: corpus.shares.map { CorpusShare(path: $0.path, factor: $0.factor) },
      ngramTexts: ngrams.texts)
    if !corpus.validationTexts.isEmpty {
      options.validation = .files(corpus.validationTexts)
    } else if let fraction = corpus.validationFraction {
      options.validation = .fraction(fraction)
    }
    return try TextGenLanguageModeling.Corpus(
      contentsOf: corpus.texts, options: options,
      tokenizer: tokenizer(resuming: run, startingFrom: start))
  }

  /// The tokenizer of the run that goes on; one learned anew where its limits are given, which the
  /// fingerprint of the corpus compares with the run's.
  private func tokenizer(
    resuming run: ModelFile?, startingFrom start: ModelFile?
  ) -> CorpusTokenizer {
    if let run, !corpus.limitsVocabulary { return .given(run.tokenizer) }
    let (count, size) = (corpus.minimumCount, corpus.vocabularySize)
    if let start {
      // Weights of new tokens would stay random.
      if trainsNothing { return .given(start.tokenizer) }
      return .extended(start.tokenizer, minimumCount: count, maximumSize: size)
    }
    return .learned(
      corpus.unit?.kind ?? run?.tokenizer.unit ?? .character, minimumCount: count,
      maximumSize: size)
  }
}
