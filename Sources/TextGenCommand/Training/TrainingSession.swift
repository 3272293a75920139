import ArgumentParser
import FoundationEssentials
import TextGenLanguageModeling
import TextGenTraining

/// Runs a trainer to its end: signals, events, what is said, and the exit status.
struct TrainingSession {
  private let trainer: Trainer
  let folder: String
  private let isJSON: Bool
  private var display: ProgressDisplay
  private var outputError: OutputError?

  /// A session of `trainer`, whose checkpoint is in `folder`.
  init(_ trainer: Trainer, folder: String, isJSON: Bool) {
    self.trainer = trainer
    self.folder = folder
    self.isJSON = isJSON
    display = ProgressDisplay(
      tokenizer: trainer.corpus.tokenizer, seed: trainer.training.seed)
  }

  /// Trains until the run ends or somebody stops it.
  ///
  /// - Throws: what the trainer throws; `ExitCode` 130, 143 or 129 after a signal; `OutputError`
  ///   where the events could not be written, after saving.
  mutating func run() throws {
    let (signals, hook) = (SignalStops(), StepHook())
    trainer.rescueFolder = rescueFolder
    let end = try trainer.run(stop: signals.request) { event in
      show(event)
      hook?.act(after: event, signals.request)
      if outputError != nil { signals.request.make() }
    }
    display.finish()
    if trainer.keepsEarlierRun {
      if let outputError, outputError != .closed { throw outputError }
      Conversation.say(
        "interrupted before the first save; the model in \(Conversation.escaped(folder)) is as it was"
      )
      throw ExitCode(signals.exitStatus ?? 130)
    }
    say(end)
    if let outputError {
      if outputError == .closed { throw ExitCode(130) }
      throw outputError
    }
    if end.reason == .interrupted { throw ExitCode(signals.exitStatus ?? 130) }
    if !isJSON { try StandardStream.output.writeLine(folder + "/" + ModelFile.fileName) }
  }

  /// Where the model goes if its folder cannot take it.
  private var rescueFolder: String {
    let name = folder.split(separator: "/").last ?? "run"
    return FileManager.default.temporaryDirectory.path
      + "/textgen-\(name)-\(ProcessInfo.processInfo.processIdentifier)"
  }

  private mutating func show(_ event: TrainingEvent) {
    if isJSON, outputError == nil {
      do {
        try StandardStream.output.writeLine(json: event.json)
      } catch {
        outputError = error
      }
    }
    if case .start(let start) = event { say(start) }
    display.show(event)
  }
}
