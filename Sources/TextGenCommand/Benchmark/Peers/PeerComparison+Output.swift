import FoundationEssentials
import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers

extension PeerComparison {
  /// The rows: tokens per second of both, the ratio, the time of the processor and the memory of both.
  var table: String {
    var table = TextTable(trailing: [3, 4, 5, 7, 8, 9, 10])
    table.add(BenchmarkLabel.peerHeader(peer.rawValue).cells)
    for comparison in comparisons {
      let (row, ratio) = (comparison.row, comparison.ratio)
      table.add([
        row.activity.text, row.label, row.subject.precision.rawValue,
        grouped(Int(comparison.ours.speed.median)), grouped(Int(comparison.theirs.speed.median)),
        fixed(ratio.median, 2), "\(fixed(ratio.minimum, 2)) … \(fixed(ratio.maximum, 2))",
        processorTime(comparison.ours), processorTime(comparison.theirs),
        megabytes(comparison.ours.peakResidentBytes),
        megabytes(comparison.theirs.peakResidentBytes),
      ])
    }
    let parts: [BenchmarkLabel] = [
      .peerTitle(rounds: comparisons.first?.ours.count ?? 0), .threads(engine.threadCount),
    ]
    let title = (parts.map(\.text) + [engine.instructionSet.rawValue]).joined(separator: ", ")
    return title + "\n\n" + table.text
  }

  private func processorTime(_ results: [RowResult]) -> String {
    results.processorSecondsPerMillion.map { fixed($0, 1) } ?? ""
  }

  /// The same as one JSON object.
  var json: String {
    jsonText(
      Record(
        peer: peer.rawValue, threads: engine.threadCount,
        instructionSet: engine.instructionSet.rawValue,
        rows: comparisons.map { RowRecord($0) }), keys: .convertToSnakeCase)
  }

  private struct Record: Encodable {
    let peer: String
    let threads: Int
    let instructionSet: String
    let rows: [RowRecord]
  }

  private struct RowRecord: Encodable {
    let name, activity, precision: String
    let model: NetworkConfiguration
    let batchSize, sequenceLength, streams: Int
    let tokensPerSecond, peerTokensPerSecond: [Double]
    let ratio, ratioMinimum, ratioMaximum: Double
    let processorSecondsPerMillionTokens, peerProcessorSecondsPerMillionTokens: Double?
    let peakResidentBytes, peerPeakResidentBytes: Int
    let otherCores: Double?

    init(_ comparison: Comparison) {
      let row = comparison.row
      (name, activity) = (row.name, row.activity.rawValue)
      (precision, model) = (row.subject.precision.rawValue, row.subject.configuration)
      (batchSize, sequenceLength) = (row.subject.batchSize, row.subject.sequenceLength)
      streams = row.subject.streams
      tokensPerSecond = comparison.ours.map(\.speed.median)
      peerTokensPerSecond = comparison.theirs.map(\.speed.median)
      let ratio = comparison.ratio
      (self.ratio, ratioMinimum, ratioMaximum) = (ratio.median, ratio.minimum, ratio.maximum)
      processorSecondsPerMillionTokens = comparison.ours.processorSecondsPerMillion
      peerProcessorSecondsPerMillionTokens = comparison.theirs.processorSecondsPerMillion
      peakResidentBytes = comparison.ours.peakResidentBytes
      peerPeakResidentBytes = comparison.theirs.peakResidentBytes
      otherCores = (comparison.ours + comparison.theirs).otherCores
    }
  }
}

extension [RowResult] {
  /// Cores that other processes used in the most disturbed round.
  var otherCores: Double? { compactMap(\.otherCores).max() }

  /// The speeds of the rounds.
  fileprivate var speed: MeasuredSpeed { MeasuredSpeed(ofRepeats: map(\.speed.median)) }

  /// Seconds of a core that a million tokens cost, the median of the rounds; nil where one doesn't say.
  fileprivate var processorSecondsPerMillion: Double? {
    let seconds = compactMap(\.speed.processorSecondsPerMillion)
    return seconds.isEmpty || seconds.count < count ? nil : median(seconds)
  }

  /// The most memory that a round took.
  fileprivate var peakResidentBytes: Int { map(\.peakResidentBytes).max() ?? 0 }
}
