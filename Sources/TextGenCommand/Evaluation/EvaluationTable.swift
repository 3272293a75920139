import TextGenEvaluation

/// The measures of a model as people read them.
struct EvaluationTable {
  private let report: EvaluationReport

  /// The table of `report`.
  init(_ report: EvaluationReport) { self.report = report }

  /// One measure a line.
  var text: String {
    var rows = [
      ("characters", grouped(report.characters)), ("words", grouped(report.words)),
      ("bits per character", report.bitsPerCharacter.map { fixed($0, 4) } ?? "none"),
      ("perplexity per word", report.perplexityPerWord.map { fixed($0, 1) } ?? "none"),
      ("unknown tokens", percent(report.unknownRate, 2)),
    ]
    if report.impossibleTokens > 0 {
      rows.append(("impossible tokens", grouped(report.impossibleTokens)))
    }
    if let recall = report.recall { rows.append(("recall", shares(recall))) }
    if let savings = report.keystrokeSavings { rows.append(("keystroke savings", shares(savings))) }
    if let cold = report.coldBitsPerCharacter {
      rows.append(("single lines", "\(fixed(cold, 4)) bits per character"))
    }
    if let cloze = report.cloze {
      rows.append(("cloze", Self.sentence(cloze.all)))
      if cloze.distant.items > 0 {
        rows.append(("cloze, distant cue", Self.sentence(cloze.distant)))
      }
    }
    if let precision = report.precision { rows.append(("precision", precision)) }
    rows.append(("speed", "\(grouped(Int(report.charactersPerSecond))) characters/s"))
    if let list = report.listMilliseconds {
      rows.append(
        ("list of words", "\(fixed(list.median, 1)) ms (median), \(fixed(list.p95, 1)) ms (95 %)"))
    }
    return rows.map { name, value in
      name + String(repeating: " ", count: 22 - name.count) + value
    }.joined(separator: "\n") + "\n"
  }

  private static func sentence(_ score: ClozeReport.Score) -> String {
    "first \(score.top1), first five \(score.top5) of \(score.items)   "
      + "sense before nonsense \(score.won) of \(score.compared)"
  }

  private func shares(_ values: [Int: Double]) -> String {
    values.sorted { $0.key < $1.key }
      .map { "@\($0.key) \(percent($0.value))" }.joined(separator: "   ")
  }
}
