import LanguageModeling
import Layers

extension TrainingEvent {
  /// The event as one line of JSON: a line of `log.jsonl` and of `train --json`.
  ///
  /// Numbers that are not finite are written as the strings "inf", "-inf" and "nan".
  public var json: String {
    switch self {
    case .start(let start): jsonText(StartRecord(start))
    case .step(let step): jsonText(StepRecord(step))
    case .validation(let validation, _): jsonText(ValidationRecord(validation))
    case .checkpoint(let path): jsonText(CheckpointRecord(path: path))
    case .recovered(let step, let rate):
      jsonText(RecoveredRecord(step: step, learning_rate: rate))
    case .end(let end): jsonText(EndRecord(end))
    }
  }
}

// The names of the properties below are the keys of the JSON.

private struct StartRecord: Encodable {
  let event = "start"
  let model: NetworkConfiguration
  let training: TrainingConfiguration
  let corpus: CorpusStatistics
  let parameters: Int
  let seed: UInt64
  let threads: Int
  let step: Int

  init(_ start: TrainingStart) {
    model = start.configuration
    training = start.training
    corpus = start.corpus
    parameters = start.parameterCount
    seed = start.training.seed
    threads = start.threadCount
    step = start.step
  }
}

private struct StepRecord: Encodable {
  let event = "step"
  let step: Int
  let epoch: Double
  let loss: Double
  let bits_per_character: Double
  let gradient_norm: Double
  let clipped: Bool
  let learning_rate: Double
  let characters_per_second: Double
  let seconds: Double

  init(_ step: TrainingStep) {
    self.step = step.step
    epoch = step.epoch
    loss = step.loss
    bits_per_character = step.bitsPerCharacter
    gradient_norm = step.gradientNorm
    clipped = step.wasClipped
    learning_rate = step.learningRate
    characters_per_second = step.charactersPerSecond
    seconds = step.seconds
  }
}

private struct ValidationRecord: Encodable {
  let event = "validation"
  let step: Int
  let epoch: Double
  let bits_per_character: Double
  let perplexity: Double
  let best: Bool
  let seconds: Double

  init(_ validation: TrainingValidation) {
    step = validation.step
    epoch = validation.epoch
    bits_per_character = validation.bitsPerCharacter
    perplexity = validation.perplexity
    best = validation.isBest
    seconds = validation.seconds
  }
}

private struct CheckpointRecord: Encodable {
  let event = "checkpoint"
  let path: String
}

private struct RecoveredRecord: Encodable {
  let event = "recovered"
  let step: Int
  let learning_rate: Double
}

private struct EndRecord: Encodable {
  let event = "end"
  let reason: EndReason
  let steps: Int
  let epochs: Double
  let best_bits_per_character: Double?
  let seconds: Double

  init(_ end: TrainingEnd) {
    reason = end.reason
    steps = end.steps
    epochs = end.epochs
    best_bits_per_character = end.bestBitsPerCharacter
    seconds = end.seconds
  }
}
