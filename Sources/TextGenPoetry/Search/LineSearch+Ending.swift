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
    for (hypothesis, row) in zip(beam, rows) {
      var best: (sign: Sign?, token: TokenID, value: Double, score: Double)?
      func weigh(_ sign: Sign?, _ token: TokenID) {
        let score = Double(row[Int(token)])
        let value = score + noise.next()
        if value > best?.value ?? -.infinity { best = (sign, token, value, score) }
      }
      if ending == .any || ending == .noPause { weigh(nil, spelled.lineBreak) }
      for sign in Sign.allCases where sign.fits(ending) {
        if let token = spelled.signs[sign] { weigh(sign, token) }
      }
      guard let end = best else { continue }
      var next = hypothesis
      next.score += end.score
      next.text += end.sign?.rawValue ?? ""
      next.tokenCount += 1
      if end.sign == nil {
        lines.append(line(next))
      } else {
        signed.append((hypothesis: next, token: end.token))
      }
    }
    var states = signed.map(\.hypothesis.model)
    model.advance(&states, with: signed.map(\.token))
    steps += signed.count
    for (index, row) in model.logProbabilities(after: states).enumerated() {
      var next = signed[index].hypothesis
      next.model = states[index]
      next.score += Double(row[Int(spelled.lineBreak)])
      next.tokenCount += 1
      lines.append(line(next))
    }
    return Self.chosen(lines, width.lines, penalty)
  }

  private func line(_ hypothesis: Hypothesis) -> Line {
    Line(
      text: hypothesis.text, words: hypothesis.words, model: hypothesis.model,
      tokenCount: hypothesis.tokenCount, score: hypothesis.score)
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
    let order = weighed.indices.sorted { first, second in
      let (a, b) = (weighed[first].score, weighed[second].score)
      return a != b ? a > b : first < second
    }
    return order.prefix(count).map { weighed[$0].line }
  }
}
