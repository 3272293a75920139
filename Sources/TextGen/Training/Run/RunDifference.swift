import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers
import TextGenTokenization
import TextGenTraining

/// Finds options that do not say what a run was begun with.
///
/// Budgets and threads may change from session to session; they change no step that is made.
enum RunDifference {
  private typealias Difference = TrainingFailure.Difference

  /// The first option for the shape of the model that differs from `model`.
  static func find(
    _ options: TrainingOptions, _ model: ModelFile
  ) -> TrainingFailure.Difference? {
    let (asked, shape) = (options.network, model.configuration)
    let architecture = shape.architecture
    let differences: [Difference?] = [
      difference(.unit, options.corpus.unit?.rawValue, model.tokenizer.unit.rawValue),
      difference(.architecture, asked.architecture?.rawValue, architecture.kind.rawValue),
      difference(.cell, asked.cell?.rawValue, shape.cell?.rawValue),
      difference(.contextLength, asked.contextLength, architecture.contextLength),
      difference(.heads, asked.heads, architecture.headCount),
      difference(.layers, asked.layers, shape.layerCount),
      difference(.hiddenSize, asked.hiddenSize, shape.hiddenSize),
      difference(.embeddingSize, asked.embeddingSize, shape.embeddingSize),
      difference(.tiesEmbeddings, asked.tiesEmbeddings, shape.tiesEmbeddings),
    ]
    return differences.lazy.compactMap { $0 }.first
  }

  /// The difference between the model that a run is to start from and `model`, which it has started from.
  static func find(
    _ start: StartingPoint?, _ model: StartingModel?
  ) -> TrainingFailure.Difference? {
    guard let asked = start?.model, asked != model else { return nil }
    return Difference(.startingModel, found: model?.name, asked: asked.name)
  }

  /// The first option for the training that differs from `training`.
  static func find(
    _ options: TrainingOptions, _ training: TrainingConfiguration
  ) -> TrainingFailure.Difference? {
    let given = options.optimization
    let differences: [Difference?] = [
      difference(.dropout, given.dropout, training.dropout),
      difference(.batchSize, given.batchSize, training.batchSize),
      difference(
        .coldShare, given.coldTextCount(of: training.batchSize), training.coldTextCount),
      difference(.sequenceLength, given.sequenceLength, training.sequenceLength),
      difference(.optimizer, given.optimizer?.rawValue, training.optimizer.rawValue),
      difference(.learningRate, given.learningRate, training.learningRate),
      difference(.schedule, given.schedule?.rawValue, training.schedule.rawValue),
      difference(.clipNorm, given.clipNorm, training.clipNorm),
      difference(.weightDecay, given.weightDecay, training.weightDecay),
      difference(.precision, given.precision?.rawValue, training.precision.rawValue),
      difference(.ngramOrder, options.ngrams.order, training.ngramOrder),
      difference(.ngramMegabytes, options.ngrams.megabytes, training.ngramMegabytes),
      difference(.seed, options.seed, training.seed),
      difference(
        .recurrentInitialization, options.network.recurrentInitialization?.rawValue,
        (training.recurrentInitialization ?? .uniform).rawValue),
    ]
    return differences.lazy.compactMap { $0 }.first
  }

  private static func difference<Value: Equatable>(
    _ option: TrainingOptions.Option, _ asked: Value?, _ found: Value?
  ) -> Difference? {
    guard let asked, asked != found else { return nil }
    return Difference(option, found: found.map { "\($0)" }, asked: "\(asked)")
  }
}
