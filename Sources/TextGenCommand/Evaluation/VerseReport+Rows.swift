import TextGenEvaluation
import TextGenProsody

extension VerseReport {
  private typealias Count = (FormMeasures) -> Int

  /// One measure a row: poems of the model, poems of people.
  var rows: [[String]] {
    let counts: [(name: VerseMeasureText, part: Count, all: Count)] = [
      (.poemsInForm, { $0.poemsInForm }, { $0.poems }),
      (.linesInMetre, { $0.linesInMetre }, { $0.lines }),
      (.unforcedLines, { $0.unforcedLines }, { $0.lines }),
      (.danglingLines, { $0.danglingLines }, { $0.lines }),
      (.rightPairs, { $0.rightPairs }, { $0.rhymePairs }),
      (.poorPairs, { $0.poorPairs }, { $0.rhymePairs }),
      (.repeatedPairs, { $0.repeatedPairs }, { $0.rhymePairs }),
    ]
    var rows = counts.map { count in
      [count.name.text]
        + [written, real].map { Self.part(count.part($0), of: count.all($0)) }
    }
    if let copiedLines {
      rows.append([
        VerseMeasureText.copiedLines.text, Self.part(copiedLines.written, of: written.lines),
        Self.part(copiedLines.real, of: real.lines),
      ])
    }
    rows.append(
      [MeasureText.bitsPerCharacter.text]
        + [bits.written, bits.real].map { $0.map { fixed($0, 3) } ?? MeasureText.none.text })
    if let free = bits.free { rows.append([VerseMeasureText.freeBits.text, fixed(free, 3), ""]) }
    rows.append([VerseMeasureText.steps.text, grouped(Int(steps.rounded())), ""])
    return rows
  }

  private static func part(_ part: Int, of all: Int) -> String {
    VerseMeasureText.part(part, of: all).text
  }
}
