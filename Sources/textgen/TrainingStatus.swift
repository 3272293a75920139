import Training

/// What is known of a run by now, as one line.
struct TrainingStatus {
  private var step: TrainingStep?
  private var validation: TrainingValidation?
  /// Bits per character of the training text, smoothed over about fifty steps.
  private var trainingBits: Double?
  private var clippedCount = 0
  private var stepCount = 0

  /// Notes a step.
  mutating func note(_ step: TrainingStep) {
    self.step = step
    stepCount += 1
    if step.wasClipped { clippedCount += 1 }
    let bits = step.bitsPerCharacter
    trainingBits = trainingBits.map { $0 + (bits - $0) * max(0.02, 1 / Double(stepCount)) } ?? bits
  }

  /// Notes a measurement.
  mutating func note(_ validation: TrainingValidation) { self.validation = validation }

  /// One line of at most `width` columns; what matters least is left out first.
  func line(width: Int) -> String {
    var parts = parts
    func joined() -> String { parts.map(\.text).joined(separator: " · ") }
    while joined().count > width, let least = parts.map(\.rank).max(), least > 0 {
      parts.removeAll { $0.rank == least }
    }
    return String(joined().prefix(width))
  }

  /// The lasting line of a measurement.
  func validationLine(_ validation: TrainingValidation, _ style: TerminalStyle) -> String {
    let train = trainingBits.map { "train \(fixed($0, 3)), " } ?? ""
    let valid = style.bold("validation \(fixed(validation.bitsPerCharacter, 3))")
    return "step \(grouped(validation.step)) · epoch \(fixed(validation.epoch, 2)) · \(train)"
      + "\(valid) bits per character · perplexity \(fixed(validation.perplexity, 2)) · "
      + clockTime(validation.seconds) + (validation.isBest ? " · best so far" : "")
  }

  private typealias Part = (rank: Int, text: String)

  private var parts: [Part] {
    guard let step else { return [] }
    var parts: [Part] = [
      (0, "step \(grouped(step.step))"), (1, "epoch \(fixed(step.epoch, 2))"),
      (2, "train \(fixed(trainingBits ?? step.bitsPerCharacter, 3)) bits/char"),
    ]
    if let validation {
      parts.append((3, "valid \(fixed(validation.bitsPerCharacter, 3))"))
      parts.append((7, "perplexity \(fixed(validation.perplexity, 2))"))
    }
    parts.append((5, "\(compact(step.charactersPerSecond)) char/s"))
    parts.append((4, time(step)))
    let share = Double(clippedCount) / Double(max(1, stepCount))
    parts.append((6, "gradient \(fixed(step.gradientNorm, 2)), \(percent(share, 0)) clipped"))
    return parts
  }

  /// Time that has passed and, by the share of the budget that is used, time that remains.
  private func time(_ step: TrainingStep) -> String {
    guard let progress = step.progress, progress > 0 else { return clockTime(step.seconds) }
    let remaining = step.seconds * max(0, 1 - progress) / progress
    return "\(clockTime(step.seconds)), \(clockTime(remaining)) left"
  }
}
