import TextGenCompute
import TextGenLanguageModeling
import TextGenProsody
import TextGenTokenization
import TextGenVerse

/// Searches for the best lines that keep a rule: a beam of beginnings that goes in step with the syllables.
///
/// Beginnings are compared only where they have come equally far, so that none is preferred for being
/// short. They are extended by whole words: the model's likeliest ones that the rule admits, and, where a
/// last word fits, the words of its class whether or not the model thinks of them. A word of several tokens
/// is spelled along a trie of all words, so that no step is spent on what becomes none. Only beginnings that
/// are kept are read by the model, all at once.
struct LineSearch<Model: AutoregressiveModel, Rule: WordConstraint>: Sendable {
  typealias Hypothesis = LineHypothesis<Model.State, Rule.State>
  typealias Unfinished = UnfinishedWord<Model.State>
  typealias Line = FoundLine<Model.State>

  let model: Model
  let spelled: SpelledLexicon
  let rule: Rule
  /// The words with which a line may end.
  let endings: TokenTrie
  let ending: OutlineLine.Ending
  let width: SearchWidth
  /// What words are worth besides their probability, in nats.
  var bonus: [WordID: Double] = [:]

  /// The tokens that the model has read.
  private(set) var steps = 0
  private var open: [OpenKey: [OpenToken]] = [:]

  init(
    model: Model, spelled: SpelledLexicon, rule: Rule, endings: TokenTrie,
    ending: OutlineLine.Ending, width: SearchWidth, bonus: [WordID: Double] = [:]
  ) {
    (self.model, self.spelled, self.rule, self.endings) = (model, spelled, rule, endings)
    (self.ending, self.width, self.bonus) = (ending, width, bonus)
  }

  /// The best lines, best first, after a text that `state` has read up to its last line break.
  ///
  /// - Parameter penalty: what is wrong with a line, in nats; nil refuses it.
  mutating func lines(
    after state: Model.State, noise: inout GumbelNoise<SeededGenerator>,
    penalty: (String) -> Double?
  ) -> [Line] {
    var buckets = [[Hypothesis]](repeating: [], count: rule.length + 1)
    buckets[0] = [Hypothesis(model: state, rule: rule.makeState())]
    var ends: [Hypothesis] = []
    for progress in buckets.indices {
      var rounds = 0
      while !buckets[progress].isEmpty, rounds < SearchWidth.rounds {
        var beam = Self.best(buckets[progress], width.beam)
        buckets[progress] = []
        let rows = read(&beam)
        for next in extended(beam, rows, &noise) {
          buckets[max(progress, rule.progress(of: next.rule))].append(next)
        }
        ends += ended(beam, rows, &noise)
        rounds += 1
      }
    }
    return finished(ends, &noise, penalty)
  }

  /// The best of `hypotheses`, best first, each sequence of words once.
  private static func best(_ hypotheses: [Hypothesis], _ count: Int) -> [Hypothesis] {
    let order = hypotheses.indices.sorted { first, second in
      let (a, b) = (hypotheses[first].rank, hypotheses[second].rank)
      return a != b ? a > b : first < second
    }
    return order.prefix(count).map { hypotheses[$0] }
  }

  /// Lets the model read the last token of each text, and returns what it expects next.
  private mutating func read(_ beam: inout [Hypothesis]) -> [[Float]] {
    let unread = beam.indices.filter { beam[$0].pending != nil }
    var states = unread.map { beam[$0].model }
    model.advance(&states, with: unread.compactMap { beam[$0].pending })
    steps += unread.count
    for (place, state) in zip(unread, states) {
      beam[place].model = state
      beam[place].pending = nil
    }
    return model.logProbabilities(after: beam.map(\.model))
  }
}

extension LineSearch {
  /// The beginnings with one word more inside the line, or with a sign.
  private mutating func extended(
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
  private mutating func ended(
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

extension LineSearch {
  /// Where a word stands in its line.
  fileprivate enum Place: Hashable {
    case head, inner, end
  }

  /// What decides which tokens may follow.
  fileprivate struct OpenKey: Hashable {
    let node: Int
    let place: Place
    let rule: Rule.State
    let pause: Pause
  }

  /// A token that leads to a word that the rule admits.
  fileprivate struct OpenToken {
    let token: TokenID
    let node: Int
    /// Whether a longer word is admitted.
    let goesOn: Bool
  }

  private func trie(_ place: Place) -> TokenTrie {
    switch place {
    case .head: spelled.head
    case .inner: spelled.inner
    case .end: endings
    }
  }

  /// The tokens after `node` that lead to a word whose shape the rule admits.
  private mutating func openTokens(
    after node: Int, _ place: Place, _ origin: Hypothesis
  ) -> [OpenToken] {
    let key = OpenKey(node: node, place: place, rule: origin.rule, pause: origin.pause)
    if let known = open[key] { return known }
    let (rule, trie) = (rule, trie(place))
    var admitted = [Bool?](repeating: nil, count: spelled.lexicon.shapes.shapes.count)
    func admits(_ shape: Int) -> Bool {
      if let known = admitted[shape] { return known }
      let isAdmitted =
        place == .end
        ? rule.ends(shape: shape, origin.pause, in: origin.rule)
        : rule.admits(shape: shape, origin.pause, in: origin.rule)
      admitted[shape] = isAdmitted
      return isAdmitted
    }
    func hasWord(_ node: Int) -> Bool {
      // At the head the first letter counts, which shapes don't tell.
      if place == .head {
        return trie.nodes[node].words.contains {
          rule.state(after: $0, .space, in: origin.rule) != nil
        }
          || trie.nodes[node].children.contains(where: hasWord)
      }
      let shapes = place == .end ? trie.nodes[node].lastShapes : trie.nodes[node].innerShapes
      return shapes.contains(where: admits)
    }
    var result: [OpenToken] = []
    for (token, child) in zip(trie.nodes[node].tokens, trie.nodes[node].children)
    where hasWord(child) {
      result.append(
        OpenToken(
          token: token, node: child,
          goesOn: trie.nodes[child].children.contains(where: hasWord)))
    }
    open[key] = result
    return result
  }

  /// The `count` likeliest of `tokens`, likeliest first; of equally likely ones the first ones.
  private static func likeliest(
    _ tokens: [OpenToken], _ row: [Float], _ count: Int
  ) -> [OpenToken] {
    var best: [OpenToken] = []
    for token in tokens {
      let value = row[Int(token.token)]
      if best.count == count {
        guard let last = best.last, value > row[Int(last.token)] else { continue }
        best.removeLast()
      }
      var place = best.count
      while place > 0, row[Int(best[place - 1].token)] < value { place -= 1 }
      best.insert(token, at: place)
    }
    return best
  }
}

extension LineSearch {
  /// The lines that end after the last words of `ends`, with the sign that is likeliest there.
  private mutating func finished(
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
