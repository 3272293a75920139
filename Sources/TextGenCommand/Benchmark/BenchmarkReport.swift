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
    let peak = run.speeds[.training] == nil ? "generating" : "training"
    table.add("memory", megabytes(run.peakResidentBytes), "peak while " + peak)
    for row in encoding.rows { table.add(row) }
    return title + "\n" + table.text
  }

  private func addRow(_ activity: Activity, to table: inout TextTable) {
    guard let speed = run.speeds[activity], let figures = run.figures(activity) else { return }
    var details = [
      "\(grouped(Int(speed.minimum))) to \(grouped(Int(speed.maximum))) in \(speed.repeats) repeats",
      "\(fixed(figures.gigaflops, 1)) GFLOP/s",
    ]
    if let share = figures.shareOfPeak { details.append("\(percent(share, 0)) of the peak") }
    if activity == .generation { details.append(counted(run.subject.streams, "stream")) }
    table.add(
      activity.rawValue, "\(grouped(Int(speed.median))) tokens/s",
      details.joined(separator: ", "))
  }

  private var title: String {
    run.subject.networkTitle + ", \(run.subject.batchSize) × \(run.subject.sequenceLength) tokens, "
      + "\(counted(engine.threadCount, "thread")), \(engine.instructionSet.rawValue), "
      + run.subject.precision.rawValue
  }
}
