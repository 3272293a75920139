import Generation
import LanguageModeling
import Tokenization
import Training

/// The progress of a run on standard error: on a terminal one line that is rewritten and a lasting
/// line for each validation, elsewhere a plain line now and then.
struct ProgressDisplay {
  /// Seconds between two rewritings, two plain lines, and two lasting lines of validations.
  private enum Interval {
    static let rewrite = Duration.milliseconds(200)
    static let plainLine = Duration.seconds(10)
    static let validation = Duration.seconds(2)
  }

  private let style: TerminalStyle
  private let tokenizer: any Tokenizer
  private let seed: UInt64
  private let clock = ContinuousClock()
  private var status = TrainingStatus()
  private var lastStatus: ContinuousClock.Instant
  private var lastValidation: ContinuousClock.Instant?
  private var hasLiveLine = false

  /// A display of a run whose samples are written with `tokenizer` and follow from `seed`.
  init(tokenizer: any Tokenizer, seed: UInt64) {
    style = TerminalStyle(.error)
    self.tokenizer = tokenizer
    self.seed = seed
    lastStatus = clock.now
  }

  /// Shows a step, if it is time.
  mutating func show(_ step: TrainingStep) {
    status.note(step)
    let interval = style.canRewrite ? Interval.rewrite : Interval.plainLine
    guard clock.now - lastStatus >= interval else { return }
    lastStatus = clock.now
    if style.canRewrite {
      let width = max(20, (StandardStream.error.columns ?? 80) - 1)
      try? StandardStream.error.write("\r" + status.line(width: width) + "\u{1B}[K")
      hasLiveLine = true
    } else {
      Conversation.say(status.line(width: .max))
    }
  }

  /// Shows a measurement and what the model writes by now.
  ///
  /// Small corpora are measured many times a second; then the lasting lines are thinned out.
  mutating func show(_ validation: TrainingValidation, _ model: LanguageModel) {
    status.note(validation)
    if let last = lastValidation, clock.now - last < Interval.validation { return }
    say(status.validationLine(validation, style))
    say("  " + style.dim(sample(model, step: validation.step)))
    lastValidation = clock.now
  }

  /// Says that the run went back to a good state.
  mutating func showRecovery(step: Int, learningRate: Double) {
    say(
      "the loss was not finite: back to step \(grouped(step)) with a learning rate of "
        + "\(learningRate)")
  }

  /// Ends the line that is rewritten.
  mutating func finish() { clearLiveLine() }

  private mutating func say(_ line: String) {
    clearLiveLine()
    Conversation.say(line)
  }

  private mutating func clearLiveLine() {
    guard hasLiveLine else { return }
    try? StandardStream.error.write("\r\u{1B}[K")
    hasLiveLine = false
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
