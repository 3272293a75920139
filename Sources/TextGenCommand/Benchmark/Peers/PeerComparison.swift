import TextGenCompute

/// This program and a peer, measured in turn, each time in a new process.
struct PeerComparison {
  /// What was measured of a row: a result of each for every round.
  struct Comparison {
    /// The row.
    let row: BenchmarkRow
    /// The results of this program and of the peer, round by round.
    let ours, theirs: [RowResult]

    /// How many times as fast this program was: the rounds' ratios.
    var ratio: MeasuredSpeed {
      MeasuredSpeed(ofRepeats: zip(ours, theirs).map { $0.speed.median / $1.speed.median })
    }
  }

  /// Rounds of a row: A B A B A B.
  private static let rounds = 3

  /// The peer's name.
  let peer: Peer
  /// What computes on this program's side.
  let engine: Engine
  /// The rows that could be measured.
  private(set) var comparisons: [Comparison] = []

  /// Measures `rows`, each side of each round for about `seconds`.
  ///
  /// - Throws: `Failure` where the peer is missing.
  init(_ peer: Peer, _ rows: [BenchmarkRow], seconds: Double, engine: Engine) throws {
    self.peer = peer
    self.engine = engine
    let (program, script) = (try BenchmarkSuite.program, try peer.words())
    var progress = RowProgress(
      count: rows.count, secondsPerRow: Double(2 * Self.rounds) * (seconds + 4))
    for row in rows {
      let arguments = row.subject.arguments(
        row.activity, threads: engine.threadCount, seconds: seconds)
      progress.begin(row.title)
      Conversation.say("  " + ShellWords.line(script + arguments))
      do {
        comparisons.append(try compare(row, program + arguments, script + arguments))
      } catch {
        Conversation.warn(
          BenchmarkMessage.leftOut(title: row.title, reason: ErrorReporting.sentence(of: error)))
      }
    }
    if comparisons.isEmpty { throw Failure.nothingMeasured }
  }

  private func compare(
    _ row: BenchmarkRow, _ ourWords: [String], _ theirWords: [String]
  ) throws(Failure) -> Comparison {
    var ours: [RowResult] = []
    var theirs: [RowResult] = []
    for _ in 0..<Self.rounds {
      ours.append(try RowResult(row.activity, running: ourWords))
      theirs.append(try RowResult(row.activity, running: theirWords))
    }
    OtherLoad.warn((ours + theirs).otherCores, about: row.title)
    return Comparison(row: row, ours: ours, theirs: theirs)
  }
}
