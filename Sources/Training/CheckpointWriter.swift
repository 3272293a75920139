import LanguageModeling
import Layers
import SafeTensors

/// Writes the files of a run into its folder: the best model, the state to resume from, the log.
///
/// The model is written before the state that refers to it, so that a kill at any moment leaves a
/// state whose best model is on the disk.
final class CheckpointWriter {
  /// Seconds between two saves at least, so that small runs do not live on the disk.
  var interval = 10.0

  let corpusName: String

  private let folder: String?
  private let corpus: Corpus
  private let training: TrainingConfiguration
  private let configuration: NetworkConfiguration
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

  init(
    folder: String?, corpusName: String, corpus: Corpus, training: TrainingConfiguration,
    _ configuration: NetworkConfiguration, logBytes: Int
  ) throws {
    self.folder = folder
    self.corpusName = corpusName
    self.corpus = corpus
    self.training = training
    self.configuration = configuration
    start = clock.now
    lastSave = start
    guard let folder else {
      lock = nil
      lineLog = nil
      return
    }
    try FileSystem.createFolder(folder)
    lock = try FolderLock(folder)
    AtomicFile.removeStale(in: folder)
    let log = folder + "/log.jsonl"
    // A run that goes on has a log already.
    let isNew = logBytes == 0
    keepsEarlierRun =
      isNew
      && [ModelFile.fileName, TrainingFile.fileName].contains {
        FileSystem.exists(folder + "/" + $0)
      }
    lineLog =
      isNew && FileSystem.exists(log)
      ? try LineLog(replacing: log) : try LineLog(log, keeping: logBytes)
  }

  /// Keeps the best model until the next save.
  func keep(
    _ parameters: [Float], _ companion: LanguageModel.Companion?, _ information: ModelInformation
  ) {
    pending = ModelFile(
      configuration: configuration, parameters: parameters, companion: companion,
      tokenizer: corpus.tokenizer, information: information)
  }

  /// Whether it is time to save.
  var isDue: Bool { clock.now - lastSave >= .seconds(interval) }

  /// Whether an interruption now leaves an earlier run in the folder rather than replace it by steps of a
  /// few seconds.
  var prefersEarlierRun: Bool {
    keepsEarlierRun && clock.now - start < .seconds(min(interval, Self.worthSaving))
  }

  /// Writes what has changed and returns the paths of the files.
  func write(_ state: TrainingState) throws(CheckpointError) -> [String] {
    guard let folder else { return [] }
    if keepsEarlierRun {
      guard pending != nil else { return [] }
      // The earlier state belongs to the earlier model: a kill between the two would leave a mixture.
      try FileSystem.removeFile(folder + "/" + TrainingFile.fileName)
      keepsEarlierRun = false
    }
    do {
      try lineLog?.takePlace()
    } catch {
      throw .file(detail: error.description)
    }
    var paths: [String] = []
    if let model = pending {
      try model.write(to: folder)
      pending = nil
      paths.append(folder + "/" + ModelFile.fileName)
    }
    var state = state
    state.progress.logBytes = lineLog?.byteCount ?? 0
    let file = TrainingFile(
      configuration: configuration, training: training, tokenizer: corpus.tokenizer,
      corpusFingerprint: corpus.fingerprint, state: state)
    try file.write(to: folder)
    paths.append(folder + "/" + TrainingFile.fileName)
    lastSave = clock.now
    return paths
  }

  /// Writes an event to the log; of the steps at most one a second.
  func log(_ event: TrainingEvent) throws {
    guard let lineLog else { return }
    if case .step = event {
      let now = clock.now
      if let last = lastStep, now - last < .seconds(1) { return }
      lastStep = now
    }
    try lineLog.append(event.json)
  }
}
