import TextGenTraining

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

  /// One line of at most `width` columns: in full, else with short names, else without what matters
  /// least.
  func line(width: Int) -> String {
    var parts = parts
    let full = parts.map(\.full).joined(separator: " · ")
    if full.count <= width { return full }
    func short() -> String { parts.map(\.short).joined(separator: " · ") }
    while short().count > width, let least = parts.map(\.rank).max(), least > 0 {
      parts.removeAll { $0.rank == least }
    }
    return String(short().prefix(width))
  }

  /// The lasting line of a measurement.
  func validationLine(_ validation: TrainingValidation, _ style: TerminalStyle) -> TerminalText {
    let train = trainingBits.map { "train \(fixed($0, 3)), " } ?? ""
    let valid = style.bold("valid \(fixed(validation.bitsPerCharacter, 3))")
    let rest =
      " bits/char\(alone(validation)) · perplexity \(fixed(validation.perplexity, 2)) · "
      + clockTime(validation.seconds) + (validation.isBest ? " · best so far" : "")
    return "step \(grouped(validation.step)) · epoch \(fixed(validation.epoch, 2)) · \(train)"
      + "\(valid)\(rest)"
  }

  /// What the network reaches without its n-grams.
  private func alone(_ validation: TrainingValidation) -> String {
    validation.networkBitsPerCharacter.map { " (network alone \(fixed($0, 3)))" } ?? ""
  }

  /// A part of the line; the greatest rank is left out first.
  private typealias Part = (rank: Int, full: String, short: String)

  private var parts: [Part] {
    guard let step else { return [] }
    let number = grouped(step.step)
    let epoch = fixed(step.epoch, 2)
    let share = percent(Double(clippedCount) / Double(max(1, stepCount)), 0)
    let norm = fixed(step.gradientNorm, 2)
    let speed = compact(step.charactersPerSecond)
    return [(0, "step \(number)", number), (1, "epoch \(epoch)", "ep \(epoch)")]
      + measures(trainingBits ?? step.bitsPerCharacter)
      + [
        (5, "\(speed) char/s", "\(speed) ch/s"), (4, time(step), time(step)),
        (6, "gradient \(norm), \(share) clipped", "g \(norm), \(share)"),
      ]
  }

  private func measures(_ trained: Double) -> [Part] {
    let trained = fixed(trained, 3)
    guard let validation else { return [(2, "train \(trained) bits/char", "bpc \(trained)")] }
    let valid = fixed(validation.bitsPerCharacter, 3)
    let perplexity = fixed(validation.perplexity, 2)
    return [
      (2, "train \(trained), valid \(valid) bits/char", "bpc \(trained) / \(valid)"),
      (7, "perplexity \(perplexity)", "ppl \(perplexity)"),
    ]
  }

  /// Time that has passed and, by the share of the budget that is used, time that remains.
  private func time(_ step: TrainingStep) -> String {
    guard let progress = step.progress, progress > 0 else { return clockTime(step.seconds) }
    let remaining = step.seconds * max(0, 1 - progress) / progress
    return "\(clockTime(step.seconds)), \(clockTime(remaining)) left"
  }
}
