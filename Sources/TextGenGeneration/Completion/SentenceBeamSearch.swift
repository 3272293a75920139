import TextGenLanguageModeling
import TextGenTokenization
import TextGenWords

/// Finishes a sentence: a beam search over tokens up to `.`, `!`, `?`, `…` or the end of the line.
///
/// Hypotheses are compared by their log-probability over their length in tokens to the power 0.7
/// (Wu et al. 2016). One that repeats twelve characters, or three tokens of another unit, is
/// dropped: with such blocking of repeated n-grams (Paulus, Xiong and Socher 2018) the search cannot
/// go in circles. A sentence that does not end within the limit is cut after a word.
struct SentenceBeamSearch<Model: AutoregressiveModel>: Sendable {
  let model: Model
  let tokenizer: any Tokenizer
  /// The number of hypotheses, at least 1.
  var width = 8
  /// The most characters of the ending, at least 0.
  var characterLimit = 120

  /// The most probable ending of the text that `state` has read and whose last word is complete.
  func ending(after state: Model.State, last: TokenID) -> String {
    var beam = [Hypothesis(state: state, last: last)]
    var best: Hypothesis?
    var leader: Hypothesis?
    while !beam.isEmpty, !Task.isCancelled {
      var finished: [Hypothesis] = []
      (beam, finished) = step(beam)
      for hypothesis in finished where hypothesis.rank > best?.rank ?? -.infinity {
        best = hypothesis
      }
      // Ranks rise with length at most by the normalisation; the leader decides when to stop.
      if let best, let first = beam.first, first.rank < best.rank { break }
      beam.removeAll { $0.bytes.count >= 4 * characterLimit || $0.text.count > characterLimit }
      leader = beam.first ?? leader
    }
    return best?.text ?? leader?.wholeWords ?? ""
  }
}

extension SentenceBeamSearch {
  /// A beginning of the ending.
  struct Hypothesis: Sendable {
    var state: Model.State
    var last: TokenID
    var tokens: [TokenID] = []
    var bytes: [UInt8] = []
    var logProbability = 0.0

    init(state: Model.State, last: TokenID) {
      self.state = state
      self.last = last
    }

    /// The log-probability, normalised for length.
    var rank: Double { logProbability / power(Double(max(1, tokens.count)), 0.7) }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The text without its last word, which may be unfinished, and the white space before that.
    var wholeWords: String {
      let rest = text.reversed().drop { !$0.isWhitespace }.drop(while: \.isWhitespace)
      return String(rest.reversed())
    }

    /// Whether the last `count` tokens occurred before.
    func repeats(_ count: Int) -> Bool {
      guard tokens.count > count else { return false }
      let end = tokens.suffix(count)
      return (0..<(tokens.count - count)).contains { tokens[$0..<($0 + count)] == end }
    }
  }

  /// One token more for each hypothesis: the best that go on, and those that end the sentence.
  private func step(_ beam: [Hypothesis]) -> (beam: [Hypothesis], finished: [Hypothesis]) {
    let rows = model.logProbabilities(after: beam.map(\.state))
    var going: [Hypothesis] = []
    var finished: [Hypothesis] = []
    for (hypothesis, row) in zip(beam, rows) {
      for (token, logProbability) in best(of: row) {
        let next = extended(hypothesis, by: token, logProbability)
        switch verdict(on: next, after: hypothesis) {
        case .dead: continue
        case .closed: finished.append(next)
        case .open: going.append(next)
        }
      }
    }
    going = Array(going.sorted { $0.logProbability > $1.logProbability }.prefix(width))
    var states = going.map(\.state)
    if !going.isEmpty { model.advance(&states, with: going.map(\.last)) }
    for n in going.indices { going[n].state = states[n] }
    return (going, finished.map(trimmed))
  }

  /// The best tokens of a row; a few more than the beam is wide, as some end or are refused.
  private func best(of row: [Float]) -> [(TokenID, Float)] {
    var queue = PriorityQueue(RankedToken.all(of: row))
    var result: [(TokenID, Float)] = []
    while result.count < width + 8, let next = queue.popGreatest(), next.logit > -.infinity {
      if TokenID(next.index) == tokenizer.unknown { continue }
      result.append((TokenID(next.index), next.logit))
    }
    return result
  }

  private func extended(
    _ hypothesis: Hypothesis, by token: TokenID, _ logProbability: Float
  ) -> Hypothesis {
    var next = hypothesis
    next.bytes += tokenizer.surface(of: token, after: hypothesis.last)
    next.tokens.append(token)
    next.last = token
    next.logProbability += Double(logProbability)
    return next
  }

  private func verdict(on next: Hypothesis, after before: Hypothesis) -> WordLexer.Verdict {
    if before.bytes.isEmpty, continuesWord(next.bytes) { return .dead }
    if next.repeats(tokenizer.unit.repetitionLength) { return .dead }
    let added = String(decoding: next.bytes[before.bytes.count...], as: UTF8.self)
    let ends = added.contains { $0.isNewline || ".!?…".contains($0) }
    return ends ? .closed : .open
  }

  /// Whether `bytes`, written after a word, could belong to it.
  private func continuesWord(_ bytes: [UInt8]) -> Bool {
    guard let first = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else {
      return false
    }
    return first.isWordCharacter || first.isWordJoiner || first == "\u{FFFD}"
  }

  /// The hypothesis with its bytes up to the end of the line or of the sentence.
  private func trimmed(_ hypothesis: Hypothesis) -> Hypothesis {
    var result = hypothesis
    var text = hypothesis.text.prefix { !$0.isNewline }
    if let end = text.firstIndex(where: { ".!?…".contains($0) }) { text = text[...end] }
    result.bytes = Array(text.utf8)
    return result
  }
}
