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
    func text(_ words: ProgressText) -> String { words.text }
    let train = trainingBits.map { text(.trainPart(fixed($0, 3))) } ?? ""
    let valid = style.bold(text(.validation(fixed(validation.bitsPerCharacter, 3))))
    // What the network reaches without its n-grams.
    let alone = validation.networkBitsPerCharacter.map { fixed($0, 3) }
    let rest =
      text(.perCharacter(alone: alone)) + " · "
      + text(.perplexity(fixed(validation.perplexity, 2))) + " · " + clockTime(validation.seconds)
      + (validation.isBest ? " · " + text(.best) : "")
    let (step, epoch) = (grouped(validation.step), fixed(validation.epoch, 2))
    return "\(text(.step(step))) · \(text(.epoch(epoch))) · \(train)\(valid)\(rest)"
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
    return [
      (0, ProgressText.step(number).text, number),
      (1, ProgressText.epoch(epoch).text, ProgressText.shortEpoch(epoch).text),
    ] + measures(trainingBits ?? step.bitsPerCharacter)
      + [
        (5, ProgressText.speed(speed).text, ProgressText.shortSpeed(speed).text),
        (4, time(step), time(step)),
        (6, ProgressText.gradient(norm, clipped: share).text, "g \(norm), \(share)"),
      ]
  }

  private func measures(_ trained: Double) -> [Part] {
    let trained = fixed(trained, 3)
    guard let validation else { return [(2, ProgressText.train(trained).text, "bpc \(trained)")] }
    let valid = fixed(validation.bitsPerCharacter, 3)
    let perplexity = fixed(validation.perplexity, 2)
    return [
      (2, ProgressText.trainAndValid(trained, valid).text, "bpc \(trained) / \(valid)"),
      (7, ProgressText.perplexity(perplexity).text, "ppl \(perplexity)"),
    ]
  }

  /// Time that has passed and, by the share of the budget that is used, time that remains.
  private func time(_ step: TrainingStep) -> String {
    guard let progress = step.progress, progress > 0 else { return clockTime(step.seconds) }
    let remaining = step.seconds * max(0, 1 - progress) / progress
    return ProgressText.left(clockTime(step.seconds), remaining: clockTime(remaining)).text
  }
}
