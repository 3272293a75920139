import FoundationEssentials
import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers

extension TrainingEvent {
  /// The event as one line of JSON: a line of `log.jsonl` and of `train --json`.
  ///
  /// Numbers that are not finite are written as the strings "inf", "-inf" and "nan".
  package var json: String {
    switch self {
    case .start(let start): eventText(StartRecord(start))
    case .step(let step): eventText(StepRecord(step))
    case .validation(let validation, _): eventText(ValidationRecord(validation))
    case .checkpoint(let path): eventText(CheckpointRecord(path: path))
    case .recovered(let step, let rate):
      eventText(RecoveredRecord(step: step, learningRate: rate))
    case .warning(let sentence): eventText(WarningRecord(message: sentence))
    case .end(let end): eventText(EndRecord(end))
    }
  }
}

/// `record` as one line of JSON; its keys are the properties below in snake case.
private func eventText(_ record: some Encodable) -> String {
  jsonText(record, keys: .convertToSnakeCase)
}

private struct StartRecord: Encodable {
  let event = "start"
  let model: NetworkConfiguration
  let training: TrainingConfiguration
  let corpus: CorpusStatistics
  let parameters: Int
  let precision: ProductPrecision
  let seed: UInt64
  let threads: Int
  let step: Int

  init(_ start: TrainingStart) {
    model = start.configuration
    training = start.training
    corpus = start.corpus
    parameters = start.parameterCount
    precision = start.training.precision
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
  let bitsPerCharacter: Double
  let gradientNorm: Double
  let clipped: Bool
  let learningRate: Double
  let charactersPerSecond: Double
  let seconds: Double

  init(_ step: TrainingStep) {
    self.step = step.step
    epoch = step.epoch
    loss = step.loss
    bitsPerCharacter = step.bitsPerCharacter
    gradientNorm = step.gradientNorm
    clipped = step.wasClipped
    learningRate = step.learningRate
    charactersPerSecond = step.charactersPerSecond
    seconds = step.seconds
  }
}

private struct ValidationRecord: Encodable {
  let event = "validation"
  let step: Int
  let epoch: Double
  let bitsPerCharacter: Double
  let networkBitsPerCharacter: Double?
  let perplexity: Double
  let best: Bool
  let seconds: Double

  init(_ validation: TrainingValidation) {
    step = validation.step
    epoch = validation.epoch
    bitsPerCharacter = validation.bitsPerCharacter
    networkBitsPerCharacter = validation.networkBitsPerCharacter
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
  let learningRate: Double
}

private struct WarningRecord: Encodable {
  let event = "warning"
  let message: String
}

private struct EndRecord: Encodable {
  let event = "end"
  let reason: EndReason
  let steps: Int
  let epochs: Double
  let bestBitsPerCharacter: Double?
  let seconds: Double

  init(_ end: TrainingEnd) {
    reason = end.reason
    steps = end.steps
    epochs = end.epochs
    bestBitsPerCharacter = end.bestBitsPerCharacter
    seconds = end.seconds
  }
}
