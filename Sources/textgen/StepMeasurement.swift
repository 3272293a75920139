import Compute
import Layers
import Training

/// The time of a training step: the median of 3 to 12, after two to warm up, about 15 seconds.
struct StepMeasurement {
  /// Wall-clock seconds of a step.
  let seconds: Double
  /// Steps that were measured.
  let count: Int
  /// Tokens of a step.
  let tokens: Int
  /// Floating-point operations of a step.
  let operations: Double

  /// Measures steps of windows of `batchSize` streams and `sequenceLength` steps.
  init(
    _ configuration: NetworkConfiguration, batchSize: Int, sequenceLength: Int,
    precision: ProductPrecision, engine: Engine
  ) {
    var benchmark = TrainingBenchmark(
      configuration, batchSize: batchSize, sequenceLength: sequenceLength, precision: precision,
      engine: engine)
    for _ in 0..<2 { _ = benchmark.step() }
    var times: [Double] = []
    while times.count < 3 || times.count < 12 && times.reduce(0, +) < 15 {
      times.append(benchmark.step())
    }
    (seconds, count) = (median(times), times.count)
    (tokens, operations) = (benchmark.tokensPerStep, benchmark.operationsPerStep)
  }
}

/// The median of some numbers, at least one.
func median(_ values: [Double]) -> Double {
  precondition(!values.isEmpty, "the median of no values")
  let sorted = values.sorted()
  let middle = sorted.count / 2
  return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
}
