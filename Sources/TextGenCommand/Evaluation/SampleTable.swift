import TextGenEvaluation
import TextGenGeneration

/// The measures of what a model writes, as people read them.
struct SampleTable {
  /// The characters of a copied stretch that are shown at most; JSON has all of it.
  private static var shownCharacters: Int { 200 }

  private let report: SampleReport
  private let dictionaryAbsence: String?

  /// The table of `result`.
  init(_ result: SampleMeasurement.Result) {
    report = result.report
    dictionaryAbsence = result.dictionaryAbsence
  }

  /// One measure a line, samples and real text in columns; below them what needs words.
  var text: String {
    var table = TextTable(trailing: [1, 2])
    table.add("", "samples", "real text")
    for (name, value) in rows {
      let cells = [report.written, report.real].map(value)
      if cells.contains(where: { $0 != nil }) {
        table.add([name] + cells.map { $0 ?? "none" })
      }
    }
    return heading + "\n" + table.text + notes.map { $0 + "\n" }.joined()
  }

  private var heading: String {
    let settings = SamplingSetting.all.filter { report.sampling[$0] != $0.off }
    let drawing =
      settings.map { "\($0.title) \(report.sampling[$0])" } + ["seed \(report.seed)"]
    return "\(counted(report.count, "sample")) of \(counted(report.length, "character")), "
      + drawing.joined(separator: ", ")
  }

  private var rows: [(String, (WritingMeasures) -> String?)] {
    let distinct = (1...4).map { n in
      (
        "distinct-\(n)",
        { (measures: WritingMeasures) in measures.distinct[n].map { fixed($0, 3) } }
      )
    }
    return [
      ("characters", { grouped($0.characters) }), ("words", { grouped($0.words) }),
      ("words in the training text", { $0.wordsInTraining.map { percent($0) } }),
      ("words in a dictionary", { $0.wordsInDictionary.map { percent($0) } }),
      ("new sequences of 8 words", { $0.newEightGrams.map { percent($0, 2) } }),
      ("longest copy, characters", { $0.longestCopy.map { grouped($0.characters) } }),
    ] + distinct + [
      ("line, characters, mean", { $0.lineCharacters.map { fixed($0.mean, 1) } }),
      ("line, characters, median", { $0.lineCharacters.map { fixed($0.median, 1) } }),
      ("stanza, lines, mean", { $0.stanzaLines.map { fixed($0.mean, 1) } }),
      ("stanza, lines, median", { $0.stanzaLines.map { fixed($0.median, 1) } }),
    ]
  }

  private var notes: [String] {
    var notes: [String] = []
    if let copy = report.written.longestCopy, copy.characters > 0 {
      let isCut = copy.text.unicodeScalars.count > Self.shownCharacters
      let shown = String(copy.text.unicodeScalars.prefix(Self.shownCharacters))
      notes.append("copied: \"" + Conversation.escaped(shown) + (isCut ? "…\"" : "\""))
    }
    if report.written.longestCopy == nil {
      notes.append("for known words, new sequences and copies: --training FILE, the training text")
    }
    if let dictionaryAbsence { notes.append("no words in a dictionary: \(dictionaryAbsence)") }
    if report.real.characters < report.written.characters {
      notes.append("the real text is shorter than the samples, which raises its distinct-n")
    }
    return notes
  }
}
