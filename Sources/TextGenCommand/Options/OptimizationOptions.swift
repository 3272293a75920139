import ArgumentParser
import TextGen
import TextGenNGrams

/// How the network is trained and what ends the run.
struct OptimizationOptions: ParsableArguments {
  @Option(
    parsing: .unconditional, help: .hidden,
    transform: number("from 0 to below 1") { $0 >= 0 && $0 < 1 })
  var dropout: Double?
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...65_536))
  var batchSize: Int?
  @Option(
    parsing: .unconditional, help: .hidden,
    transform: number("from 0 to below 1") { $0 >= 0 && $0 < 1 })
  var coldShare: Double?
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...1_000_000))
  var sequenceLength: Int?
  @Option(parsing: .unconditional, help: .hidden, transform: choice)
  var optimizer: TrainingOptions.Optimizer?
  @Option(parsing: .unconditional, help: .hidden, transform: positiveNumber)
  var learningRate: Double?
  @Option(parsing: .unconditional, help: .hidden, transform: choice)
  var schedule: TrainingOptions.Schedule?
  @Option(parsing: .unconditional, help: .hidden, transform: positiveNumber)
  var clipNorm: Double?
  @Option(
    parsing: .unconditional, help: .hidden,
    transform: number("from 0 to 1000") { (0...1000).contains($0) })
  var weightDecay: Double?
  @Option(parsing: .unconditional, help: .hidden, transform: choice)
  var precision: TrainingPrecision = .automatic
  @Option(
    parsing: .unconditional, help: .hidden,
    transform: ngramOrderNumber)
  var ngramOrder: Int?
  @Option(
    parsing: .unconditional, help: .hidden,
    transform: number("above 0, at most 1e9") { $0 > 0 && $0 <= 1e9 })
  var ngramMegabytes: Double?
  @Option(
    parsing: .unconditional, help: .hidden,
    transform: number("above 0, at most 1e9") { $0 > 0 && $0 <= 1e9 })
  var epochs: Double?
  @Option(
    parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 0...1_000_000_000))
  var steps: Int?
  @Option(
    parsing: .unconditional, help: .hidden,
    transform: number("above 0, at most 1e9") { $0 > 0 && $0 <= 1e9 })
  var minutes: Double?
  @Option(parsing: .unconditional, help: .hidden, transform: seedNumber)
  var seed: UInt64?

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

/// A reader of orders of n-grams.
@Sendable private func ngramOrderNumber(_ text: String) throws -> Int {
  guard let value = Int(text), value == 0 || (2...NGramModel.maximumOrder).contains(value) else {
    throw ValidationError(
      "expected a whole number from 2 to \(NGramModel.maximumOrder), or 0 for none")
  }
  return value
}
