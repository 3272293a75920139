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
      (.inflectedRhymes, { $0.inflectedRhymes }, { $0.rhymingLines }),
      (.repeatedPairs, { $0.repeatedPairs }, { $0.lines }),
    ]
    var rows = counts.map { count in
      [count.name.text]
        + [written, real].map { Self.part(count.part($0), of: count.all($0)) }
    }
    for (name, copies) in [
      (VerseMeasureText.copiedLines, copiedLines), (.copiedRuns, copiedRuns),
    ] {
      guard let copies else { continue }
      rows.append([
        name.text, Self.part(copies.written, of: written.lines),
        Self.part(copies.real, of: real.lines),
      ])
    }
    if let variety { rows += Self.rows(variety) }
    rows.append(
      [MeasureText.bitsPerCharacter.text]
        + [bits.written, bits.real].map { $0.map { fixed($0, 3) } ?? MeasureText.none.text })
    if let free = bits.free { rows.append([VerseMeasureText.freeBits.text, fixed(free, 3), ""]) }
    rows.append([VerseMeasureText.steps.text, grouped(Int(steps.rounded())), ""])
    return rows
  }

  private static func rows(_ variety: Varieties) -> [[String]] {
    let measures: [(VerseMeasureText, (PoemVariety) -> Double?, Int)] = [
      (.distinct(1, words: variety.written.words), { $0.distinct1 }, 3),
      (.distinct(2, words: variety.written.words), { $0.distinct2 }, 3),
      (.selfBLEU, { $0.selfBLEU }, 3), (.rhymeEntropy, { $0.rhymeEntropy }, 2),
    ]
    return measures.map { name, value, digits in
      [name.text]
        + [variety.written, variety.real].map { poems in
          value(poems).map { fixed($0, digits) } ?? MeasureText.none.text
        }
    } + [
      [VerseMeasureText.commonestPair.text]
        + [variety.written, variety.real].map { part($0.commonestPair, of: $0.poems) }
    ]
  }

  private static func part(_ part: Int, of all: Int) -> String {
    VerseMeasureText.part(part, of: all).text
  }
}
