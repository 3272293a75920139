public import TextGenLanguageModeling
public import TextGenLayers

/// What happens during a run, in order.
public enum TrainingEvent: Sendable {
  /// The run begins, or goes on.
  case start(TrainingStart)
  /// An optimizer step was made.
  case step(TrainingStep)
  /// The held-out text was measured; `model` is the network as it is now.
  case validation(TrainingValidation, model: LanguageModel)
  /// A file was written.
  case checkpoint(path: String)
  /// The loss or the gradient was not finite: the run went back to `step` with a lower rate.
  case recovered(step: Int, learningRate: Double)
  /// Something that a person should know, which does not end the run: one sentence.
  case warning(String)
  /// The run is over.
  case end(TrainingEnd)
}

/// What a run begins with.
public struct TrainingStart: Sendable {
  /// The shape of the network.
  public let configuration: NetworkConfiguration
  /// How it is trained.
  public let training: TrainingConfiguration
  /// What it is trained on.
  public let corpus: CorpusStatistics
  /// Threads in use.
  public let threadCount: Int
  /// Parameters of the network.
  public let parameterCount: Int
  /// The step that the run goes on from; 0 for a new one.
  public let step: Int
  /// Steps of one pass over the training text.
  public let stepsPerEpoch: Int
}

/// One optimizer step.
public struct TrainingStep: Sendable {
  /// Steps made so far.
  public let step: Int
  /// Passes over the training text so far, with fractions.
  public let epoch: Double
  /// Mean cross-entropy of the step in nats per token.
  public let loss: Double
  /// The same in bits per character.
  public let bitsPerCharacter: Double
  /// The norm of the gradient before clipping.
  public let gradientNorm: Double
  /// Whether the gradient was clipped.
  public let wasClipped: Bool
  /// The learning rate of the step.
  public let learningRate: Double
  /// Characters of the training text per second, over the last steps.
  public let charactersPerSecond: Double
  /// Seconds of training so far.
  public let seconds: Double
  /// How much of the budget is used, 0 to 1; nil without one.
  public let progress: Double?
}

/// A measurement on held-out text.
public struct TrainingValidation: Sendable {
  /// Steps made so far.
  public let step: Int
  /// Passes over the training text so far.
  public let epoch: Double
  /// Bits per character of the held-out text, under the network and its n-grams together.
  public let bitsPerCharacter: Double
  /// Those under the network alone; nil where it is alone.
  public let networkBitsPerCharacter: Double?
  /// The exponential of the mean cross-entropy per token.
  public let perplexity: Double
  /// Whether this is the best measurement so far.
  public let isBest: Bool
  /// Seconds of training so far.
  public let seconds: Double
}

/// How a run ended.
public struct TrainingEnd: Sendable {
  /// Why.
  public let reason: EndReason
  /// Steps made.
  public let steps: Int
  /// Passes over the training text.
  public let epochs: Double
  /// Bits per character of the best validation; nil where nothing was held out.
  public let bestBitsPerCharacter: Double?
  /// Seconds of training.
  public let seconds: Double
}
