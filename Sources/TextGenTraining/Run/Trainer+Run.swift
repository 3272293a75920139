import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers

extension Trainer {
  /// Rollbacks in a row after which a run is given up.
  private static let maximumRollbacks = 8

  /// Nats per token from which a loss is as lost as an infinite one: a probability of exp(-1000).
  private static let largestLoss = 1000.0

  /// Trains until the budget, the validation loss or `stop` ends the run.
  ///
  /// A save or a line of the log that fails while it trains is a warning; the last save must succeed.
  ///
  /// - Throws: `Divergence`; `RescuedRun` or `CheckpointError` where the run cannot be saved in its folder
  ///   at the end; what `onEvent` throws.
  package func run(
    stop: StopRequest = StopRequest(), onEvent: (TrainingEvent) throws -> Void
  ) throws -> TrainingEnd {
    startClock()
    try emit(.start(startEvent), onEvent)
    for warning in files.warnings { try emit(.warning(warning), onEvent) }
    var reason: EndReason?
    var lastValidation = snapshot.progress.step
    while reason == nil {
      // A stop during the last step comes too late: the run ends as it would have without it.
      if let (share, limit) = budgetProgress, share >= 1 {
        reason = limit
      } else if stop.isMade {
        reason = .interrupted
      } else if try step(onEvent), progress.step % validationInterval == 0 {
        lastValidation = progress.step
        if try validate(onEvent) == .converged && training.budget.isOpen { reason = .converged }
      }
    }
    let end = reason ?? .interrupted
    // A run of no steps has measured nothing yet.
    let isMeasured = lastValidation == progress.step && progress.step > 0
    if end != .interrupted && !isMeasured { _ = try validate(onEvent) }
    if end != .interrupted || !files.prefersEarlierRun { try saveAtEnd(onEvent) }
    progress.seconds = seconds
    let summary = TrainingEnd(
      reason: end, steps: progress.step, epochs: epochs,
      bestBitsPerCharacter: progress.bestLoss.map(bitsPerCharacter), seconds: seconds)
    try emit(.end(summary), onEvent)
    return summary
  }

  private var startEvent: TrainingStart {
    TrainingStart(
      configuration: configuration, training: training, corpus: corpus.statistics,
      threadCount: engine.threadCount, parameterCount: network.weights.layout.parameterCount,
      step: progress.step, stepsPerEpoch: batches.windowCount)
  }

  var budgetProgress: (Double, EndReason)? {
    training.budget.progress(steps: progress.step, epochs: epochs, seconds: seconds)
  }

  /// Hands an event on and writes it to the log.
  private func emit(_ event: TrainingEvent, _ onEvent: (TrainingEvent) throws -> Void) throws {
    if let warning = files.log(event) { try onEvent(.warning(warning)) }
    try onEvent(event)
  }

  /// Makes one optimizer step, or goes back to the last snapshot; returns whether it was a step.
  private func step(_ onEvent: (TrainingEvent) throws -> Void) throws -> Bool {
    let clock = ContinuousClock()
    let start = clock.now
    try turnToEpoch()
    if progress.window == 0 { network.resetState() }
    let batch = nextBatch()
    let share = budgetProgress?.0
    let rate =
      training.learningRate
      * progress.learningRate.factor(
        step: progress.step, progress: share, by: training.schedule)
    let loss = network.lossAndGradient(
      inputs: batch.inputs, targets: batch.targets, dropout: dropout)
    let norm = network.gradientNorm()
    guard loss < Self.largestLoss && norm.isFinite else {
      try rollBack(rate, onEvent)
      return false
    }
    optimizer.update(
      network, learningRate: rate, weightDecay: training.weightDecay,
      gradientScale: min(1, training.clipNorm / max(norm, 1e-12)))
    advance()
    note(tokens: batch.inputs.count, in: (clock.now - start) / .seconds(1))
    let event = TrainingStep(
      step: progress.step, epoch: epochs, loss: loss,
      bitsPerCharacter: reading.statistics.bitsPerCharacter(natsPerToken: loss),
      gradientNorm: norm, wasClipped: norm > training.clipNorm, learningRate: rate,
      charactersPerSecond: speed, seconds: seconds, progress: budgetProgress?.0)
    try emit(.step(event), onEvent)
    return true
  }

  /// The next window of the streams, and the cold texts beside them, whose states begin anew.
  private func nextBatch() -> TokenBatch {
    let window = batches.window(progress.window)
    guard let coldTexts = reading.coldTexts else { return window }
    network.resetState(of: window.batchSize..<training.batchSize)
    var generator = SeededGenerator(
      seed: training.seed &+ UInt64(progress.step) &* 0x9E37_79B9_7F4A_7C15)
    let texts = coldTexts.draw(
      training.coldTextCount, length: window.sequenceLength, using: &generator)
    return window.adding(texts)
  }

