// Words more at the end of a beginning: their tokens, one after the other.

import TextGenCompute
import TextGenLanguageModeling
import TextGenProsody
import TextGenTokenization
import TextGenVerse

extension LineSearch {
  /// The beginnings with one word more inside the line, or with a sign.
  mutating func extended(
    _ beam: [Hypothesis], _ rows: [[Float]], _ noise: inout GumbelNoise<SeededGenerator>
  ) -> [Hypothesis] {
    var result: [Hypothesis] = []
    var unfinished: [Unfinished] = []
    for (place, row) in zip(beam.indices, rows) {
      let origin = beam[place]
      let isHead = origin.words.isEmpty
      let start = Unfinished(
        origin: place, node: 0, model: origin.model, token: 0, tokenCount: 0, score: origin.score)
      spell(
        start, row, isHead ? .head : .inner, beam, &noise, &unfinished, into: &result)
      if !isHead, origin.sign == nil { result += signed(origin, row, &noise) }
    }
    finish(unfinished, beam, at: { $0.words.isEmpty ? .head : .inner }, &noise, into: &result)
    return result
  }

  /// The beginnings with a last word; their ranks are their scores.
  mutating func ended(
    _ beam: [Hypothesis], _ rows: [[Float]], _ noise: inout GumbelNoise<SeededGenerator>
  ) -> [Hypothesis] {
    var result: [Hypothesis] = []
    var unfinished: [Unfinished] = []
    for (place, row) in zip(beam.indices, rows) where !beam[place].words.isEmpty {
      let start = Unfinished(
        origin: place, node: 0, model: beam[place].model, token: 0, tokenCount: 0,
        score: beam[place].score)
      spell(start, row, .end, beam, &noise, &unfinished, into: &result)
    }
    finish(unfinished, beam, at: { _ in .end }, &noise, into: &result)
    return result
  }

  /// Spells unfinished words to their ends.
  private mutating func finish(
    _ words: [Unfinished], _ beam: [Hypothesis], at place: (Hypothesis) -> Place,
    _ noise: inout GumbelNoise<SeededGenerator>, into result: inout [Hypothesis]
  ) {
    var words = words
    for _ in 0..<SearchWidth.longestSpelling where !words.isEmpty {
      let order = words.indices.sorted { first, second in
        let (a, b) = (words[first].score, words[second].score)
        return a != b ? a > b : first < second
      }
      words = order.prefix(width.mostUnfinished).map { words[$0] }
      var states = words.map(\.model)
      model.advance(&states, with: words.map(\.token))
      steps += words.count
      let rows = model.logProbabilities(after: states)
      var longer: [Unfinished] = []
      for (index, state) in states.enumerated() {
        var word = words[index]
        word.model = state
        spell(word, rows[index], place(beam[word.origin]), beam, &noise, &longer, into: &result)
      }
      words = longer
    }
  }

  /// Adds a token to a word: words that end with it go to `result`, those that may go on to `unfinished`.
  private mutating func spell(
    _ word: Unfinished, _ row: [Float], _ place: Place, _ beam: [Hypothesis],
    _ noise: inout GumbelNoise<SeededGenerator>, _ unfinished: inout [Unfinished],
    into result: inout [Hypothesis]
  ) {
    let origin = beam[word.origin]
    let trie = trie(place)
    let tokens = Self.likeliest(
      openTokens(after: word.node, place, origin), row, width.tokens)
    let scored = tokens.map {
      (token: $0, score: word.score + Double(row[Int($0.token)]) + noise.next())
    }
    let order = scored.indices.sorted { first, second in
      let (a, b) = (scored[first].score, scored[second].score)
      return a != b ? a > b : first < second
    }
    var (wordCount, unfinishedCount) = (0, 0)
    for index in order {
      let (next, score) = scored[index]
      if next.goesOn, unfinishedCount < width.unfinished {
        unfinishedCount += 1
        unfinished.append(
          Unfinished(
            origin: word.origin, node: next.node, model: word.model, token: next.token,
            tokenCount: word.tokenCount + 1, score: score))
      }
      for id in trie.nodes[next.node].words where wordCount < width.words {
        guard
          let longer = adding(
            id, to: origin, at: place, model: word.model, pending: next.token,
            tokenCount: word.tokenCount + 1, score: score + (bonus[id] ?? 0))
        else { continue }
        wordCount += 1
        result.append(longer)
      }
    }
  }

  /// `origin` with a word more; nil where the rule has none of it.
  private func adding(
    _ id: WordID, to origin: Hypothesis, at place: Place, model: Model.State, pending: TokenID,
    tokenCount: Int, score: Double
  ) -> Hypothesis? {
    let word = spelled.lexicon[id]
    if word.isContent ? origin.words.contains(id) : origin.words.last == id { return nil }
    if place == .end {
      guard rule.ends(with: id, origin.pause, in: origin.rule) else { return nil }
      var end = origin.adding(
        id, spelled: word.text, origin.rule, model: model, pending: pending,
        tokenCount: tokenCount, score: score)
      end.rank = end.score
      return end
    }
    guard let state = rule.state(after: id, origin.pause, in: origin.rule) else { return nil }
    var next = origin.adding(
      id, spelled: word.text, state, model: model, pending: pending, tokenCount: tokenCount,
      score: score)
    next.rank = next.score + Double(rule.outlook(of: state))
    return next
  }

  /// `origin` with each sign that may stand inside a line.
  private func signed(
    _ origin: Hypothesis, _ row: [Float], _ noise: inout GumbelNoise<SeededGenerator>
  ) -> [Hypothesis] {
    var result: [Hypothesis] = []
    for sign in Sign.allCases where sign.pause != nil {
      guard let token = spelled.signs[sign] else { continue }
      var next = origin
      next.score += Double(row[Int(token)]) + noise.next()
      next.rank = next.score + Double(rule.outlook(of: origin.rule))
      next.text += sign.rawValue
      (next.sign, next.pending) = (sign, token)
      next.tokenCount += 1
      result.append(next)
    }
    return result
  }
}
