// Words more at the end of a beginning: their tokens, one after the other.

import TextGenCompute
import TextGenLanguageModeling
import TextGenProsody
import TextGenTokenization
import TextGenVerse

extension LineSearch {
  /// The beginnings with one word more inside the line, or with a sign; where `isEnd` with a last word, and
  /// their ranks are their noisy scores.
  mutating func lengthened(
    _ beam: [Hypothesis], _ rows: [[Float]], isEnd: Bool,
    _ noise: inout GumbelNoise<SeededGenerator>
  ) -> [Hypothesis] {
    var result: [Hypothesis] = []
    var words: [Unfinished] = []
    func place(_ origin: Hypothesis) -> WordChoices.Place {
      isEnd ? .end : origin.words.isEmpty ? .head : .inner
    }
    for (index, row) in zip(beam.indices, rows) where !isEnd || !beam[index].words.isEmpty {
      spell(
        Unfinished(beam[index], at: index), row, place(beam[index]), beam, &noise, &words,
        into: &result)
    }
    // Unfinished words are spelled to their ends.
    for _ in 0..<SearchWidth.longestSpelling where !words.isEmpty {
      words = descending(words.map(\.rank)).prefix(width.mostUnfinished).map { words[$0] }
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
    return result
  }

  /// Adds a token to a word: words that end with it go to `result`, those that may go on to `unfinished`;
  /// behind a whole word a sign may follow as well.
  private mutating func spell(
    _ word: Unfinished, _ row: [Float], _ place: WordChoices.Place, _ beam: [Hypothesis],
    _ noise: inout GumbelNoise<SeededGenerator>, _ unfinished: inout [Unfinished],
    into result: inout [Hypothesis]
  ) {
    let origin = beam[word.origin]
    let trie = choices.trie(place)
    var tokens = choices.likeliest(
      after: word.node, place, origin.rule, origin.pause, row: row, count: width.tokens)
    if place != .end, let first = tokens.first {
      let least = row[Int(first.token)] - width.slack
      tokens.removeAll { row[Int($0.token)] < least && !$0.isWanted }
    }
    let signs = place == .inner && word.node == 0 && origin.sign == nil ? innerSigns : []
    let gains =
      tokens.map { Double(row[Int($0.token)]) } + signs.map { Double(row[Int($0.token)]) }
    let drawn = noise.continued(word.score.drawn, gains: gains)
    func score(_ index: Int) -> LineScore {
      LineScore(
        logProbability: word.score.logProbability + gains[index], drawn: drawn[index])
    }
    for (index, sign) in zip(tokens.count..., signs) {
      result.append(signed(origin, sign, score(index)))
    }
    var unfinishedCount = 0
    for index in descending(Array(drawn.prefix(tokens.count))) {
      let next = tokens[index]
      guard next.goesOn, unfinishedCount < width.unfinished || next.isWanted else { continue }
      unfinishedCount += 1
      unfinished.append(
        Unfinished(
          origin: word.origin, node: next.node, model: word.model, token: next.token,
          tokenCount: word.tokenCount + 1, score: score(index), isWanted: next.isWanted))
    }
    // The words that are worth most, which needn't be the likeliest ones.
    let words = tokens.indices.flatMap { index in
      trie.nodes[tokens[index].node].words.map { (id: $0, token: index) }
    }
    let values = words.map { id, index in
      drawn[index] + value(id, of: origin, at: place, score(index))
    }
    var wordCount = 0
    for number in descending(values) where wordCount < width.words {
      let (id, index) = words[number]
      var valued = score(index)
      valued.drawn = values[number]
      guard
        let longer = adding(
          id, to: origin, at: place, model: word.model, pending: tokens[index].token,
          tokenCount: word.tokenCount + 1, score: valued)
      else { continue }
      wordCount += 1
      result.append(longer)
    }
  }

  /// What `id` is worth behind `origin` besides its probability.
  private func value(
    _ id: WordID, of origin: Hypothesis, at place: WordChoices.Place, _ score: LineScore
  ) -> Double {
    let word = spelled.lexicon[id]
    let surprise = origin.score.logProbability - score.logProbability
    var sentence = origin.sentence
    var cost = sentence.add(word)
    // A sentence that has to end with the line needs its verbs in time.
    if mustEnd { cost += sentence.costOfEnd - origin.sentence.costOfEnd }
    return -cost
      + (place == .end
        ? worth.ofLastWord(id, word, surprise: surprise)
        : worth.ofWord(
          id, word, surprise: surprise, weakWords: origin.weakWords, isHead: place == .head))
  }

  /// Whether the line ends a sentence.
  var mustEnd: Bool { ending == .stop || ending == .pause }

  /// `origin` with a word more; nil where the rule has none of it.
  private func adding(
    _ id: WordID, to origin: Hypothesis, at place: WordChoices.Place, model: Model.State,
    pending: TokenID, tokenCount: Int, score: LineScore
  ) -> Hypothesis? {
    let word = spelled.lexicon[id]
    guard !repeats(id, word, in: origin) else { return nil }
    var state = origin.rule
    if place == .end {
      guard rule.ends(with: id, origin.pause, in: state) else { return nil }
    } else {
      guard let after = rule.state(after: id, origin.pause, in: state) else { return nil }
      state = after
    }
    var next = origin.adding(
      id, spelled.lexicon.text(of: id), word, state, model: model, pending: pending,
      tokenCount: tokenCount, score: score)
    next.rank = score.drawn
    if place != .end { next.rank += Double(rule.outlook(of: state)) }
    return next
  }

  /// Whether the line has a word of meaning, or of its family, a second time, or another one twice in a row.
  private func repeats(_ id: WordID, _ word: VerseLexicon.Traits, in origin: Hypothesis) -> Bool {
    guard word.isContent else { return origin.words.last == id }
    return origin.words.contains { spelled.lexicon[$0].family == word.family }
  }

  /// `origin` with a sign.
  private func signed(
    _ origin: Hypothesis, _ sign: (sign: Sign, token: TokenID), _ score: LineScore
  ) -> Hypothesis {
    var next = origin
    next.score = score
    next.rank = score.drawn + Double(rule.outlook(of: origin.rule))
    next.text += sign.sign.rawValue
    next.sentence.add(sign.sign)
    (next.sign, next.pending, next.weakWords) = (sign.sign, sign.token, 0)
    next.tokenCount += 1
    return next
  }

  /// The signs that may stand inside a line.
  private var innerSigns: [(sign: Sign, token: TokenID)] {
    Sign.allCases.compactMap { sign in
      sign.pause == nil ? nil : spelled.signs[sign].map { (sign: sign, token: $0) }
    }
  }
}