  private var dropout: Dropout? {
    training.dropout > 0
      ? Dropout(
        probability: training.dropout, seed: training.seed, step: progress.step,
        batchSize: training.batchSize) : nil
  }

  private func advance() {
    progress.step += 1
    progress.window += 1
    if progress.window == batches.windowCount {
      progress.window = 0
      progress.epoch += 1
    }
  }

  private func note(tokens: Int, in seconds: Double) {
    let rate =
      Double(tokens) * reading.statistics.charactersPerToken / max(seconds, 1e-9)
    speed = speed == 0 ? rate : 0.95 * speed + 0.05 * rate
  }

  private func rollBack(_ rate: Double, _ onEvent: (TrainingEvent) throws -> Void) throws {
    guard snapshot.progress.rollbacks < Self.maximumRollbacks else {
      if files.hasUnsavedModel { try save(snapshot, onEvent) }
      throw Divergence(step: progress.step, learningRate: rate)
    }
    snapshot.progress.rollbacks += 1
    snapshot.progress.learningRate.recover()
    restore(snapshot)
    try emit(.recovered(step: progress.step, learningRate: rate / 2), onEvent)
  }

  /// Measures the held-out text, keeps the best model, takes a snapshot and saves it now and then.
  private func validate(
    _ onEvent: (TrainingEvent) throws -> Void
  ) throws -> LearningRate.Plateau {
    let parameters = network.parameters.values()
    let network = NetworkModel(configuration, parameters: parameters, engine: engine)
    var plateau = LearningRate.Plateau.none
    if validationSet.tokenCount > 0 {
      let fitted = ngrams?.fitted(beside: network, on: validationSet)
      let loss = fitted?.mixture ?? validationSet.crossEntropy(of: network)
      let isBest = loss.isFinite && loss < progress.bestLoss ?? .infinity
      if isBest { progress.bestLoss = loss }
      plateau = progress.learningRate.note(improved: isBest)
      if isBest { keepBest(parameters, fitted?.companion) }
      let event = TrainingValidation(
        step: progress.step, epoch: epochs, bitsPerCharacter: bitsPerCharacter(loss),
        networkBitsPerCharacter: fitted.map { bitsPerCharacter($0.network) },
        perplexity: exponential(loss), isBest: isBest, seconds: seconds)
      let model = LanguageModel(network, companion: fitted?.companion)
      try emit(.validation(event, model: model), onEvent)
    } else {
      keepBest(parameters, ngrams?.unfitted)
    }
    progress.rollbacks = 0
    snapshot = capture()
    if files.isDue { try save(snapshot, onEvent) }
    return plateau
  }

  private func keepBest(_ parameters: [Float], _ companion: LanguageModel.Companion?) {
    files.keep(
      parameters, companion,
      ModelInformation(
        corpus: files.corpusName, trainingCharacters: corpus.statistics.training.characters,
        steps: progress.step, epochs: epochs,
        validationBitsPerCharacter: progress.bestLoss.map(bitsPerCharacter),
        seed: training.seed, startingModel: training.startingModel,
        epochCharacters: corpus.statistics.epoch?.characters))
  }

  /// Saves the run where it stands, in its folder or else wherever it can be.
  private func saveAtEnd(_ onEvent: (TrainingEvent) throws -> Void) throws {
    if progress.bestLoss == nil { keepBest(network.parameters.values(), ngrams?.unfitted) }
    let (state, snapshot) = (capture(), unsavedSnapshot)
    let paths: [String]
    do throws(CheckpointError) {
      paths = try files.write(state, snapshot: snapshot)
    } catch {
      guard let folder = files.rescueFolder, files.rescue(state, snapshot: snapshot) else {
        throw error
      }
      throw RescuedRun(folder: folder, reason: error)
    }
    for path in paths { try emit(.checkpoint(path: path), onEvent) }
  }

  /// Saves a state on the way; that this fails is no reason to end the run.
  private func save(
    _ state: TrainingState, _ onEvent: (TrainingEvent) throws -> Void
  ) throws {
    let paths: [String]
    do throws(CheckpointError) {
      paths = try files.write(state, snapshot: nil)
    } catch {
      if let warning = files.postpone(error) { try emit(.warning(warning), onEvent) }
      return
    }
    for path in paths { try emit(.checkpoint(path: path), onEvent) }
  }

  /// The run at its last validation, where it has made steps since.
  private var unsavedSnapshot: TrainingState? {
    snapshot.progress.step == progress.step ? nil : snapshot
  }

  private func bitsPerCharacter(_ natsPerToken: Double) -> Double {
    corpus.statistics.validation.bitsPerCharacter(natsPerToken: natsPerToken)
  }
}
