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
        trainingTokensPerSecond: trainingTokensPerSecond,
        generationTokensPerSecond: generationTokensPerSecond, gigaflops: gigaflops,
        secondsPerStep: step.seconds, peakResidentBytes: peakResidentBytes,
        encodingMegabytesPerSecond: Dictionary(uniqueKeysWithValues: named),
        model: configuration, batchSize: training.batchSize,
        sequenceLength: training.sequenceLength, threads: engine.threadCount,
        instructionSet: engine.instructionSet.rawValue))
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

  private struct Record: Encodable {
    let trainingTokensPerSecond: Double
    let generationTokensPerSecond: Double
    let gigaflops: Double
    let secondsPerStep: Double
    let peakResidentBytes: Int
    let encodingMegabytesPerSecond: [String: Double]
    let model: NetworkConfiguration
    let batchSize: Int
    let sequenceLength: Int
    let threads: Int
    let instructionSet: String

    enum CodingKeys: String, CodingKey {
      case trainingTokensPerSecond = "training_tokens_per_second"
      case generationTokensPerSecond = "generation_tokens_per_second"
      case gigaflops = "gflops"
      case secondsPerStep = "seconds_per_step"
      case peakResidentBytes = "peak_resident_bytes"
      case encodingMegabytesPerSecond = "encoding_megabytes_per_second"
      case model
      case batchSize = "batch_size"
      case sequenceLength = "sequence_length"
      case threads
      case instructionSet = "instruction_set"
    }
  }
}
