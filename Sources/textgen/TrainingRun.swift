import ArgumentParser
import Compute
import FoundationEssentials
import LanguageModeling
import Layers
import Tokenization
import Training

/// A run in a folder: a new one, or one that goes on.
struct TrainingRun {
  /// Where the checkpoint goes.
  let folder: String
  let corpus: CorpusArguments
  let network: NetworkOptions
  let optimization: OptimizationOptions
  /// The model whose weights a new run starts from.
  let start: StartingPoint?
  let engine: Engine

  /// A trainer at the first step.
  ///
  /// - Throws: what reading the corpus throws; `Failure` where the memory does not suffice, or the
  ///   options contradict the model that the run starts from, or a model of the project is in the folder.
  func begun() throws -> Trainer {
    try start?.check(self)
    try refuseToReplacePretrained()
    let text = try corpus.read(resuming: nil, startingFrom: start?.file)
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
      sizes, tokenCount: text.training.count, unit: text.tokenizer.unit, engine.instructionSet)
    training.startingModel = start?.model
    training.recurrentInitialization = network.recurrentInitialization
    try MemoryNeed(configuration, training).check()
    try DiskNeed(configuration, training, folder: folder).check()
    let trainer = try trainer(text, configuration, training)
    try forgetEarlierRun()
    start?.sayWhatStaysBehind()
    return trainer
  }

  private func sizes(_ text: Corpus) -> AutomaticConfiguration {
    if let start {
      return AutomaticConfiguration(tokenCount: text.training.count, startingFrom: start.file)
    }
    return AutomaticConfiguration(
      tokenCount: text.training.count, unit: text.tokenizer.unit,
      network.shape.architecture ?? .recurrent, cell: network.shape.cell ?? .lstm,
      operations: network.shape.hiddenSize == nil ? optimization.operations(engine) : nil)
  }

  private func trainer(
    _ text: Corpus, _ configuration: NetworkConfiguration, _ training: TrainingConfiguration
  ) throws -> Trainer {
    if let start {
      return try Trainer(
        text, configuration, training, startingFrom: start.file, name: corpus.name, engine: engine,
        folder: folder)
    }
    return try Trainer(
      text, configuration, training, initialization: network.recurrentInitialization ?? .uniform,
      name: corpus.name, engine: engine, folder: folder)
  }

  /// A trainer at the step where the run in the folder stopped; nil where the run is over.
  ///
  /// A run that was killed before it saved anything begins again.
  ///
  /// - Throws: `Failure` where there is no run, or another one than the options say.
  func resumed() throws -> Trainer? {
    guard exists(Self.stateFile) else {
      guard exists("log.jsonl") else {
        throw Failure(
          "there is no run to resume in \(folder); leave out --resume to begin one, or name its "
            + "folder with --output")
      }
      try refuseToForgetEnd()
      try refuseToForgetStart()
      Conversation.note("the run in \(folder) had saved nothing yet; it begins at the first step")
      return try begun()
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
        try corpus.read(resuming: model, startingFrom: start?.file, division: division),
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
      "the run in \(folder) is finished (it ended by \(reason)), and its \(Self.stateFile) is gone, "
        + "without which it cannot go on; start from its model with --from \(folder) and another "
        + "--output")
  }

  private static let stateFile = "training.safetensors"

  private func exists(_ file: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/" + file)
  }

  private func refuseToReplacePretrained() throws {
    let pretrained = PretrainedModel.allCases.compactMap(\.path)
    guard !exists(Self.stateFile), pretrained.contains(where: replaces) else { return }
    throw Failure(
      "the run would replace \(modelPath), which came with the program; name another folder with "
        + "--output")
  }

  /// Whether the run's model will take the place of the one at `path`.
  func replaces(_ path: String) -> Bool {
    FileSystem.isSameFile(ModelFile.location(of: path), modelPath)
  }

  private var modelPath: String { folder + "/" + ModelFile.fileName }

  /// Removes the state of an earlier run, which `--resume` would otherwise go on with if this run
  /// were killed before it has saved its own.
  private func forgetEarlierRun() throws {
    guard exists(Self.stateFile) else { return }
    Conversation.note("the earlier run in \(folder) is replaced")
    do {
      try FileManager.default.removeItem(atPath: folder + "/" + Self.stateFile)
    } catch {
      throw Failure("\(folder)/\(Self.stateFile) cannot be removed; remove it or choose --output")
    }
  }

  private func refuse(_ difference: RunDifference?) throws {
    guard let difference else { return }
    throw Failure(
      "the run in \(folder) has \(difference.option) \(difference.found), but \(difference.asked) "
        + "is asked for; leave the option out to go on, or --resume to begin anew")
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
