import Compute
import LanguageModeling
import Layers
import Tokenization
import Training

/// What `benchmark` found, as people and programs read it.
struct BenchmarkReport {
  let configuration: NetworkConfiguration
  let training: TrainingConfiguration
  let engine: Engine
  let step: StepMeasurement
  let generationTokensPerSecond: Double
  let peakResidentBytes: Int
  /// Bytes of UTF-8 per second.
  let encoding: [TokenUnit: Double]
  let encodedBytes: Int

  private var trainingTokensPerSecond: Double { Double(step.tokens) / step.seconds }
  private var gigaflops: Double { step.operations / step.seconds * 1e-9 }

  /// One JSON object.
  var json: String {
    let named = encoding.map { ($0.key.rawValue, $0.value * 1e-6) }
    return jsonText(
      Record(
        training_tokens_per_second: trainingTokensPerSecond,
        generation_tokens_per_second: generationTokensPerSecond, gflops: gigaflops,
        seconds_per_step: step.seconds, peak_resident_bytes: peakResidentBytes,
        encoding_megabytes_per_second: Dictionary(uniqueKeysWithValues: named),
        model: configuration, batch_size: training.batchSize,
        sequence_length: training.sequenceLength, threads: engine.threadCount,
        instruction_set: engine.instructionSet.rawValue))
  }

  /// A table.
  var table: String {
    let rows = [
      (
        "training", "\(grouped(Int(trainingTokensPerSecond))) tokens/s",
        "\(fixed(gigaflops, 1)) GFLOP/s, \(fixed(step.seconds, 4)) s a step, "
          + "median of \(step.count)"
      ),
      (
        "generation", "\(grouped(Int(generationTokensPerSecond))) tokens/s",
        "one stream, median of 5"
      ),
      ("memory", "\(fixed(Double(peakResidentBytes) * 1e-6, 0)) MB", "peak while training"),
    ]
    let encodings = TokenUnit.allCases.compactMap { unit in
      encoding[unit].map {
        ("encoding", "\(fixed($0 * 1e-6, 1)) MB/s", "\(unit.rawValue), \(megabytes) of text")
      }
    }
    let lines = (rows + encodings).map { name, value, detail in
      padded(name, 12) + padded(value, 22) + detail
    }
    return ([title] + lines).joined(separator: "\n") + "\n"
  }

  private var megabytes: String { fixed(Double(encodedBytes) * 1e-6, 1) + " MB" }

  private var title: String {
    "\(configuration.cell.rawValue.uppercased()), \(counted(configuration.layerCount, "layer")) of "
      + "\(configuration.hiddenSize), embedding \(configuration.embeddingSize), vocabulary "
      + "\(configuration.vocabularySize), \(training.batchSize) × \(training.sequenceLength) tokens"
      + ", \(counted(engine.threadCount, "thread")), \(engine.instructionSet.rawValue)"
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  /// The names of the properties are the keys of the JSON.
  private struct Record: Encodable {
    let training_tokens_per_second: Double
    let generation_tokens_per_second: Double
    let gflops: Double
    let seconds_per_step: Double
    let peak_resident_bytes: Int
    let encoding_megabytes_per_second: [String: Double]
    let model: NetworkConfiguration
    let batch_size: Int
    let sequence_length: Int
    let threads: Int
    let instruction_set: String
  }
}
