import Compute
import LanguageModeling
import Layers

/// Where a run stands, apart from its weights.
struct TrainingProgress: Sendable, Hashable, Codable {
  /// Optimizer steps made.
  var step = 0
  /// Passes over the training text completed.
  var epoch = 0
  /// The next window of this pass.
  var window = 0
  /// Seconds of training, of all sessions.
  var seconds = 0.0
  /// Nats per token of the best validation.
  var bestLoss: Double?
  /// Rollbacks after losses that were not finite, since the last validation.
  var rollbacks = 0
  var learningRate = LearningRate()
  /// Bytes of the log up to here; a resumed run drops what comes after.
  var logBytes = 0
}

/// Everything that the next step depends on: what a checkpoint stores and a rollback restores.
struct TrainingState: Sendable {
  var progress: TrainingProgress
  /// Flat vectors in the network's layout.
  var parameters: [Float]
  var firstMoment: [Float]
  var secondMoment: [Float]
  var optimizerSteps: Int
  /// The recurrent state of each stream.
  var states: [RecurrentState]
}
