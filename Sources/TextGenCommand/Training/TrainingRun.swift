import ArgumentParser
import FoundationEssentials
import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers
import TextGenTokenization
import TextGenTraining

/// A run in a folder: a new one, or one that goes on.
struct TrainingRun {
  /// Where the checkpoint goes.
  let folder: String
  /// Whether a new run may replace a model or a run that is there.
  let overwrites: Bool
  let corpus: CorpusArguments
  let network: NetworkOptions
  let optimization: OptimizationOptions
  /// The model whose weights a new run starts from.
  let start: StartingPoint?
  let engine: Engine

  /// A trainer at the first step; `replacing` says that a model in the folder is one to be replaced,
  /// whatever the options say.
  ///
  /// - Throws: what reading the corpus throws; `Failure` where the memory does not suffice, or the
  ///   options contradict the model that the run starts from, or the folder holds what must stay.
  func begun(replacing: Bool = false) throws -> Trainer {
    let replaces = overwrites || replacing
    let output = try newFolder(overwriting: replaces)
    try start?.check(self)
    let text = try corpus.read(
      resuming: nil, startingFrom: start?.file, trainingNothing: optimization.trainsNothing)
    CorpusSummary(text.statistics, unit: text.tokenizer.unit).say()
    if let advice = TrainingAdvice.start(self, text) { Conversation.note(advice) }
    let sizes = sizes(text)
    if sizes.isLimitedByTime {
      Conversation.say(
        "sizes: what learns most in the time on this machine; more minutes give a larger network")
    }
    let configuration = network.configuration(text.tokenizer, sizes, startingFrom: start?.file)
    try configuration.validate()
    var training = optimization.configuration(
      sizes, tokenCount: text.tokensOfEpoch, unit: text.tokenizer.unit, engine.instructionSet)
    training.startingModel = start?.model
    training.recurrentInitialization = network.recurrentInitialization
    try MemoryNeed(configuration, training).check()
    try DiskNeed(configuration, training, folder: folder).check()
    let trainer = try trainer(text, configuration, training, in: output)
    // The folder is locked now: somebody else may have trained there meanwhile.
    _ = try newFolder(overwriting: replaces)
    if trainer.keepsEarlierRun {
      Conversation.note("the first save of this run will replace the model in \(folder)")
    }
    start?.sayWhatStaysBehind(self)
    return trainer
  }

  private func newFolder(overwriting: Bool) throws(Failure) -> OutputFolder {
    try .forNewRun(folder, startingFrom: start?.path, overwrites: overwriting)
  }

  private func sizes(_ text: Corpus) -> AutomaticConfiguration {
    if let start {
      return AutomaticConfiguration(tokenCount: text.tokensOfEpoch, startingFrom: start.file)
    }
    return AutomaticConfiguration(
      tokenCount: text.tokensOfEpoch, unit: text.tokenizer.unit,
      network.shape.architecture ?? .recurrent, cell: network.shape.cell ?? .lstm,
      operations: network.shape.hiddenSize == nil ? optimization.operations(engine) : nil)
  }

  private func trainer(
    _ text: Corpus, _ configuration: NetworkConfiguration, _ training: TrainingConfiguration,
    in output: OutputFolder
  ) throws -> Trainer {
    if let start {
      return try Trainer(
        text, configuration, training, startingFrom: start.file, name: corpus.name, engine: engine,
        folder: output.path)
    }
    return try Trainer(
      text, configuration, training, initialization: network.recurrentInitialization ?? .uniform,
      name: corpus.name, engine: engine, folder: output.path)
  }

  /// A trainer at the step where the run in the folder stopped; nil where the run is over.
  ///
  /// A run that was killed before it saved anything begins again.
  ///
  /// - Throws: `Failure` where there is no run, or another one than the options say.
  func resumed() throws -> Trainer? {
    guard exists(TrainingFile.fileName) else {
      try refuseToForgetEnd()
      guard exists("log.jsonl"), !hasSaved else {
        guard !exists(ModelFile.fileName) else {
          throw Failure(
            "there is no run to resume in \(folder), only a model; start from it with --from and "
              + "name another folder with --output")
        }
        throw Failure(
          "there is no run to resume in \(folder); leave out --resume to begin one, or name its "
            + "folder with --output")
      }
      try refuseToForgetStart()
      Conversation.note("the run in \(folder) had saved nothing yet; it begins at the first step")
      return try begun(replacing: true)
    }
    if optimization.budget.isOpen, let reason = finishedReason() {
      Conversation.say(finishedSentence("it ended by " + reason))
      return nil
    }
    let model = try ModelFile.open(folder)
    try refuse(
      RunDifference.find(self, startedFrom: model.information.startingModel)
        ?? RunDifference.find(self, model))
    try refuseLimitsWithoutStart(model)
    let trainer = try resumedTrainer(model)
    CorpusSummary(trainer.corpus.statistics, unit: trainer.corpus.tokenizer.unit).say()
    try refuse(RunDifference.find(self, trainer.training))
    if trainer.isFinished {
      Conversation.say(finishedSentence("its budget is used up"))
      return nil
    }
    return trainer
  }

  /// The trainer that goes on with the run of `model`.
  private func resumedTrainer(_ model: ModelFile) throws -> Trainer {
    func trainer(_ division: CorpusOptions.Division) throws -> Trainer {
      try Trainer(
        resuming: folder,
        try corpus.read(
          resuming: model, startingFrom: start?.file,
          trainingNothing: optimization.trainsNothing, division: division),
        budget: optimization.budget.isOpen ? nil : optimization.budget, name: corpus.name,
        engine: engine)
    }
    do {
      return try trainer(.sound)
    } catch TrainingError.otherCorpus where corpus.isReadableTwice {
      // Runs of the first versions held out whatever was after the nearest line end.
      return try trainer(.nearestLines)
    }
  }

  /// Refuses to begin a run again that has ended and whose state was removed.
  private func refuseToForgetEnd() throws {
    guard let reason = finishedReason() else { return }
    throw Failure(
      "the run in \(folder) is finished (it ended by \(reason)), and its \(TrainingFile.fileName) is "
        + "gone, without which it cannot continue; start from its model with --from \(folder) and "
        + "another --output")
  }

  private func exists(_ file: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/" + file)
  }

  private func refuse(_ difference: RunDifference?) throws {
    guard let difference else { return }
    throw Failure(
      "the run in \(folder) has \(difference.option) \(difference.found), but \(difference.asked) "
        + "is asked for; leave the option out to go on, or begin another run with another --output")
  }

  /// Whether the run has ever saved its state, by its log.
  private var hasSaved: Bool {
    let data = FileManager.default.contents(atPath: folder + "/log.jsonl") ?? Data()
    return data.split(separator: UInt8(ascii: "\n")).contains {
      (try? JSONDecoder().decode(LoggedEvent.self, from: Data($0)))?.event == "checkpoint"
    }
  }

  /// How the run ended, by its log; nil where it did not, or was interrupted.
  private func finishedReason() -> String? {
    guard let data = FileManager.default.contents(atPath: folder + "/log.jsonl"),
      let line = data.split(separator: UInt8(ascii: "\n")).last,
      let end = try? JSONDecoder().decode(LoggedEnd.self, from: Data(line)),
      end.event == "end", end.reason != EndReason.interrupted.rawValue
    else { return nil }
    return end.reason
  }

  private func finishedSentence(_ how: String) -> String {
    "the run in \(Conversation.escaped(folder)) is finished (\(how)); to train it further give a "
      + "larger --epochs, --steps or --minutes"
  }
}

private struct LoggedEnd: Decodable {
  let event: String
  let reason: String
}
