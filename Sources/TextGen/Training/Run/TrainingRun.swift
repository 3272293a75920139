import FoundationEssentials
import Synchronization
package import TextGenCompute
import TextGenLanguageModeling
package import TextGenTokenization
package import TextGenTraining

/// The training of a model in a folder: a new one, or one that goes on where it stopped.
///
///     var options = TrainingOptions(texts: ["livro.txt"])
///     options.budget.minutes = 10
///     let run = try TrainingRun(beginning: options, in: "checkpoints/livro")
///     for try await event in run.events {
///       if case .validation(let measured) = event { print(measured.bitsPerCharacter) }
///     }
///     let model = try TextModel("checkpoints/livro")
///
/// The folder holds the best model so far, what it takes to go on, and a log. It is locked as long as the run
/// exists. What is learned depends on the text, the options and the seed alone, not on threads or
/// interruptions; with a budget of minutes it depends on the clock, too.
@safe
public final class TrainingRun: Sendable {
  /// The folder, as it was named.
  public let folder: String
  /// What is remarkable in the text or about its model, one sentence each.
  public let warnings: [String]

  /// Only one thread at a time uses it: the one whose turn it is.
  private nonisolated(unsafe) let trainer: Trainer
  private let turn = Mutex(())
  /// Text to tokens and back.
  package let tokenizer: any Tokenizer
  /// From it follows everything random.
  package let seed: UInt64

  /// Begins a run: reads its texts and makes its network. Nothing in the folder is replaced before the first
  /// save.
  ///
  /// - Parameters:
  ///   - folder: Where the run is saved; nil for `options.folder`.
  ///   - replaces: Whether a model or a run that is in the folder may be replaced.
  ///   - threads: 1 to 1024 (others count as the nearest of these); nil for as many as there are cores.
  ///   - catalog: Where `options.startingModel` is looked for.
  /// - Throws: `TrainingFailure` where options are not legal, the text cannot be read or does not suffice, or
  ///   the folder has what must stay.
  public convenience init(
    beginning options: TrainingOptions, in folder: String? = nil, replacing replaces: Bool = false,
    threads: Int? = nil, catalog: ModelCatalog = ModelCatalog()
  ) throws(TrainingFailure) {
    try self.init(
      options, in: folder ?? options.folder, resumes: false, replaces: replaces,
      engine: TrainingRun.engine(threads), catalog: catalog)
  }

  /// Goes on with the run in a folder: with the same text, and with options that are open or say what it was
  /// begun with. A budget takes the place of its own. A run that never saved anything begins again.
  ///
  /// - Throws: `TrainingFailure` where there is no run, where it is over or was begun with other options, and
  ///   as for a new run.
  public convenience init(
    resuming folder: String, _ options: TrainingOptions, threads: Int? = nil,
    catalog: ModelCatalog = ModelCatalog()
  ) throws(TrainingFailure) {
    try self.init(
      options, in: folder, resumes: true, replaces: false, engine: TrainingRun.engine(threads),
      catalog: catalog)
  }

  /// The same for somebody who has an engine and wants to hear what is found, when it is found.
  package init(
    _ options: TrainingOptions, in folder: String, resumes: Bool, replaces: Bool, engine: Engine,
    catalog: ModelCatalog, tell: @escaping (RunNotice) -> Void = { _ in }
  ) throws(TrainingFailure) {
    let (trainer, warnings) = try TrainingRun.prepared(
      options, RunFolder(folder), resumes: resumes, replaces: replaces, engine, catalog, tell)
    (self.folder, self.warnings) = (folder, warnings)
    (tokenizer, seed) = (trainer.corpus.tokenizer, trainer.training.seed)
    unsafe self.trainer = trainer
  }

  /// The trainer, and the warnings among what `tell` hears.
  private static func prepared(
    _ options: TrainingOptions, _ folder: RunFolder, resumes: Bool, replaces: Bool,
    _ engine: Engine, _ catalog: ModelCatalog, _ tell: @escaping (RunNotice) -> Void
  ) throws(TrainingFailure) -> (Trainer, [String]) {
    try options.check(resuming: resumes)
    var warnings: [String] = []
    func note(_ notice: RunNotice) {
      warnings += notice.warnings
      tell(notice)
    }
    do {
      let trainer = try makeTrainer(
        options, folder, resumes: resumes, replaces: replaces, engine, catalog, note)
      if let interval = options.saveInterval { trainer.saveInterval = interval }
      trainer.rescueFolder = rescueFolder(of: folder)
      return (trainer, warnings)
    } catch {
      throw TrainingFailure(error)
    }
  }

  private static func makeTrainer(
    _ options: TrainingOptions, _ folder: RunFolder, resumes: Bool, replaces: Bool,
    _ engine: Engine, _ catalog: ModelCatalog, _ tell: @escaping (RunNotice) -> Void
  ) throws -> Trainer {
    let start = try options.startingModel.map {
      try StartingPoint($0, blending: options.blend, in: catalog)
    }
    if let warning = start?.file.versionWarning { tell(.modelWarning(warning)) }
    let preparation = RunPreparation(
      options: options, folder: folder, replaces: replaces, start: start, engine: engine,
      catalog: catalog, tell: tell)
    return try resumes ? preparation.resumed() : preparation.begun()
  }

  private static func engine(_ threads: Int?) -> Engine {
    let count = threads ?? ProcessInfo.processInfo.activeProcessorCount
    return Engine(threadCount: min(max(1, count), 1024))
  }

  /// Where the model goes if its folder cannot take it.
  private static func rescueFolder(of folder: RunFolder) -> String {
    let name = folder.path.split(separator: "/").last ?? "run"
    return FileManager.default.temporaryDirectory.path
      + "/textgen-\(name)-\(ProcessInfo.processInfo.processIdentifier)"
  }
}

extension TrainingRun {
  /// Whether the folder still holds an earlier model or run, which this one has replaced by nothing.
  package var keepsEarlierRun: Bool { turn.withLock { _ in unsafe trainer.keepsEarlierRun } }

  /// What is known of the end of the run before its next step.
  package var forecast: RunForecast { turn.withLock { _ in unsafe trainer.forecast } }

  /// Trains on this thread until the run ends or `stop` asks it to.
  ///
  /// - Throws: `TrainingFailure.diverged`; `savedElsewhere` or `notSaved` where the run cannot be saved in its
  ///   folder at the end; what `onEvent` throws.
  package func train(
    stop: StopRequest, onEvent: (TrainingEvent) throws -> Void
  ) throws -> TrainingEnd {
    try turn.withLock { _ in
      do {
        return try unsafe trainer.run(stop: stop, onEvent: onEvent)
      } catch let error as CheckpointError {
        throw TrainingFailure.notSaved(detail: ErrorDetail(error))
      } catch let error where error is Divergence || error is RescuedRun || error is CorpusError {
        throw TrainingFailure(error)
      }
    }
  }
}
