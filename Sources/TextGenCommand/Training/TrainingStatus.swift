import TextGenTraining

/// What is known of a run by now, in words and as a bar.
struct TrainingStatus {
  /// Columns between the ends of the bar.
  private static let barWidth = 20

  private var forecast: RunForecast
  private var step: TrainingStep?

  /// The status of a run that makes its first step.
  init(_ forecast: RunForecast) { self.forecast = forecast }

  /// Notes a step.
  mutating func note(_ step: TrainingStep) {
    self.step = step
    forecast.note(step)
  }

  /// Notes a measurement.
  mutating func note(_ validation: TrainingValidation) { forecast.note(validation) }

  /// The bar and words on one line of at most `width` columns: what matters least is left out.
  func line(width: Int, _ style: TerminalStyle) -> String {
    let bar = forecast.outlook.map { Part(rank: 1, text: Self.bar($0.share, style)) }
    var parts = [bar].compactMap { $0 } + parts
    func text() -> String { parts.map(\.text).joined(separator: "  ") }
    while text().count > width, let least = parts.map(\.rank).max(), least > 0 {
      parts.removeAll { $0.rank == least }
    }
    return String(text().prefix(max(0, width)))
  }

  /// The words on one line.
  var words: String { parts.map(\.text).joined(separator: "; ") }

  /// What a measurement says.
  func sentence(of validation: TrainingValidation) -> String {
    let (epoch, bits) = (fixed(validation.epoch, 2), fixed(validation.bitsPerCharacter, 3))
    let best = forecast.best.map {
      (epoch: fixed($0.epoch, 2), bits: fixed($0.bitsPerCharacter, 3))
    }
    let text: ProgressText =
      forecast.measurementCount == 1
      ? .first(epoch: epoch, bits: bits)
      : validation.isBest
        ? .better(epoch: epoch, bits: bits) : .worse(epoch: epoch, bits: bits, best: best)
    return ([text.text] + [timeLeft].compactMap { $0 }).joined(separator: "; ")
  }

  /// A part of the line; the greatest rank is left out first, the rank 0 never.
  private struct Part {
    let rank: Int
    let text: String
  }

  private var parts: [Part] {
    var parts: [Part] = []
    if !forecast.isOpen, let share = forecast.outlook?.share {
      parts.append(Part(rank: 3, text: ProgressText.percent(fixed(100 * share, 0)).text))
    }
    if let timeLeft { parts.append(Part(rank: 0, text: timeLeft)) }
    if let course { parts.append(Part(rank: 2, text: course)) }
    if let step {
      // Before there is an estimate, how far the run is takes its place.
      let rank = timeLeft == nil ? 0 : 4
      parts.append(Part(rank: rank, text: ProgressText.epoch(fixed(step.epoch, 2)).text))
    }
    return parts
  }

  /// What the measurements have come to.
  private var course: String? {
    guard let best = forecast.best, forecast.measurementCount > 1 else { return nil }
    return forecast.measurementsSinceBest == 0
      ? ProgressText.improving.text : ProgressText.noBetter(since: fixed(best.epoch, 2)).text
  }

  private var timeLeft: String? {
    guard let seconds = forecast.outlook?.seconds else { return nil }
    let (least, most) = (clockTime(seconds.lowerBound), clockTime(seconds.upperBound))
    if !forecast.isOpen { return ProgressText.left(most).text }
    return least == most
      ? ProgressText.leftAtLeast(least).text : ProgressText.leftFromTo(least, most).text
  }

  private static func bar(_ share: Double, _ style: TerminalStyle) -> String {
    let bar = style.bar(share, width: barWidth)
    let rest = String(repeating: " ", count: max(0, barWidth - bar.count))
    return style.isUnicode ? "▕\(bar)\(rest)▏" : "[\(bar)\(rest)]"
  }
}
