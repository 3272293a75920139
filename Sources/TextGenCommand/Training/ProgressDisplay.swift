import TextGenGeneration
import TextGenLanguageModeling
import TextGenTokenization
import TextGenTraining

/// The progress of a run on standard error: on a terminal a bar that is rewritten, a lasting line for each
/// measurement and what the model writes by then; elsewhere a line for each measurement.
struct ProgressDisplay {
  /// The least time between two lines of measurements, which small corpora have many times a second, and
  /// the time without a word after which there is a sign of life where there is no terminal.
  private enum Interval {
    static let measurement = Duration.seconds(2)
    static let plainMeasurement = Duration.seconds(5)
    static let silence = Duration.seconds(60)
  }

  private let style: TerminalStyle
  private let tokenizer: any Tokenizer
  private let seed: UInt64
  private let clock = ContinuousClock()
  private var status: TrainingStatus
  private var lastLine: ContinuousClock.Instant
  private var lastMeasurement: ContinuousClock.Instant?
  private var liveLine = LiveLine()

  /// A display of a run of which `forecast` is known, whose samples are written with `tokenizer` and
  /// follow from `seed`.
  init(tokenizer: any Tokenizer, seed: UInt64, forecast: RunForecast) {
    style = TerminalStyle(.error)
    status = TrainingStatus(forecast)
    self.tokenizer = tokenizer
    self.seed = seed
    lastLine = clock.now
  }

  /// Shows what an event says of the progress; the beginning and the end are for others to say.
  mutating func show(_ event: TrainingEvent) {
    switch event {
    case .step(let step): show(step)
    case .validation(let validation, let model): show(validation, model)
    case .recovered(let step, let rate): showRecovery(step: step, learningRate: rate)
    case .warning(let warning):
      liveLine.clear()
      Conversation.warn(warning)
    case .start, .checkpoint, .end: break
    }
  }

  /// Shows a step, if it is time.
  private mutating func show(_ step: TrainingStep) {
    status.note(step)
    if liveLine.isVisible {
      let line = status.line(width: LiveLine.width, style)
      liveLine.show(line)
    } else if clock.now - lastLine >= Interval.silence {
      lastLine = clock.now
      Conversation.say(status.words)
    }
  }

  /// Shows a measurement and, on a terminal, what the model writes by now.
  private mutating func show(_ validation: TrainingValidation, _ model: LanguageModel) {
    status.note(validation)
    let interval = liveLine.isVisible ? Interval.measurement : Interval.plainMeasurement
    if let last = lastMeasurement, clock.now - last < interval { return }
    say(TerminalText(status.sentence(of: validation)))
    if liveLine.isVisible { say("  " + style.dim(sample(model, step: validation.step))) }
    lastMeasurement = clock.now
    lastLine = clock.now
  }

  /// Says that the run went back to a good state.
  private mutating func showRecovery(step: Int, learningRate: Double) {
    say(
      TerminalText(TrainingMessage.recovered(step: step, rate: learningRate).text))
  }

  /// Ends the line that is rewritten.
  mutating func finish() { liveLine.clear() }

  private mutating func say(_ line: TerminalText) {
    liveLine.clear()
    Conversation.say(line)
  }

  /// About a hundred characters from the beginning of a text, on one line.
  private func sample(_ model: LanguageModel, step: Int) -> String {
    let generator = try? TextGenerator(
      model: model, tokenizer: tokenizer, options: .usual,
      conditions: StopConditions(characters: 100, tokens: 400))
    let text = generator?.text(after: "", seed: seed &+ UInt64(step)).text ?? ""
    let lines = text.split(whereSeparator: \.isNewline).map { Conversation.escaped(String($0)) }
    return "“" + lines.joined(separator: " / ") + "”"
  }
}
