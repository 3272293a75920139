extension TrainingEvent {
  /// What the log says of the event.
  package var record: TrainingRecord {
    switch self {
    case .start(let start): .start(start)
    case .step(let step): .step(step)
    case .validation(let validation, _): .validation(validation)
    case .checkpoint(let path): .checkpoint(path: path)
    case .recovered(let step, let rate): .recovered(step: step, learningRate: rate)
    case .warning(let warning): .warning(warning.description)
    case .end(let end): .end(end)
    }
  }

  /// The event as one line of JSON: a line of the log.
  package var json: String { record.json }
}
