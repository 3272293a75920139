import ArgumentParser
import TextGenCompute
import TextGenNGrams
import TextGenTokenization
import TextGenTraining

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
  var optimizer: OptimizerKind?
  @Option(parsing: .unconditional, help: .hidden, transform: positiveNumber)
  var learningRate: Double?
  @Option(parsing: .unconditional, help: .hidden, transform: choice)
  var schedule: LearningRateSchedule?
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

  /// The limits that are given; none of them for early stopping.
  var budget: TrainingBudget {
    TrainingBudget(epochs: epochs, steps: steps, minutes: minutes)
  }

  /// The configuration with `sizes` for what is left open, for `tokenCount` tokens on a processor
  /// with `instructionSet`.
  ///
  /// Where only one of batch size and sequence length is given, the other shrinks to fit the corpus.
  func configuration(
    _ sizes: AutomaticConfiguration, tokenCount: Int, unit: TokenUnit,
    _ instructionSet: InstructionSet
  ) -> TrainingConfiguration {
    let room = max(1, tokenCount - 1)
    let length = sequenceLength ?? min(sizes.sequenceLength, max(1, room / (batchSize ?? 1)))
    let batch = batchSize ?? min(sizes.batchSize, max(1, room / length))
    let optimizer = optimizer ?? sizes.optimizer
    return TrainingConfiguration(
      batchSize: batch, coldTextCount: coldTextCount(of: batch) ?? 0, sequenceLength: length,
      optimizer: optimizer,
      learningRate: learningRate ?? sizes.learningRate(of: optimizer),
      schedule: schedule ?? .cosine,
      clipNorm: clipNorm ?? 1, weightDecay: weightDecay ?? 0, dropout: dropout ?? sizes.dropout,
      precision: productPrecision(on: instructionSet),
      ngramOrder: ngramOrder ?? NGramPlan.order(unit),
      ngramMegabytes: ngramMegabytes, budget: budget,
      seed: seed ?? 0)
  }

  /// Whether the run leaves the weights of its model as they are and only counts.
  var trainsNothing: Bool { steps == 0 }

  /// How many of `batchSize` texts begin cold; nil where it is left open.
  func coldTextCount(of batchSize: Int) -> Int? {
    coldShare.map { min(batchSize - 1, Int((Double(batchSize) * $0).rounded())) }
  }

  /// What `engine` can compute in the minutes given, at its peak; nil where none are.
  func operations(_ engine: Engine) -> Double? {
    minutes.flatMap { minutes in
      (engine.peakOperationsPerSecond(productPrecision(on: engine.instructionSet))
        ?? engine.peakOperationsPerSecond(.float32))
        .map { $0 * 60 * minutes }
    }
  }

  private func productPrecision(on instructionSet: InstructionSet) -> ProductPrecision {
    precision.asked ?? .automatic(on: instructionSet)
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
