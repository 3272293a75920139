import TextGenLanguageModeling
import TextGenTraining

extension TrainingRun {
  /// What happens during a run.
  public enum Event: Sendable, Hashable {
    /// The run begins, or goes on.
    case start(Start)
    /// A step of the optimizer was made.
    case step(Step)
    /// The held-out text was measured.
    case validation(Validation)
    /// A file was written.
    case saved(path: String)
    /// The loss was not finite: the run went back to an earlier step with a smaller learning rate.
    case recovered(step: Int, learningRate: Double)
    /// Something worth knowing that does not end the run: one sentence.
    case warning(String)
    /// The run is over, and saved.
    case end(End)
  }

  /// What a run begins with.
  public struct Start: Sendable, Hashable {
    /// Parameters of the network.
    public var parameterCount: Int
    /// Tokens of the vocabulary.
    public var vocabularySize: Int
    /// Characters (NFC code points) to train on.
    public var trainingCharacters: Int
    /// Characters that are held out.
    public var heldOutCharacters: Int
    /// Steps that were made before; 0 in a new run.
    public var step: Int
    /// Steps of one pass over the text.
    public var stepsPerEpoch: Int
  }

  /// A step of the optimizer.
  public struct Step: Sendable, Hashable {
    /// Steps made so far.
    public var step: Int
    /// Passes over the text so far, with fractions.
    public var epoch: Double
    /// Bits per character of the step's text under the network alone.
    public var bitsPerCharacter: Double
    /// The norm of the gradient before it was clipped.
    public var gradientNorm: Double
    /// The learning rate of the step.
    public var learningRate: Double
    /// Characters per second over the last steps.
    public var charactersPerSecond: Double
    /// Seconds of training so far, of all sessions.
    public var seconds: Double
    /// The part of the budget that is used, 0 to 1; nil without one.
    public var progress: Double?
  }

  /// A measurement of the held-out text.
  public struct Validation: Sendable, Hashable {
    /// Steps made so far.
    public var step: Int
    /// Passes over the text so far, with fractions.
    public var epoch: Double
    /// Bits per character under the model, n-grams included.
    public var bitsPerCharacter: Double
    /// The exponential of the mean cross-entropy per token.
    public var perplexity: Double
    /// Whether it is the best measurement so far, whose model is kept.
    public var isBest: Bool
    /// Seconds of training so far, of all sessions.
    public var seconds: Double
  }

  /// How a run ended.
  public struct End: Sendable, Hashable {
    /// What made the run end.
    public var ending: Ending
    /// Steps made, in all sessions.
    public var steps: Int
    /// Passes over the text, with fractions.
    public var epochs: Double
    /// Bits per character of the best measurement; nil where nothing was held out.
    public var bestBitsPerCharacter: Double?
    /// Seconds of training, of all sessions.
    public var seconds: Double
  }

  /// Why a run ended.
  public enum Ending: String, Sendable, Hashable, CaseIterable {
    /// The validation loss no longer fell.
    case converged
    /// Its epochs are over.
    case epochs
    /// Its steps are over.
    case steps
    /// Its minutes are over.
    case minutes
    /// Somebody stopped it; it can go on.
    case interrupted

    init(_ reason: EndReason) {
      self =
        switch reason {
        case .converged: .converged
        case .epochs: .epochs
        case .steps: .steps
        case .minutes: .minutes
        case .interrupted: .interrupted
        }
    }
  }
}

extension TrainingRun.Event {
  /// What a trainer says.
  init(_ event: TrainingEvent) {
    self =
      switch event {
      case .start(let start):
        .start(
          TrainingRun.Start(
            parameterCount: start.parameterCount, vocabularySize: start.corpus.vocabularySize,
            trainingCharacters: start.corpus.training.characters,
            heldOutCharacters: start.corpus.validation.characters, step: start.step,
            stepsPerEpoch: start.stepsPerEpoch))
      case .step(let step):
        .step(
          TrainingRun.Step(
            step: step.step, epoch: step.epoch, bitsPerCharacter: step.bitsPerCharacter,
            gradientNorm: step.gradientNorm, learningRate: step.learningRate,
            charactersPerSecond: step.charactersPerSecond, seconds: step.seconds,
            progress: step.progress))
      case .validation(let found, _):
        .validation(
          TrainingRun.Validation(
            step: found.step, epoch: found.epoch, bitsPerCharacter: found.bitsPerCharacter,
            perplexity: found.perplexity, isBest: found.isBest, seconds: found.seconds))
      case .checkpoint(let path): .saved(path: path)
      case .recovered(let step, let rate): .recovered(step: step, learningRate: rate)
      case .warning(let warning): .warning(warning.description)
      case .end(let end):
        .end(
          TrainingRun.End(
            ending: TrainingRun.Ending(end.reason), steps: end.steps, epochs: end.epochs,
            bestBitsPerCharacter: end.bestBitsPerCharacter, seconds: end.seconds))
      }
  }
}
