package import TextGenLanguageModeling
package import TextGenLayers

/// What happens during a run, in order.
package enum TrainingEvent: Sendable {
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
  /// Something that a person should know, which does not end the run.
  case warning(TrainingWarning)
  /// The run is over.
  case end(TrainingEnd)
}

/// What a run begins with.
package struct TrainingStart: Sendable {
  /// The shape of the network.
  package let configuration: NetworkConfiguration
  /// How it is trained.
  package let training: TrainingConfiguration
  /// What it is trained on.
  package var corpus: CorpusStatistics
  /// Threads in use.
  package let threadCount: Int
  /// Parameters of the network.
  package let parameterCount: Int
  /// The step that the run goes on from; 0 for a new one.
  package let step: Int
  /// Steps of one pass over the training text.
  package let stepsPerEpoch: Int
}

/// One optimizer step.
package struct TrainingStep: Sendable, Codable {
  /// Steps made so far.
  package let step: Int
  /// Passes over the training text so far, with fractions.
  package let epoch: Double
  /// Mean cross-entropy of the step in nats per token.
  package let loss: Double
  /// The same in bits per character.
  package let bitsPerCharacter: Double
  /// The norm of the gradient before clipping.
  package let gradientNorm: Double
  /// Whether the gradient was clipped.
  package let wasClipped: Bool
  /// The learning rate of the step.
  package let learningRate: Double
  /// Characters of the training text per second, over the last steps.
  package let charactersPerSecond: Double
  /// Seconds of training so far.
  package let seconds: Double
  /// How much of the budget is used, 0 to 1; nil without one, and in a log.
  package var progress: Double?

  private enum CodingKeys: String, CodingKey {
    case step, epoch, loss, bitsPerCharacter, gradientNorm
    case wasClipped = "clipped"
    case learningRate, charactersPerSecond, seconds
  }
}

/// A measurement on held-out text.
package struct TrainingValidation: Sendable, Codable {
  /// Steps made so far.
  package let step: Int
  /// Passes over the training text so far.
  package let epoch: Double
  /// Bits per character of the held-out text, under the network and its n-grams together.
  package let bitsPerCharacter: Double
  /// Those under the network alone; nil where it is alone.
  package let networkBitsPerCharacter: Double?
  /// The exponential of the mean cross-entropy per token.
  package let perplexity: Double
  /// Whether this is the best measurement so far.
  package let isBest: Bool
  /// Seconds of training so far.
  package let seconds: Double

  private enum CodingKeys: String, CodingKey {
    case step, epoch, bitsPerCharacter, networkBitsPerCharacter, perplexity
    case isBest = "best"
    case seconds
  }
}

/// How a run ended.
package struct TrainingEnd: Sendable, Codable {
  /// Why.
  package let reason: EndReason
  /// Steps made.
  package let steps: Int
  /// Passes over the training text.
  package let epochs: Double
  /// Bits per character of the best validation; nil where nothing was held out.
  package let bestBitsPerCharacter: Double?
  /// Seconds of training.
  package let seconds: Double
}
