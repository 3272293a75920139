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
    table.add("", MeasureText.samples.text, MeasureText.realText.text)
    for (name, value) in rows {
      let cells = [report.written, report.real].map(value)
      if cells.contains(where: { $0 != nil }) {
        table.add([name.text] + cells.map { $0 ?? MeasureText.none.text })
      }
    }
    if let verse = report.verse { for row in verse.rows { table.add(row) } }
    return heading + "\n" + table.text + notes.map { $0 + "\n" }.joined()
  }

  private var heading: String {
    let settings = SamplingSetting.all.filter { report.sampling[$0] != $0.off }
    let drawing =
      settings.map { MeasureText.setting($0, report.sampling[$0]).text }
      + [MeasureText.seed(report.seed).text]
    let texts =
      report.verse.map {
        VerseMeasureText.drawn(report.count, form: $0.form, failed: $0.failed).text
      } ?? MeasureText.drawn(report.count, length: report.length).text
    return texts + drawing.joined(separator: ", ")
  }

  private typealias Row = (MeasureText, (WritingMeasures) -> String?)

  private var rows: [Row] {
    let words: [Row] = [
      (.characters, { grouped($0.characters) }), (.words, { grouped($0.words) }),
      (.wordsInTraining, { $0.wordsInTraining.map { percent($0) } }),
      (.wordsInDictionary, { $0.wordsInDictionary.map { percent($0) } }),
      (.newSequences, { $0.newEightGrams.map { percent($0, 2) } }),
      (.longestCopy, { $0.longestCopy.map { grouped($0.characters) } }),
    ]
    let distinct = (1...4).map { n -> Row in
      (.distinct(n), { $0.distinct[n].map { fixed($0, 3) } })
    }
    let lengths: [Row] = [
      (.lineMean, { $0.lineCharacters.map { fixed($0.mean, 1) } }),
      (.lineMedian, { $0.lineCharacters.map { fixed($0.median, 1) } }),
      (.stanzaMean, { $0.stanzaLines.map { fixed($0.mean, 1) } }),
      (.stanzaMedian, { $0.stanzaLines.map { fixed($0.median, 1) } }),
    ]
    return words + distinct + lengths
  }

  private var notes: [String] {
    var notes: [String] = []
    if let copy = report.written.longestCopy, copy.characters > 0 {
      let isCut = copy.text.unicodeScalars.count > Self.shownCharacters
      let shown = String(copy.text.unicodeScalars.prefix(Self.shownCharacters))
      notes.append(MeasureText.copied(Conversation.escaped(shown) + (isCut ? "…" : "")).text)
    }
    if report.written.longestCopy == nil {
      notes.append(MeasureText.trainingText.text)
    }
    if let dictionaryAbsence { notes.append(MeasureText.noDictionary(dictionaryAbsence).text) }
    if report.real.characters < report.written.characters {
      notes.append(MeasureText.shorterText.text)
    }
    return notes
  }
}
