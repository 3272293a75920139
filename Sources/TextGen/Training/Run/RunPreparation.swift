import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers
import TextGenTokenization
import TextGenTraining

/// Makes the trainer of a run in a folder: of a new one, or of one that goes on.
struct RunPreparation {
  let options: TrainingOptions
  let folder: RunFolder
  /// Whether a new run may replace a model or a run that is in the folder.
  let replaces: Bool
  /// The model whose weights a new run starts from.
  let start: StartingPoint?
  let engine: Engine
  let catalog: ModelCatalog
  /// Hears what is worth knowing.
  let tell: (RunNotice) -> Void

  /// A trainer at the first step; `replacing` says that a model in the folder is one to be replaced,
  /// whatever `replaces` says.
  ///
  /// - Throws: `TrainingFailure`, or what the modules below throw.
  func begun(replacing: Bool = false) throws -> Trainer {
    let replaces = replaces || replacing
    try refuseNewRun(replaces)
    try start?.check(options)
    let text = try options.read(resuming: nil, startingFrom: start?.file)
    tell(.corpus(text.statistics, unit: text.tokenizer.unit))
    tellOfLittleText(text.statistics.training.characters)
    let plan = TrainingPlan(options, text, startingFrom: start, engine)
    if plan.isLimitedByTime { tell(.limitedByTime) }
    try plan.network.validate()
    try MemoryNeed(plan.network, plan.training).check()
    try DiskNeed(plan.network, plan.training, folder: folder).check()
    let trainer = try trainer(text, plan)
    // The folder is locked now: somebody else may have trained there meanwhile.
    try refuseNewRun(replaces)
    if trainer.keepsEarlierRun { tell(.replacesModel(folder: folder.path)) }
    if let start, start.file.companion != nil {
      tell(.leavesNGrams(model: start.model.name, hasTexts: !options.ngrams.texts.isEmpty))
    }
    return trainer
  }

  private func refuseNewRun(_ replaces: Bool) throws(TrainingFailure) {
    try folder.refuseNewRun(startingFrom: start?.path, replaces: replaces, catalog)
  }

  /// Characters below which a run from random weights is far behind one from a model in the box: with
  /// 339,000 characters of a novel, 1.99 against 1.59 bits per character.
  private static let littleText = 400_000

  /// Tells of a text that is little to learn from alone, unless the options ask for something of their own.
  private func tellOfLittleText(_ characters: Int) {
    guard start == nil, !options.network.isGiven, options.corpus.unit == nil,
      characters < Self.littleText,
      BundledModel.allCases.contains(where: { catalog.path(of: $0) != nil })
    else { return }
    tell(.littleText(characters: characters))
  }

  private func trainer(_ text: Corpus, _ plan: TrainingPlan) throws -> Trainer {
    let name = options.corpus.name
    if let start {
      return try Trainer(
        text, plan.network, plan.training, startingFrom: start.file, name: name, engine: engine,
        folder: folder.path)
    }
    return try Trainer(
      text, plan.network, plan.training,
      initialization: plan.training.recurrentInitialization ?? .uniform, name: name,
      engine: engine, folder: folder.path)
  }
}
