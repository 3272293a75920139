import ArgumentParser
import TextGen

/// How the network is trained and what ends the run.
struct OptimizationOptions: ParsableArguments {
  @Option(OptimizationText.minutes, .minutes, transform: number(of: .minutes))
  var minutes: Double?
  @Option(OptimizationText.epochs, .number, transform: number(of: .epochs))
  var epochs: Double?
  @Option(OptimizationText.steps, .count, transform: wholeNumber(of: .steps))
  var steps: Int?
  @Option(OptimizationText.seed, .seed, transform: seedNumber)
  var seed: UInt64?
  @Option(OptimizationText.learningRate, .number, transform: number(of: .learningRate))
  var learningRate: Double?
  @Option(OptimizationText.optimizer)
  var optimizer: TrainingOptions.Optimizer?
  @Option(OptimizationText.schedule)
  var schedule: TrainingOptions.Schedule?
  @Option(OptimizationText.dropout, .share, transform: number(of: .dropout))
  var dropout: Double?
  @Option(OptimizationText.batchSize, .count, transform: wholeNumber(of: .batchSize))
  var batchSize: Int?
  @Option(OptimizationText.sequenceLength, .count, transform: wholeNumber(of: .sequenceLength))
  var sequenceLength: Int?
  @Option(OptimizationText.coldShare, .share, transform: number(of: .coldShare))
  var coldShare: Double?
  @Option(OptimizationText.clipNorm, .number, transform: number(of: .clipNorm))
  var clipNorm: Double?
  @Option(OptimizationText.weightDecay, .number, transform: number(of: .weightDecay))
  var weightDecay: Double?
  @Option(OptimizationText.precision)
  var precision: TrainingPrecision = .automatic
  @Option(OptimizationText.ngramOrder, .count, transform: wholeNumber(of: .ngramOrder))
  var ngramOrder: Int?
  @Option(OptimizationText.ngramMegabytes, .number, transform: number(of: .ngramMegabytes))
  var ngramMegabytes: Double?

  /// What these options ask for.
  var optimization: TrainingOptions.Optimization {
    var optimization = TrainingOptions.Optimization()
    optimization.dropout = dropout
    optimization.batchSize = batchSize
    optimization.coldShare = coldShare
    optimization.sequenceLength = sequenceLength
    optimization.optimizer = optimizer
    optimization.learningRate = learningRate
    optimization.schedule = schedule
    optimization.clipNorm = clipNorm
    optimization.weightDecay = weightDecay
    optimization.precision = precision.asked
    return optimization
  }

  /// The n-grams that are asked for, with further texts.
  func ngrams(of texts: [String]) -> TrainingOptions.NGrams {
    var ngrams = TrainingOptions.NGrams()
    (ngrams.order, ngrams.megabytes, ngrams.texts) = (ngramOrder, ngramMegabytes, texts)
    return ngrams
  }

  /// The limits that are given; none of them for early stopping.
  var budget: TrainingOptions.Budget {
    var budget = TrainingOptions.Budget()
    (budget.epochs, budget.steps, budget.minutes) = (epochs, steps, minutes)
    return budget
  }
}
