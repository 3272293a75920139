import FoundationEssentials
import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers

extension BenchmarkSuite {
  /// The peaks, the rows, and how fast text is encoded.
  var table: String {
    var table = TextTable(trailing: [3, 5, 6, 7])
    table.add(BenchmarkLabel.rowHeader.cells)
    for measured in rows {
      let (row, speed) = (measured.row, measured.result.speed)
      let figures = figures(measured)
      table.add([
        row.activity.text, row.label, row.subject.precision.rawValue,
        grouped(Int(speed.median)),
        "\(grouped(Int(speed.minimum))) … \(grouped(Int(speed.maximum)))",
        fixed(figures.gigaflops, 0), figures.shareOfPeak.map { percent($0, 0) } ?? "",
        megabytes(measured.result.peakResidentBytes),
      ])
    }
    var encodings = TextTable()
    for row in encoding.rows { encodings.add(row) }
    let parts = [
      title + "\n", peaks.text, table.text + BenchmarkLabel.legend.text + "\n", encodings.text,
    ]
    .filter { !$0.isEmpty }
    return parts.joined(separator: "\n")
  }

  private var title: String {
    let parts: [String?] = [
      MachinePeaks.processor, BenchmarkLabel.threads(engine.threadCount).text,
      engine.instructionSet.rawValue,
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  /// The same as one JSON object.
  var json: String {
    jsonText(
      Record(
        processor: MachinePeaks.processor, threads: engine.threadCount,
        instructionSet: engine.instructionSet.rawValue, peaks: peaks.peaks,
        rows: rows.map { RowRecord($0, figures($0)) },
        encodingMegabytesPerSecond: encoding.megabytesPerSecond), keys: .convertToSnakeCase)
  }

  private struct Record: Encodable {
    let processor: String?
    let threads: Int
    let instructionSet: String
    let peaks: [MachinePeaks.Peak]
    let rows: [RowRecord]
    let encodingMegabytesPerSecond: [String: Double]
  }

  private struct RowRecord: Encodable {
    let name, activity, precision: String
    let model: NetworkConfiguration
    let batchSize, sequenceLength, streams: Int?
    let tokensPerSecond, tokensPerSecondMinimum, tokensPerSecondMaximum: Double
    let repeats: Int
    let gflops: Double
    let shareOfPeak: Double?
    let peakResidentBytes: Int
    let otherCores: Double?

    init(_ measured: Measured, _ figures: MeasuredFigures) {
      let (row, speed) = (measured.row, measured.result.speed)
      let trains = row.activity == .training
      (name, activity) = (row.name, row.activity.rawValue)
      precision = row.subject.precision.rawValue
      model = row.subject.configuration
      batchSize = trains ? row.subject.batchSize : nil
      sequenceLength = trains ? row.subject.sequenceLength : nil
      streams = trains ? nil : row.subject.streams
      tokensPerSecond = speed.median
      (tokensPerSecondMinimum, tokensPerSecondMaximum) = (speed.minimum, speed.maximum)
      repeats = speed.repeats
      (gflops, shareOfPeak) = (figures.gigaflops, figures.shareOfPeak)
      peakResidentBytes = measured.result.peakResidentBytes
      otherCores = measured.result.otherCores
    }
  }
}
