import TextGenEvaluation

/// The measures of a model as people read them.
struct EvaluationTable {
  private let report: EvaluationReport

  /// The table of `report`.
  init(_ report: EvaluationReport) { self.report = report }

  /// One measure a line.
  var text: String {
    let none = MeasureText.none.text
    var rows: [(MeasureText, String)] = [
      (.characters, grouped(report.characters)), (.words, grouped(report.words)),
      (.bitsPerCharacter, report.bitsPerCharacter.map { fixed($0, 4) } ?? none),
      (.perplexityPerWord, report.perplexityPerWord.map { fixed($0, 1) } ?? none),
      (.unknownTokens, percent(report.unknownRate, 2)),
    ]
    if report.impossibleTokens > 0 {
      rows.append((.impossibleTokens, grouped(report.impossibleTokens)))
    }
    if let recall = report.recall { rows.append((.recall, shares(recall))) }
    if let savings = report.keystrokeSavings { rows.append((.keystrokeSavings, shares(savings))) }
    if let cold = report.coldBitsPerCharacter {
      rows.append((.singleLines, MeasureText.bits(fixed(cold, 4)).text))
    }
    if let cloze = report.cloze {
      rows.append((.cloze, MeasureText.score(cloze.all).text))
      if cloze.distant.items > 0 {
        rows.append((.distantCloze, MeasureText.score(cloze.distant).text))
      }
    }
    if let precision = report.precision { rows.append((.precision, precision)) }
    let speed = grouped(Int(report.charactersPerSecond))
    rows.append((.speed, MeasureText.charactersPerSecond(speed).text))
    if let list = report.listMilliseconds {
      let times = MeasureText.times(median: fixed(list.median, 1), p95: fixed(list.p95, 1))
      rows.append((.listTime, times.text))
    }
    let width = max(20, rows.map(\.0.text.count).max() ?? 0) + 2
    return rows.map { name, value in
      name.text + String(repeating: " ", count: width - name.text.count) + value
    }.joined(separator: "\n") + "\n"
  }

  private func shares(_ values: [Int: Double]) -> String {
    values.sorted { $0.key < $1.key }
      .map { "@\($0.key) \(percent($0.value))" }.joined(separator: "   ")
  }
}
