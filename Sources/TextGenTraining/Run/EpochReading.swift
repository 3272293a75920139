import TextGenLanguageModeling
import TextGenTokenization

/// The text of one epoch, as the network reads it.
struct EpochReading {
  /// The epoch, from 0.
  let epoch: Int
  /// The streams, window by window.
  let batches: TruncatedBPTTBatches
  /// What begins cold beside them; nil where nothing does.
  let coldTexts: ColdTexts?
  /// What is known of the text.
  let statistics: CorpusPartStatistics

  /// The reading of epoch `epoch` of `corpus`.
  ///
  /// - Throws: `CorpusError` where an epoch is too small for the batches, or no text can begin cold.
  init(_ corpus: Corpus, _ training: TrainingConfiguration, epoch: Int) throws {
    let streamCount = training.batchSize - training.coldTextCount
    let length = training.sequenceLength
    if corpus.variesByEpoch, corpus.tokensOfEpoch <= streamCount * length {
      throw CorpusError.epochTooSmall(
        tokens: corpus.tokensOfEpoch, batchSize: streamCount, sequenceLength: length)
    }
    let text = corpus.text(ofEpoch: epoch, seed: training.seed)
    self.epoch = epoch
    statistics = text.statistics
    batches = try TruncatedBPTTBatches(
      text.tokens, batchSize: streamCount, sequenceLength: length)
    guard training.coldTextCount > 0 else {
      coldTexts = nil
      return
    }
    func lines(of tokens: TokenSequence) -> ColdTexts? {
      ColdTexts(tokens, lineBreak: corpus.tokenizer.lineBreak, sequenceLength: length)
    }
    // An epoch may have no line with a window after it where the whole corpus has one.
    coldTexts = lines(of: text.tokens) ?? (corpus.variesByEpoch ? lines(of: corpus.training) : nil)
    if coldTexts == nil { throw CorpusError.noLineForColdTexts }
  }
}
