import ArgumentParser
import TextGen
import TextGenLanguageModeling
import TextGenTraining

/// Trains a run to its end: signals, events, what is said, and the exit status.
struct TrainingSession {
  private let training: TrainingRun
  private let isJSON: Bool
  private var display: ProgressDisplay
  private var outputError: OutputError?

  /// A session of `run`.
  init(_ run: TrainingRun, isJSON: Bool) {
    training = run
    self.isJSON = isJSON
    display = ProgressDisplay(
      tokenizer: run.tokenizer, seed: run.seed, forecast: run.forecast)
  }

  /// The folder of the checkpoint.
  var folder: String { training.folder }

  /// Trains until the run ends or somebody stops it.
  ///
  /// - Throws: what the run throws; `ExitCode` 130, 143 or 129 after a signal; `OutputError`
  ///   where the events could not be written, after saving.
  mutating func run() throws {
    let (signals, hook) = (SignalStops(), StepHook())
    let end = try training.train(stop: signals.request) { event in
      show(event)
      hook?.act(after: event, signals.request)
      if outputError != nil { signals.request.make() }
    }
    display.finish()
    if training.keepsEarlierRun {
      if let outputError, outputError != .closed { throw outputError }
      Conversation.say(TrainingMessage.interruptedEarly(folder: folder))
      throw ExitCode(signals.exitStatus ?? 130)
    }
    say(end)
    if let outputError {
      if outputError == .closed { throw ExitCode(130) }
      throw outputError
    }
    if end.reason == .interrupted { throw ExitCode(signals.exitStatus ?? 130) }
    if !isJSON { try StandardStream.output.writeLine(RunFolder(folder).model) }
  }

  private mutating func show(_ event: TrainingEvent) {
    if isJSON, outputError == nil {
      do {
        try StandardStream.output.writeLine(json: event.line)
      } catch {
        outputError = error
      }
    }
    if case .start(let start) = event { say(start) }
    display.show(event)
  }
}
