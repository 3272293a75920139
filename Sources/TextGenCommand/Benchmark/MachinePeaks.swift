import FoundationEssentials
import TextGenCompute

/// The most operations per second that this machine makes without waiting for memory, for each set of
/// instructions, precision and number of threads.
struct MachinePeaks {
  /// One of them.
  struct Peak: Encodable {
    /// The instructions, by name.
    let instructionSet: String
    /// What is multiplied, by name.
    let precision: String
    /// Threads that work at once.
    let threads: Int
    /// Thousands of millions of operations per second, of all threads together.
    var gflops: Double
  }

  /// The peaks, slowest instructions first.
  private(set) var peaks: [Peak]

  /// Measures on one thread and on as many as `engine` has; the plain loops only where it uses them.
  init(_ engine: Engine) {
    let sets = InstructionSet.available.filter { $0 != .reference || $0 == engine.instructionSet }
    let threads = engine.threadCount == 1 ? [1] : [1, engine.threadCount]
    peaks = sets.flatMap { set in
      ProductPrecision.allCases.flatMap { precision in
        threads.compactMap { Self.peak(set, precision, threads: $0) }
      }
    }
  }

  private static func peak(
    _ set: InstructionSet, _ precision: ProductPrecision, threads: Int
  ) -> Peak? {
    Engine(threadCount: threads, instructionSet: set).peakOperationsPerSecond(precision).map {
      Peak(
        instructionSet: set.rawValue, precision: precision.rawValue, threads: threads,
        gflops: $0 * 1e-9)
    }
  }

  /// Notes what was found later, on all threads of `engine`: another process may have been in the way
  /// before.
  mutating func raise(_ engine: Engine, _ precision: ProductPrecision, to gflops: Double) {
    guard let place = place(precision, engine) else { return }
    peaks[place].gflops = max(peaks[place].gflops, gflops)
  }

  /// Operations per second on all threads of `engine`, with its instructions.
  func operationsPerSecond(_ precision: ProductPrecision, _ engine: Engine) -> Double? {
    place(precision, engine).map { peaks[$0].gflops * 1e9 }
  }

  private func place(_ precision: ProductPrecision, _ engine: Engine) -> Int? {
    peaks.lastIndex {
      $0.instructionSet == engine.instructionSet.rawValue && $0.precision == precision.rawValue
    }
  }

  /// A line for each set and precision: GFLOP/s by threads.
  var text: String {
    var table = TextTable(trailing: [2, 3])
    let counts = Set(peaks.map(\.threads)).sorted()
    table.add([BenchmarkLabel.peaks.text, ""] + counts.map { BenchmarkLabel.threads($0).text })
    var seen: Set<String> = []
    for peak in peaks where seen.insert(peak.instructionSet + " " + peak.precision).inserted {
      let row = peaks.filter {
        $0.instructionSet == peak.instructionSet && $0.precision == peak.precision
      }
      table.add([peak.instructionSet, peak.precision] + row.map { fixed($0.gflops, 0) })
    }
    return table.text
  }

  /// The processor's name, where the system says it.
  static var processor: String? {
    let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
    let line = text?.split(separator: "\n").first { $0.hasPrefix("model name") }
    return line?.split(separator: ":").dropFirst().first.map { String($0.drop { $0 == " " }) }
  }
}
