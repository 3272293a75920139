import TextGenLanguageModeling

extension TrainingOptions {
  /// Checks every value, and that no two options exclude each other.
  ///
  /// - Parameter resuming: Whether a run goes on, which has its weights already.
  /// - Throws: `TrainingFailure` that names what is not legal.
  package func check(resuming: Bool) throws(TrainingFailure) {
    try checkTexts()
    try network.check()
    try checkOptimization()
    if startingModel != nil, network.recurrentInitialization != nil {
      throw .exclusion(.recurrentInitialization, .startingModel)
    }
    try Option.blend.check(blend?.share)
    if blend != nil, startingModel == nil { throw .blendWithoutStart }
    if !ngrams.texts.isEmpty, ngrams.order == 0 { throw .exclusion(.ngramTexts, .ngramOrder) }
    if trainsNothing, corpus.limitsVocabulary {
      throw .exclusion(.steps, corpus.vocabularySize == nil ? .minimumCount : .vocabularySize)
    }
    if trainsNothing, startingModel == nil, !resuming { throw .nothingToTrain }
  }

  private func checkTexts() throws(TrainingFailure) {
    if corpus.texts.isEmpty { throw .noText }
    if !corpus.validationTexts.isEmpty, corpus.validationFraction != nil {
      throw .exclusion(.validationTexts, .validationFraction)
    }
    let all = corpus.texts + ngrams.texts + corpus.validationTexts
    if all.count(where: { $0 == "-" }) > 1 { throw .repeatedText("-") }
    var shared: Set<String> = []
    for share in corpus.shares {
      try Option.shares.check(share.factor)
      // Two spellings of a path are one text.
      let path = CorpusShare(path: share.path, factor: share.factor).path
      if !shared.insert(path).inserted { throw .repeatedText(path) }
    }
    try Option.vocabularySize.check(corpus.vocabularySize)
    try Option.minimumCount.check(corpus.minimumCount)
    try Option.validationFraction.check(corpus.validationFraction)
  }

  private func checkOptimization() throws(TrainingFailure) {
    try Option.dropout.check(optimization.dropout)
    try Option.batchSize.check(optimization.batchSize)
    try Option.coldShare.check(optimization.coldShare)
    try Option.sequenceLength.check(optimization.sequenceLength)
    try Option.learningRate.check(optimization.learningRate)
    try Option.clipNorm.check(optimization.clipNorm)
    try Option.weightDecay.check(optimization.weightDecay)
    try Option.ngramOrder.check(ngrams.order)
    try Option.ngramMegabytes.check(ngrams.megabytes)
    try Option.epochs.check(budget.epochs)
    try Option.steps.check(budget.steps)
    try Option.minutes.check(budget.minutes)
    try Option.saveInterval.check(saveInterval)
  }
}

extension TrainingOptions.Network {
  /// Checks every size, and that the architecture has what is asked for.
  ///
  /// - Throws: `TrainingFailure` that names what is not legal.
  package func check() throws(TrainingFailure) {
    let kind = architecture ?? .recurrent
    if cell != nil, kind != .recurrent { throw .exclusion(.cell, .architecture) }
    if contextLength != nil, kind != .window, kind != .transformer {
      throw .exclusion(.contextLength, .architecture)
    }
    if heads != nil, kind != .transformer { throw .exclusion(.heads, .architecture) }
    try TrainingOptions.Option.contextLength.check(contextLength)
    try TrainingOptions.Option.heads.check(heads)
    try TrainingOptions.Option.layers.check(layers)
    try TrainingOptions.Option.hiddenSize.check(hiddenSize)
    try TrainingOptions.Option.embeddingSize.check(embeddingSize)
  }
}
