import TextGenGeneration
import TextGenLanguageModeling
import TextGenTokenization
import TextGenTraining

/// The progress of a run on standard error: on a terminal one line that is rewritten and a lasting
/// line for each validation, elsewhere a plain line now and then.
struct ProgressDisplay {
  /// The time between two plain lines, and between two lasting lines of validations.
  private enum Interval {
    static let plainLine = Duration.seconds(10)
    static let validation = Duration.seconds(2)
    static let plainValidation = Duration.seconds(5)
  }

  private let style: TerminalStyle
  private let tokenizer: any Tokenizer
  private let seed: UInt64
  private let clock = ContinuousClock()
  private var status = TrainingStatus()
  private var lastStatus: ContinuousClock.Instant
  private var lastValidation: ContinuousClock.Instant?
  private var liveLine = LiveLine()

  /// A display of a run whose samples are written with `tokenizer` and follow from `seed`.
  init(tokenizer: any Tokenizer, seed: UInt64) {
    style = TerminalStyle(.error)
    self.tokenizer = tokenizer
    self.seed = seed
    lastStatus = clock.now
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
      liveLine.show(status.line(width: LiveLine.width))
    } else if clock.now - lastStatus >= Interval.plainLine {
      lastStatus = clock.now
      Conversation.say(status.line(width: .max))
    }
  }

  /// Shows a measurement and what the model writes by now.
  ///
  /// Small corpora are measured many times a second; then the lasting lines are thinned out.
  private mutating func show(_ validation: TrainingValidation, _ model: LanguageModel) {
    status.note(validation)
    let interval = liveLine.isVisible ? Interval.validation : Interval.plainValidation
    if let last = lastValidation, clock.now - last < interval { return }
    say(status.validationLine(validation, style))
    say("  " + style.dim(sample(model, step: validation.step)))
    lastValidation = clock.now
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
      model: model, tokenizer: tokenizer, options: SamplingOptions(temperature: 0.8),
      conditions: StopConditions(characters: 100, tokens: 400))
    let text = generator?.text(after: "", seed: seed &+ UInt64(step)).text ?? ""
    let lines = text.split(whereSeparator: \.isNewline).map { Conversation.escaped(String($0)) }
    return "“" + lines.joined(separator: " / ") + "”"
  }
}
