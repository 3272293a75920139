import TextGenLanguageModeling
import TextGenTokenization
import TextGenTraining

extension RunPreparation {
  /// A trainer at the step where the run in the folder stopped.
  ///
  /// A run that was killed before it saved anything begins again.
  ///
  /// - Throws: `TrainingFailure` where there is no run, or one that is over, or another one than the
  ///   options say; what the modules below throw.
  func resumed() throws -> Trainer {
    let log = RunLog(of: folder)
    let ending = log.ending.map { TrainingRun.Ending($0) }
    guard folder.hasState else {
      if let ending { throw TrainingFailure.stateGone(folder: folder.path, ending: ending) }
      guard folder.hasLog, !log.hasSaved else {
        throw TrainingFailure.noRun(folder: folder.path, hasModel: folder.hasModel)
      }
      // What started from a model is not begun again from random weights.
      if start == nil, let model = log.startingModel {
        throw TrainingFailure.startForgotten(folder: folder.path, model: model)
      }
      try options.check(resuming: false)
      tell(.beginsAgain(folder: folder.path))
      return try begun(replacing: true)
    }
    if options.budget.limits.isOpen, let ending {
      throw TrainingFailure.finished(folder: folder.path, ending: ending)
    }
    let model = try ModelFile(contentsOf: folder.path)
    if let warning = model.versionWarning { tell(.modelWarning(warning)) }
    let origin = model.information.startingModel
    try refuse(RunDifference.find(start, origin) ?? RunDifference.find(options, model))
    if start == nil, options.corpus.limitsVocabulary, let origin {
      throw TrainingFailure.limitsWithoutStart(folder: folder.path, model: origin.name)
    }
    let trainer = try trainer(resuming: model)
    tell(.corpus(trainer.corpus.statistics, unit: trainer.corpus.tokenizer.unit))
    try refuse(RunDifference.find(options, trainer.training))
    if trainer.isFinished {
      throw TrainingFailure.finished(folder: folder.path, ending: nil)
    }
    return trainer
  }

  /// The trainer that goes on with the run of `model`.
  private func trainer(resuming model: ModelFile) throws -> Trainer {
    func trainer(_ division: CorpusOptions.Division) throws -> Trainer {
      let budget = options.budget.limits
      return try Trainer(
        resuming: folder.path,
        try options.read(resuming: model, startingFrom: start?.file, division: division),
        budget: budget.isOpen ? nil : budget, name: options.corpus.name, engine: engine)
    }
    do {
      return try trainer(.sound)
    } catch CorpusError.otherThanOfRun where options.isReadableTwice {
      // Runs of the first versions held out whatever was after the nearest line end.
      return try trainer(.nearestLines)
    }
  }

  private func refuse(_ difference: TrainingFailure.Difference?) throws(TrainingFailure) {
    guard let difference else { return }
    throw .differs(folder: folder.path, difference)
  }
}
