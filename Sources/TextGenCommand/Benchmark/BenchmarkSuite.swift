import FoundationEssentials
import TextGenCompute

/// The peak of this machine and a table of networks, each measured by a process of its own, so that
/// memory is the row's alone and no row warms up another.
struct BenchmarkSuite {
  /// A row, and what its process found.
  typealias Measured = (row: BenchmarkRow, result: RowResult)

  /// What computes.
  let engine: Engine
  /// The most that the machine can do.
  private(set) var peaks: MachinePeaks
  /// The rows that could be measured.
  private(set) var rows: [Measured] = []
  /// Nothing where only networks are measured.
  private(set) var encoding = EncodingResult()

  /// Measures `rows`, each for about `seconds`.
  init(_ rows: [BenchmarkRow], seconds: Double, engine: Engine) throws {
    self.engine = engine
    Conversation.say(BenchmarkMessage.peak)
    peaks = MachinePeaks(engine)
    var progress = RowProgress(count: rows.count, secondsPerRow: seconds + 3)
    for row in rows {
      progress.begin(row.title)
      do {
        let arguments = row.subject.arguments(
          row.activity, threads: engine.threadCount, seconds: seconds)
        let result = try RowResult(row.activity, running: try Self.program + arguments)
        OtherLoad.warn(result.otherCores, about: row.title)
        peaks.raise(engine, row.subject.precision, to: result.peakGflops ?? 0)
        self.rows.append((row, result))
      } catch {
        Conversation.warn(
          BenchmarkMessage.leftOut(title: row.title, reason: ErrorReporting.sentence(of: error)))
      }
    }
    if self.rows.isEmpty { throw Failure.nothingMeasured }
  }

  /// Encodes `text`.
  mutating func encode(_ text: EncodingSample) {
    Conversation.say(BenchmarkMessage.encoding)
    encoding = text.measured()
  }

  /// The words that start this program's benchmark.
  ///
  /// - Throws: `Failure` where the system does not say where the program lies.
  static var program: [String] {
    get throws(Failure) {
      [try Program.path, "benchmark", "--json"]
    }
  }

  /// What the speed of a row amounts to.
  func figures(_ measured: Measured) -> MeasuredFigures {
    let subject = measured.row.subject
    return MeasuredFigures(
      subject, measured.row.activity, measured.result.speed,
      peakOperationsPerSecond: peaks.operationsPerSecond(subject.precision, engine))
  }
}

extension Failure {
  /// Every row was left out.
  static var nothingMeasured: Failure {
    Failure(BenchmarkMessage.nothingMeasured)
  }
}
