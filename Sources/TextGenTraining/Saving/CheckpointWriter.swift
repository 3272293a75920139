import TextGenLanguageModeling
import TextGenLayers
import TextGenSafeTensors
import TextGenWords

/// Writes the files of a run into its folder: the best model, the state to resume from, the log.
///
/// The model is written before the state that refers to it, so that a kill at any moment leaves a
/// state whose best model is on the disk.
final class CheckpointWriter {
  /// Seconds between two saves at least, so that small runs do not live on the disk.
  var interval = 10.0

  let corpusName: String

  /// Where the files go; nil for nowhere.
  let folder: String?

  private let corpus: Corpus
  /// Reading all tokens takes a moment that no save should wait for.
  private lazy var fingerprint = corpus.fingerprint
  private let training: TrainingConfiguration
  private let configuration: NetworkConfiguration
  private let lexicon: Lexicon?
  private let lineLog: LineLog?
  /// Held as long as the run lives: a second one in the same folder is refused.
  private let lock: FolderLock?
  private let clock = ContinuousClock()
  private var lastSave: ContinuousClock.Instant
  private var lastStep: ContinuousClock.Instant?
  private var pending: ModelFile?
  private let start: ContinuousClock.Instant
  /// Whether the folder holds an earlier model or run, which stays as it is until the first save.
  private(set) var keepsEarlierRun = false

  /// Seconds of a run after which its interruption saves it in place of an earlier one.
  private static let worthSaving = 10.0
  private var logHasFailed = false
  /// Why the last save failed; nil where it did not.
  private var saveFailure: CheckpointError?
  /// What the reader should know before the first step.
  let warnings: [TrainingWarning]
  /// Where the run is saved if it cannot be saved in its folder at the end; nil for nowhere.
  var rescueFolder: String?

  init(
    folder: String?, corpusName: String, corpus: Corpus, training: TrainingConfiguration,
    _ configuration: NetworkConfiguration, lexicon: Lexicon?, logBytes: Int
  ) throws {
    self.folder = folder
    self.corpusName = corpusName
    self.corpus = corpus
    self.training = training
    self.configuration = configuration
    self.lexicon = lexicon
    start = clock.now
    lastSave = start
    guard let folder else {
      lock = nil
      lineLog = nil
      warnings = []
      return
    }
    try FileSystem.createFolder(folder)
    (lock, warnings) = try Self.lock(folder) { path throws(FileError) in try FolderLock(path) }
    AtomicFile.removeStale(in: folder)
    let files = RunFolder(folder)
    // A run that goes on has a log already.
    let isNew = logBytes == 0
    keepsEarlierRun = isNew && (files.hasModel || files.hasState)
    lineLog =
      isNew && files.hasLog
      ? try LineLog(replacing: files.log) : try LineLog(files.log, keeping: logBytes)
  }

  /// Keeps the best model until the next save.
  func keep(
    _ parameters: [Float], _ companion: LanguageModel.Companion?, _ information: ModelInformation
  ) {
    pending = ModelFile(
      configuration: configuration, parameters: parameters, companion: companion,
      lexicon: lexicon, tokenizer: corpus.tokenizer, information: information)
  }

  /// The lock of `folder`, or what to say where its file system has none, as some network drives.
  static func lock(
    _ folder: String, by take: (String) throws(FileError) -> FolderLock
  ) throws(FileError) -> (FolderLock?, warnings: [TrainingWarning]) {
    do {
      return (try take(folder), [])
    } catch {
      guard error.kind == .lockingUnsupported else { throw error }
      return (nil, [.notLocked(error)])
    }
  }

  /// Whether it is time to save.
  var isDue: Bool { clock.now - lastSave >= .seconds(interval) }

  /// Whether an interruption now leaves an earlier run in the folder rather than replace it by steps of a
  /// few seconds.
  var prefersEarlierRun: Bool {
    keepsEarlierRun && clock.now - start < .seconds(min(interval, Self.worthSaving))
  }

  /// Whether the best model is not on the disk yet.
  var hasUnsavedModel: Bool { pending != nil }

  /// Writes what has changed and returns the paths of the files; `snapshot` is the run at its last
  /// validation, where it has gone further.
  func write(
    _ state: TrainingState, snapshot: TrainingState?
  ) throws(CheckpointError) -> [String] {
    guard let folder else { return [] }
    if keepsEarlierRun {
      guard pending != nil else { return [] }
      // The earlier state belongs to the earlier model: a kill between the two would leave a mixture.
      try FileSystem.removeFile(RunFolder(folder).state)
      keepsEarlierRun = false
    }
    do {
      try lineLog?.takePlace()
    } catch {
      throw .file(.system(error))
    }
    var paths: [String] = []
    if let model = pending {
      try model.write(to: folder)
      pending = nil
      paths.append(RunFolder(folder).model)
    }
    try file(state, snapshot).write(to: folder)
    paths.append(RunFolder(folder).state)
    lastSave = clock.now
    saveFailure = nil
    return paths
  }

  /// Writes what `write` could not into the rescue folder; false where that fails too.
  func rescue(_ state: TrainingState, snapshot: TrainingState?) -> Bool {
    guard let rescueFolder else { return false }
    do {
      try FileSystem.createFolder(rescueFolder)
      try pending?.write(to: rescueFolder)
    } catch {
      return false
    }
    // A model without its state is worth more than neither.
    try? file(state, snapshot).write(to: rescueFolder)
    return true
  }

  /// Notes that a save failed, which is tried again when the next one is due; returns what to say, once
  /// for each reason.
  func postpone(_ error: CheckpointError) -> TrainingWarning? {
    lastSave = clock.now
    defer { saveFailure = error }
    return saveFailure == error ? nil : .notSaved(error)
  }

  private func file(_ state: TrainingState, _ snapshot: TrainingState?) -> TrainingFile {
    var state = state
    state.progress.logBytes = lineLog?.byteCount ?? 0
    return TrainingFile(
      configuration: configuration, training: training, tokenizer: corpus.tokenizer,
      corpusFingerprint: fingerprint, state: state, snapshot: snapshot)
  }

  /// Writes an event to the log; of the steps at most one a second. Returns what to say where a line is
  /// lost for the first time: the log is no reason to lose the run.
  func log(_ event: TrainingEvent) -> TrainingWarning? {
    guard let lineLog else { return nil }
    if case .step = event {
      let now = clock.now
      if let last = lastStep, now - last < .seconds(1) { return nil }
      lastStep = now
    }
    do {
      try lineLog.append(event.json)
      return nil
    } catch {
      defer { logHasFailed = true }
      return logHasFailed ? nil : .notLogged(error)
    }
  }
}
