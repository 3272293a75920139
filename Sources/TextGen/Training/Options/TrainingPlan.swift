import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers
import TextGenTokenization
import TextGenTraining

/// What a new run is, with all that its options leave open: the one place that decides it.
///
/// Numbers that depend on the text are those of `AutomaticConfiguration`, the others those of
/// `TrainingConfiguration`.
struct TrainingPlan {
  /// The shape of the network.
  let network: NetworkConfiguration
  /// How it is trained.
  let training: TrainingConfiguration
  /// Whether training time, rather than the amount of text, limits the size.
  let isLimitedByTime: Bool

  /// The plan of a run on `text` by `engine`, which may start from a model.
  init(
    _ options: TrainingOptions, _ text: Corpus, startingFrom start: StartingPoint?, _ engine: Engine
  ) {
    let sizes = Self.sizes(options, text, start, engine)
    isLimitedByTime = sizes.isLimitedByTime
    network = Self.network(options, text, start, sizes)
    training = Self.training(options, text, start, sizes, engine)
  }

  private static func sizes(
    _ options: TrainingOptions, _ text: Corpus, _ start: StartingPoint?, _ engine: Engine
  ) -> AutomaticConfiguration {
    if let start {
      return AutomaticConfiguration(tokenCount: text.tokensOfEpoch, startingFrom: start.file)
    }
    let given = options.network
    return AutomaticConfiguration(
      tokenCount: text.tokensOfEpoch, unit: text.tokenizer.unit,
      (given.architecture ?? .recurrent).kind, cell: (given.cell ?? .lstm).kind,
      operations: given.hiddenSize == nil ? operations(options, engine) : nil)
  }

  private static func network(
    _ options: TrainingOptions, _ text: Corpus, _ start: StartingPoint?,
    _ sizes: AutomaticConfiguration
  ) -> NetworkConfiguration {
    let vocabularySize = text.tokenizer.vocabulary.count
    if var configuration = start?.file.configuration {
      configuration.vocabularySize = vocabularySize
      return configuration
    }
    return options.network.configuration(
      vocabularySize: vocabularySize, lineBreak: text.tokenizer.lineBreak,
      layers: sizes.layerCount, hiddenSize: sizes.hiddenSize,
      embeddingSize: min(sizes.embeddingSize, options.network.hiddenSize ?? sizes.hiddenSize))
  }

  /// Where only one of batch size and sequence length is given, the other shrinks to fit the corpus.
  private static func training(
    _ options: TrainingOptions, _ text: Corpus, _ start: StartingPoint?,
    _ sizes: AutomaticConfiguration, _ engine: Engine
  ) -> TrainingConfiguration {
    let given = options.optimization
    let room = max(1, text.tokensOfEpoch - 1)
    let length =
      given.sequenceLength ?? min(sizes.sequenceLength, max(1, room / (given.batchSize ?? 1)))
    let batch = given.batchSize ?? min(sizes.batchSize, max(1, room / length))
    let optimizer = given.optimizer?.kind ?? sizes.optimizer
    var training = TrainingConfiguration(
      batchSize: batch, coldTextCount: given.coldTextCount(of: batch) ?? 0, sequenceLength: length,
      optimizer: optimizer,
      learningRate: given.learningRate ?? sizes.learningRate(of: optimizer),
      dropout: given.dropout ?? sizes.dropout, precision: precision(options, engine),
      ngramOrder: options.ngrams.order ?? NGramPlan.order(text.tokenizer.unit),
      ngramMegabytes: options.ngrams.megabytes, budget: options.budget.limits,
      startingModel: start?.model)
    if let schedule = given.schedule?.kind { training.schedule = schedule }
    if let norm = given.clipNorm { training.clipNorm = norm }
    if let decay = given.weightDecay { training.weightDecay = decay }
    if let seed = options.seed { training.seed = seed }
    training.recurrentInitialization = options.network.recurrentInitialization?.kind
    return training
  }

  private static func precision(_ options: TrainingOptions, _ engine: Engine) -> ProductPrecision {
    options.optimization.precision?.kind ?? .automatic(on: engine.instructionSet)
  }

  /// What `engine` can compute in the minutes given, at its peak; nil where none are.
  private static func operations(_ options: TrainingOptions, _ engine: Engine) -> Double? {
    options.budget.minutes.flatMap { minutes in
      (engine.peakOperationsPerSecond(precision(options, engine))
        ?? engine.peakOperationsPerSecond(.float32))
        .map { $0 * 60 * minutes }
    }
  }
}

extension TrainingOptions.Budget {
  /// The same limits as a trainer has them.
  var limits: TrainingBudget { TrainingBudget(epochs: epochs, steps: steps, minutes: minutes) }
}
