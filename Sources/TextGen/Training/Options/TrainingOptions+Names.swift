extension TrainingOptions {
  /// An option by its name, for those who say what is wrong with it.
  public enum Option: String, Sendable, Hashable, CaseIterable {
    case texts
    case shares = "share"
    case unit, encoding
    case vocabularySize = "vocabulary size"
    case minimumCount = "minimum count"
    case validationTexts = "validation"
    case validationFraction = "validation fraction"
    case architecture, cell
    case contextLength = "context length"
    case heads, layers
    case hiddenSize = "hidden size"
    case embeddingSize = "embedding size"
    case tiesEmbeddings = "tie embeddings"
    case recurrentInitialization = "recurrent initialization"
    case dropout
    case batchSize = "batch size"
    case coldShare = "cold share"
    case sequenceLength = "sequence length"
    case optimizer
    case learningRate = "learning rate"
    case schedule
    case clipNorm = "clip norm"
    case weightDecay = "weight decay"
    case precision
    case ngramOrder = "ngram order"
    case ngramMegabytes = "ngram megabytes"
    case ngramTexts = "ngram corpus"
    case epochs, steps, minutes
    case startingModel = "starting model"
    case blend
    case seed
    case saveInterval = "save interval"
  }
}
