package import TextGenCompute
package import TextGenLanguageModeling
package import TextGenLayers
import TextGenTokenization
import TextGenWords

/// Trains a network on a corpus by truncated back-propagation through time.
///
///     let trainer = try Trainer(corpus, configuration, training, engine: engine, folder: folder)
///     let end = try trainer.run(stop: request) { event in … }
///
/// A run is a sequence of steps that depends on the corpus, the configurations and the seed alone;
/// threads and checkpoints change nothing. With a budget of minutes it also depends on the clock.
package final class Trainer {
  /// What it is trained on.
  package let corpus: Corpus
  let configuration: NetworkConfiguration
  /// How the network is trained: for a resumed run, as it began, with the budget of now.
  package let training: TrainingConfiguration
  let engine: Engine
  /// The text of the epoch that is being read.
  private(set) var reading: EpochReading
  let validationSet: ValidationSet
  let network: ShardedNetwork
  /// The n-grams beside the network, counted when they are first needed.
  private(set) lazy var ngrams = CountedNGrams(
    corpus, order: training.ngramOrder, megabytes: training.ngramMegabytes)
  let files: CheckpointWriter
  var optimizer: Optimizer
  var progress: TrainingProgress
  /// The run at its last validation: where a rollback goes.
  var snapshot: TrainingState
  /// Characters per second, smoothed.
  var speed = 0.0

  private let clock = ContinuousClock()
  private var sessionStart: ContinuousClock.Instant
  private var earlierSeconds = 0.0

  /// A new run; the checkpoint goes into `folder`, or nowhere.
  ///
  /// - Throws: `CorpusError` where the corpus is too small for the batches, or nothing would end the run.
  package convenience init(
    _ corpus: Corpus, _ configuration: NetworkConfiguration, _ training: TrainingConfiguration,
    initialization: RecurrentInitialization = .uniform, name: String, engine: Engine,
    folder: String?
  ) throws {
    var generator = SeededGenerator(seed: training.seed)
    let parameters = ParameterLayout(configuration).initialParameters(
      configuration, recurrent: initialization, using: &generator)
    let state = TrainingState(
      beginningWith: parameters.values(), configuration, batchSize: training.batchSize)
    try self.init(
      corpus, configuration, training, state: state, lexicon: corpus.lexicon, name: name,
      engine: engine, folder: folder)
  }

  /// A new run whose weights start from those of `model`, which `configuration` and the vocabulary of
  /// `corpus` extend: more tokens after the old ones, and nothing else.
  ///
  /// - Throws: `CorpusError` where the corpus is too small for the batches, or nothing would end the run.
  package convenience init(
    _ corpus: Corpus, _ configuration: NetworkConfiguration, _ training: TrainingConfiguration,
    startingFrom model: ModelFile, name: String, engine: Engine, folder: String?
  ) throws {
    var same = configuration
    same.vocabularySize = model.configuration.vocabularySize
    precondition(same == model.configuration, "\(configuration) from \(model.configuration)")
    var generator = SeededGenerator(seed: training.seed)
    let parameters = ParameterLayout(configuration).parameters(
      growing: model.parameters, of: ParameterLayout(model.configuration), using: &generator)
    let state = TrainingState(
      beginningWith: parameters, configuration, batchSize: training.batchSize)
    try self.init(
      corpus, configuration, training, state: state,
      lexicon: Self.lexicon(corpus, model, name: training.startingModel?.name), name: name,
      engine: engine, folder: folder)
  }

  /// Goes on with the run in `folder`, with `budget` in place of its own where one is given.
  ///
  /// - Throws: `CheckpointError` for a file that cannot be used; `CorpusError` for another corpus.
  package convenience init(
    resuming folder: String, _ corpus: Corpus, budget: TrainingBudget?, name: String,
    engine: Engine
  ) throws {
    let file = try TrainingFile(contentsOf: folder)
    guard file.corpusFingerprint == corpus.fingerprint else {
      throw CorpusError.otherThanOfRun(folder: folder)
    }
    var training = file.training
    if let budget { training.budget = budget }
    try self.init(
      corpus, file.configuration, training, state: file.state,
      lexicon: Self.lexicon(corpus, file.training, folder: folder), name: name, engine: engine,
      folder: folder)
    if let snapshot = file.snapshot { self.snapshot = snapshot }
    guard progress.window < batches.windowCount else {
      throw CheckpointError.mismatch(
        path: folder + "/" + TrainingFile.fileName,
        detail: "the run stopped at window \(progress.window), but its corpus has "
          + "\(batches.windowCount)")
    }
  }

  private init(
    _ corpus: Corpus, _ configuration: NetworkConfiguration, _ training: TrainingConfiguration,
    state: TrainingState, lexicon: Lexicon?, name: String, engine: Engine, folder: String?
  ) throws {
    if training.budget.isOpen && corpus.validation.isEmpty { throw CorpusError.nothingHeldOut }
    self.corpus = corpus
    self.configuration = configuration
    self.training = training
    self.engine = engine
    sessionStart = clock.now
    reading = try EpochReading(corpus, training, epoch: state.progress.epoch)
    validationSet = ValidationSet(corpus.validation, lineBreak: corpus.tokenizer.lineBreak)
    let layout = ParameterLayout(configuration)
    network = ShardedNetwork(
      configuration, parameters: FloatBuffer(count: layout.count), batchSize: training.batchSize,
      sequenceLength: training.sequenceLength, dropsValues: training.dropout > 0,
      precision: training.precision, engine: engine)
    optimizer = Optimizer(training.optimizer, for: network, engine: engine)
    progress = state.progress
    snapshot = state
    earlierSeconds = state.progress.seconds
    files = try CheckpointWriter(
      folder: folder, corpusName: name, corpus: corpus, training: training, configuration,
      lexicon: lexicon, logBytes: state.progress.logBytes)
    restore(state)
  }

  /// The windows of the epoch that is being read.
  var batches: TruncatedBPTTBatches { reading.batches }

  /// Turns to the epoch in which the next step is.
  func turnToEpoch() throws {
    guard corpus.variesByEpoch, reading.epoch != progress.epoch else { return }
    reading = try EpochReading(corpus, training, epoch: progress.epoch)
  }

  /// Parameters of the network.
  package var parameterCount: Int { network.weights.layout.parameterCount }

  /// Seconds of training so far, of all sessions.
  var seconds: Double { earlierSeconds + (clock.now - sessionStart) / .seconds(1) }

  /// Starts the clock of a session: what passes between two sessions is no training.
  func startClock() {
    earlierSeconds = progress.seconds
    sessionStart = clock.now
  }

  /// Passes over the training text so far, with fractions.
  var epochs: Double {
    Double(progress.epoch) + Double(progress.window) / Double(batches.windowCount)
  }

  /// Seconds between two saves at least, 0 or more; a save takes place after a validation.
  package var saveInterval: Double {
    get { files.interval }
    set { files.interval = newValue }
  }

  /// Whether the folder still holds an earlier model or run, which this new one has replaced by nothing.
  package var keepsEarlierRun: Bool { files.keepsEarlierRun }

  /// Where the run is saved if its folder cannot take it at the end; nil for nowhere.
  package var rescueFolder: String? {
    get { files.rescueFolder }
    set { files.rescueFolder = newValue }
  }

  /// Whether the budget is used up and what was reached is measured, so that `run` would do nothing.
  package var isFinished: Bool {
    (budgetProgress.map { $0.0 >= 1 } ?? false) && snapshot.progress.step == progress.step
  }

  /// Everything that the next step depends on.
  func capture() -> TrainingState {
    progress.seconds = seconds
    return TrainingState(
      progress: progress, parameters: network.parameters.values(),
      firstMoment: optimizer.firstMoment.values(), secondMoment: optimizer.secondMoment.values(),
      optimizerSteps: optimizer.stepCount, states: network.states)
  }

  /// Puts the run where `state` says.
  func restore(_ state: TrainingState) {
    progress = state.progress
    network.parameters.store(state.parameters.span, at: 0)
    optimizer.firstMoment.store(state.firstMoment.span, at: 0)
    optimizer.secondMoment.store(state.secondMoment.span, at: 0)
    optimizer.stepCount = state.optimizerSteps
    network.states = state.states
    network.pack()
  }

  /// Steps between two validations: an epoch for small corpora; for large ones a tenth of it, but
  /// not so few that measuring takes more than about a tenth of the time.
  var validationInterval: Int {
    let tokens = training.batchSize * training.sequenceLength
    let epoch = batches.windowCount
    return max(1, min(epoch, max(4 * validationSet.tokenCount / tokens, epoch / 10, 100)))
  }
}
