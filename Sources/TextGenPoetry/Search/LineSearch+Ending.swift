// The signs behind a line, and which of the finished lines stay.

import TextGenCompute
import TextGenLanguageModeling
import TextGenProsody
import TextGenTokenization
import TextGenVerse

extension LineSearch {
  /// The lines that end after the last words of `ends`, with the sign that is likeliest there.
  mutating func finished(
    _ ends: [Hypothesis], _ noise: inout GumbelNoise<SeededGenerator>,
    _ penalty: (String) -> Double?
  ) -> [Line] {
    var beam = Self.best(Self.varied(ends), width.ends)
    guard !beam.isEmpty else { return [] }
    let rows = read(&beam)
    var lines: [Line] = []
    var signed: [(hypothesis: Hypothesis, token: TokenID)] = []
    let marks = marks
    for (hypothesis, row) in zip(beam, rows) {
      let gains = marks.map { Double(row[Int($0.token)]) }
      let end = mustEnd ? 0 : hypothesis.sentence.costOfEnd
      let drawn = noise.continued(
        hypothesis.score.drawn,
        gains: zip(gains, marks).map { $0 - ($1.sign?.endsSentence == true ? end : 0) })
      guard let best = drawn.indices.max(by: { (drawn[$0], $1) < (drawn[$1], $0) }) else {
        continue
      }
      var next = hypothesis
      next.score.logProbability += gains[best]
      next.score.drawn = drawn[best]
      next.text += marks[best].sign?.rawValue ?? ""
      next.sentence.add(marks[best].sign)
      next.tokenCount += 1
      if marks[best].sign == nil {
        lines.append(line(next))
      } else {
        signed.append((hypothesis: next, token: marks[best].token))
      }
    }
    var states = signed.map(\.hypothesis.model)
    model.advance(&states, with: signed.map(\.token))
    steps += signed.count
    for (index, row) in model.logProbabilities(after: states).enumerated() {
      var next = signed[index].hypothesis
      let lineBreak = Double(row[Int(spelled.lineBreak)])
      next.model = states[index]
      next.score.logProbability += lineBreak
      next.score.drawn += lineBreak
      next.tokenCount += 1
      lines.append(line(next))
    }
    return Self.chosen(lines, width.lines, penalty)
  }

  /// What may stand behind the last word.
  private var marks: [(sign: Sign?, token: TokenID)] {
    var marks: [(sign: Sign?, token: TokenID)] = []
    if ending == .any || ending == .noPause { marks.append((nil, spelled.lineBreak)) }
    for sign in Sign.allCases where sign.fits(ending) {
      if let token = spelled.signs[sign] { marks.append((sign, token)) }
    }
    return marks
  }

  private func line(_ hypothesis: Hypothesis) -> Line {
    Line(
      text: hypothesis.text, words: hypothesis.words, model: hypothesis.model,
      tokenCount: hypothesis.tokenCount, score: hypothesis.score.drawn,
      sentence: hypothesis.sentence)
  }

  /// At most three lines with each last word, and one with each last word and first two.
  private static func varied(_ ends: [Hypothesis]) -> [Hypothesis] {
    var counts: [WordID: Int] = [:]
    var heads: Set<[WordID]> = []
    return best(ends, ends.count).filter { end in
      guard let last = end.words.last else { return false }
      guard heads.insert([last] + end.words.prefix(2)).inserted, counts[last] ?? 0 < 3 else {
        return false
      }
      counts[last, default: 0] += 1
      return true
    }
  }

  private static func chosen(
    _ lines: [Line], _ count: Int, _ penalty: (String) -> Double?
  ) -> [Line] {
    let weighed = lines.compactMap { line in
      penalty(line.text).map { (line: line, score: line.score - $0) }
    }
    return descending(weighed.map(\.score)).prefix(count).map { weighed[$0].line }
  }
}
