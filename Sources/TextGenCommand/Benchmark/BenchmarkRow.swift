import TextGenCompute
import TextGenLayers

/// A line of the table of networks: a case, and what it is measured at.
struct BenchmarkRow {
  /// What the network is called; empty where it was asked for by its sizes.
  let name: String
  /// What it is measured at.
  let activity: Activity
  /// The network and the work.
  var subject: BenchmarkCase

  /// A line.
  init(name: String, activity: Activity, _ subject: BenchmarkCase) {
    (self.name, self.activity, self.subject) = (name, activity, subject)
  }

  /// `training c-mid bfloat16`, or with its streams `generation c-mid ×64 bfloat16`.
  var title: String {
    [activity.text, label, subject.precision.rawValue].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// The name, with the number of streams where several are generated.
  var label: String {
    activity == .generation && subject.streams > 1
      ? (name.isEmpty ? "" : name + " ") + "×\(subject.streams)" : name
  }

  /// The lines of the table, in float32 and, where the processor multiplies `pairs` of bfloat16 and
  /// bytes, in what else serves them.
  static func all(pairs: Bool) -> [BenchmarkRow] {
    let middle = network(hidden: 512)
    let words = BenchmarkCase(
      configuration: NetworkConfiguration(
        cell: .lstm, layerCount: 2, vocabularySize: 10_000, embeddingSize: 512, hiddenSize: 512,
        tiesEmbeddings: true), batchSize: 32, sequenceLength: 35, streams: 1, precision: .float32)
    var many = middle
    many.streams = 64
    let rows = [
      BenchmarkRow(name: "c-small", activity: .training, small),
      BenchmarkRow(name: "c-mid", activity: .training, middle),
      BenchmarkRow(name: "c-large", activity: .training, network(hidden: 1024)),
      BenchmarkRow(name: "w-mid", activity: .training, words),
      BenchmarkRow(name: "c-mid-gru", activity: .training, network(.gru, hidden: 512)),
      BenchmarkRow(name: "c-mid-elman", activity: .training, network(.elman, hidden: 512)),
      BenchmarkRow(name: "c-mid", activity: .generation, middle),
      BenchmarkRow(name: "c-mid", activity: .generation, many),
    ]
    return rows.flatMap { row in
      precisions(row.activity, pairs: pairs).map { precision in
        var row = row
        row.subject.precision = precision
        return row
      }
    }
  }

  /// Whole numbers of 8 bits are for prediction alone.
  private static func precisions(_ activity: Activity, pairs: Bool) -> [ProductPrecision] {
    guard pairs else { return [.float32] }
    return activity == .training ? [.float32, .bfloat16] : [.float32, .bfloat16, .int8]
  }

  private static var small: BenchmarkCase {
    BenchmarkCase(
      configuration: NetworkConfiguration(
        cell: .lstm, layerCount: 2, vocabularySize: 100, embeddingSize: 64, hiddenSize: 128),
      batchSize: 50, sequenceLength: 50, streams: 1, precision: .float32)
  }

  private static func network(_ cell: CellKind = .lstm, hidden: Int) -> BenchmarkCase {
    BenchmarkCase(
      configuration: NetworkConfiguration(
        cell: cell, layerCount: 2, vocabularySize: 128, embeddingSize: 128, hiddenSize: hidden),
      batchSize: 64, sequenceLength: 100, streams: 1, precision: .float32)
  }
}
