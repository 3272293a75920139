import TextGenCompute
import TextGenTokenization

/// What `benchmark` found of one network, as people and programs read it.
struct BenchmarkReport {
  /// What was measured.
  let run: BenchmarkRun
  /// What computed it.
  let engine: Engine
  /// How fast text is encoded; nothing where only the network was measured.
  let encoding: EncodingResult

  /// A table.
  var table: String {
    var table = TextTable()
    for activity in Activity.allCases { addRow(activity, to: &table) }
    let first: Activity = run.speeds[.training] == nil ? .generation : .training
    table.add(
      BenchmarkLabel.memory.text, megabytes(run.peakResidentBytes),
      BenchmarkLabel.peakWhile(first).text)
    for row in encoding.rows { table.add(row) }
    return title + "\n" + table.text
  }

  private func addRow(_ activity: Activity, to table: inout TextTable) {
    guard let speed = run.speeds[activity], let figures = run.figures(activity) else { return }
    var details = [
      BenchmarkLabel.range(
        least: grouped(Int(speed.minimum)), greatest: grouped(Int(speed.maximum)),
        repeats: speed.repeats
      ).text,
      "\(fixed(figures.gigaflops, 1)) GFLOP/s",
    ]
    if let share = figures.shareOfPeak {
      details.append(BenchmarkLabel.shareOfPeak(percent(share, 0)).text)
    }
    if let seconds = speed.processorSecondsPerMillion {
      details.append(BenchmarkLabel.processorSeconds(fixed(seconds, 1)).text)
    }
    if activity == .generation {
      details.append(BenchmarkLabel.streams(run.subject.streams).text)
    }
    table.add(
      activity.text, "\(grouped(Int(speed.median))) tokens/s",
      details.joined(separator: ", "))
  }

  private var title: String {
    let subject = run.subject
    let parts: [BenchmarkLabel] = [
      subject.network,
      .step(batchSize: subject.batchSize, sequenceLength: subject.sequenceLength),
      .threads(engine.threadCount),
    ]
    return
      (parts.map(\.text) + [engine.instructionSet.rawValue, subject.precision.rawValue])
      .joined(separator: ", ")
  }
}
