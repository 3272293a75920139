package import TextGenLayers

/// Where a run stands, apart from its weights.
package struct TrainingProgress: Sendable, Hashable, Codable {
  /// Optimizer steps made.
  package var step = 0
  /// Passes over the training text completed.
  package var epoch = 0
  /// The next window of this pass.
  package var window = 0
  /// Seconds of training, of all sessions.
  package var seconds = 0.0
  /// Nats per token of the best validation.
  package var bestLoss: Double?
  /// Rollbacks after losses that were not finite, since the last validation.
  package var rollbacks = 0
  /// The learning rate's memory.
  package var learningRate = LearningRate()
  /// Bytes of the log up to here; a resumed run drops what comes after.
  package var logBytes = 0
}

/// Everything that the next step depends on: what a checkpoint stores and a rollback restores.
package struct TrainingState: Sendable {
  /// Counts and clocks.
  package var progress: TrainingProgress
  /// Flat vectors in the network's layout.
  package var parameters: [Float]
  /// Adam's moments, in the same layout.
  package var firstMoment: [Float]
  package var secondMoment: [Float]
  /// Updates that Adam has made.
  package var optimizerSteps: Int
  /// The recurrent state of each stream.
  package var states: [NetworkState]
}

extension TrainingState {
  /// The state before the first step of `batchSize` streams, with these weights.
  init(beginningWith parameters: [Float], _ configuration: NetworkConfiguration, batchSize: Int) {
    let zeros = [Float](repeating: 0, count: parameters.count)
    self.init(
      progress: TrainingProgress(), parameters: parameters, firstMoment: zeros,
      secondMoment: zeros, optimizerSteps: 0,
      states: Array(repeating: NetworkState(configuration), count: batchSize))
  }
}
