import FoundationEssentials

/// What a process measured of one row: this program's, or a peer's script with the same keys.
struct RowResult {
  /// Tokens per second.
  let speed: MeasuredSpeed
  /// The most memory that the process held.
  let peakResidentBytes: Int
  /// The peak that the process found, in GFLOP/s; nil for a peer.
  let peakGflops: Double?
  /// Cores that other processes used meanwhile; nil where the system does not say.
  let otherCores: Double?

  /// Runs a program and reads the last line of its output that is a JSON object.
  ///
  /// - Throws: `Failure` where it failed or wrote none; it says what the program said last.
  init(_ activity: Activity, running words: [String]) throws(Failure) {
    let load = OtherLoad()
    let process = try ChildProcess(running: words)
    otherCores = load.cores
    let line = process.output.split(whereSeparator: \.isNewline).last { $0.hasPrefix("{") }
    guard process.status == 0, let line,
      let record = try? Self.decoder.decode(Record.self, from: Data(line.utf8)),
      let speed = activity == .training ? record.training : record.generation
    else {
      throw Failure(
        BenchmarkMessage.failed(
          program: words[0], status: process.status, lastLine: process.lastLine))
    }
    self.speed = speed
    peakResidentBytes = record.peakResidentBytes
    peakGflops = record.peakGflops
  }

  private static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return decoder
  }

  private struct Record: Decodable {
    let trainingTokensPerSecond, trainingTokensPerSecondMinimum: Double?
    let trainingTokensPerSecondMaximum: Double?
    let trainingRepeats: Int?
    let trainingProcessorSecondsPerMillionTokens: Double?
    let generationTokensPerSecond, generationTokensPerSecondMinimum: Double?
    let generationTokensPerSecondMaximum: Double?
    let generationRepeats: Int?
    let generationProcessorSecondsPerMillionTokens: Double?
    let peakResidentBytes: Int
    let peakGflops: Double?

    var training: MeasuredSpeed? {
      MeasuredSpeed(
        trainingTokensPerSecond, trainingTokensPerSecondMinimum, trainingTokensPerSecondMaximum,
        trainingRepeats, trainingProcessorSecondsPerMillionTokens)
    }

    var generation: MeasuredSpeed? {
      MeasuredSpeed(
        generationTokensPerSecond, generationTokensPerSecondMinimum,
        generationTokensPerSecondMaximum, generationRepeats,
        generationProcessorSecondsPerMillionTokens)
    }
  }
}

extension MeasuredSpeed {
  /// A speed of which all but the processor's time must be known; nil where something is missing or no
  /// speed.
  fileprivate init?(
    _ median: Double?, _ minimum: Double?, _ maximum: Double?, _ repeats: Int?,
    _ processorSecondsPerMillion: Double?
  ) {
    guard let median, let minimum, let maximum, let repeats, median > 0, repeats > 0 else {
      return nil
    }
    self.init(
      median: median, minimum: minimum, maximum: maximum, repeats: repeats,
      processorSeconds: processorSecondsPerMillion.map { $0 * 1e-6 })
  }
}
