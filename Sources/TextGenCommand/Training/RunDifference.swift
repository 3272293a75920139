import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers
import TextGenTokenization
import TextGenTraining

/// An option that does not say what a run was begun with.
///
/// Budgets and threads may change from session to session; they change no step that is made.
struct RunDifference: Equatable {
  /// The option's name.
  let option: String
  /// The run's value.
  let found: String
  /// The value asked for.
  let asked: String

  /// The first option for the shape of the model that differs from `model`.
  static func find(_ run: TrainingRun, _ model: ModelFile) -> RunDifference? {
    let shape = model.configuration
    let tie = run.network.shape.tieEmbeddings ? true : nil
    return difference("--unit", run.corpus.unit?.rawValue, model.tokenizer.unit.rawValue)
      ?? difference(
        "--architecture", run.network.shape.architecture?.rawValue, shape.architecture.kind.rawValue
      )
      ?? difference("--cell", run.network.shape.cell?.rawValue, shape.cell?.rawValue ?? "none")
      ?? difference(
        "--context-length", run.network.shape.contextLength, shape.architecture.contextLength ?? 0)
      ?? difference("--heads", run.network.shape.heads, shape.architecture.headCount ?? 0)
      ?? difference("--layers", run.network.shape.layers, shape.layerCount)
      ?? difference("--hidden-size", run.network.shape.hiddenSize, shape.hiddenSize)
      ?? difference("--embedding-size", run.network.shape.embeddingSize, shape.embeddingSize)
      ?? difference("--tie-embeddings", tie, shape.tiesEmbeddings)
  }

  /// The difference between the model that `run` is to start from and `model`, which a run has
  /// started from.
  static func find(_ run: TrainingRun, startedFrom model: StartingModel?) -> RunDifference? {
    guard let asked = run.start?.model, asked != model else { return nil }
    let name = asked.name == model?.name ? "another model of this name" : asked.name
    return RunDifference(option: "--from", found: model?.name ?? "no model", asked: name)
  }

  /// The first option for the training that differs from `training`.
  static func find(_ run: TrainingRun, _ training: TrainingConfiguration) -> RunDifference? {
    let given = run.optimization
    let limit = training.ngramMegabytes.map { "\($0)" } ?? "no limit"
    let differences: [RunDifference?] = [
      difference("--dropout", given.dropout, training.dropout),
      difference("--batch-size", given.batchSize, training.batchSize),
      difference(
        "--cold-share", given.coldTextCount(of: training.batchSize), training.coldTextCount),
      difference("--sequence-length", given.sequenceLength, training.sequenceLength),
      difference("--optimizer", given.optimizer?.rawValue, training.optimizer.rawValue),
      difference("--learning-rate", given.learningRate, training.learningRate),
      difference("--schedule", given.schedule?.rawValue, training.schedule.rawValue),
      difference("--clip-norm", given.clipNorm, training.clipNorm),
      difference("--weight-decay", given.weightDecay, training.weightDecay),
      difference("--precision", given.precision.asked?.rawValue, training.precision.rawValue),
      difference("--ngram-order", given.ngramOrder, training.ngramOrder),
      difference("--ngram-megabytes", given.ngramMegabytes.map { "\($0)" }, limit),
      difference("--seed", given.seed, training.seed),
      difference(
        "--recurrent-initialization", run.network.recurrentInitialization?.rawValue,
        (training.recurrentInitialization ?? .uniform).rawValue),
    ]
    return differences.lazy.compactMap { $0 }.first
  }

  private static func difference<Value: Equatable>(
    _ option: String, _ asked: Value?, _ found: Value
  ) -> RunDifference? {
    guard let asked, asked != found else { return nil }
    return RunDifference(option: option, found: "\(found)", asked: "\(asked)")
  }
}
