import Synchronization
import Testing
import TextGenTestSupport
import TextGenTokenization

@testable import TextGenGeneration

/// Texts of `length` letters without `a`, of which the rule takes notice two letters too late.
private struct LateRule: TextConstraint {
  var length = 6
  /// Whether no text is ever complete.
  var isHopeless = false

  func makeState() -> String { "" }

  func state(after text: String, in state: String) -> String? {
    let longer = state + text
    guard longer.count <= length else { return nil }
    return longer.dropLast(2).contains("a") || longer.contains("\n") ? nil : longer
  }

  func isComplete(_ state: String) -> Bool {
    !isHopeless && state.count == length && !state.contains("a")
  }

  func continuations(of state: String) -> TextContinuations {
    isComplete(state) ? .only([]) : .open(trying: ["b"])
  }
}

@Suite struct TextConstraintTests {
  private let letters = TableTokenizer.characters("abc")

  /// A model of letters that likes `a` best.
  private let biased = StubModel(vocabularySize: 5, order: 1) { _ in [-9, -9, 3, 0, 0] }

  private func text(
    _ rule: some TextConstraint, conditions: StopConditions = StopConditions(tokens: 1000),
    seed: UInt64 = 1
  ) throws -> GeneratedText {
    try TextGenerator(model: biased, tokenizer: letters, conditions: conditions).text(
      keeping: rule, seed: seed)
  }

  @Test(arguments: 1...10) func `a text goes back from dead ends`(seed: UInt64) throws {
    let result = try text(LateRule(), seed: seed)
    #expect(result.text.count == 6 && result.text.allSatisfy { "bc".contains($0) })
    #expect(result.tokens == letters.encode(result.text))
    #expect(result.stopped == .complete && result.failure == nil)
    #expect(try text(LateRule(), seed: seed) == result)
  }

  @Test func `a hopeless text fails after bounded work and says where`() throws {
    let result = try text(LateRule(isHopeless: true))
    #expect(result.stopped == .failed && result.text.isEmpty && result.tokens.isEmpty)
    let failure = try #require(result.failure)
    #expect((1...256).contains(failure.deadEnds))
    // The last letter is held back, as an accent might follow.
    #expect(failure.beginning.count == 5 && failure.wanted == ["b"])
  }

  @Test(arguments: [
    StopConditions(characters: 4), StopConditions(characters: 0), StopConditions(tokens: 5),
  ])
  func `a limit does not cut a text short of its rule`(conditions: StopConditions) throws {
    #expect(try text(LateRule(), conditions: conditions).stopped == .failed)
    #expect(try text(LateRule(length: 3), conditions: StopConditions(tokens: 3)).text.count == 3)
  }

  @Test func `texts side by side keep the rule each by itself`() throws {
    let generator = try TextGenerator(
      model: biased, tokenizer: letters, conditions: StopConditions(tokens: 1000))
    func texts(_ count: Int) -> [Int: GeneratedText] {
      var results: [Int: GeneratedText] = [:]
      for chunk in generator.texts(keeping: LateRule(), count: count, seed: 3) {
        #expect(chunk.text == chunk.result?.text)
        results[chunk.index] = chunk.result
      }
      return results
    }
    let five = texts(5)
    #expect(five.count == 5)
    for (index, text) in texts(2) { #expect(five[index] == text) }
  }

  /// The rule of an acrostic holds for `text`, and each line begins with its letter.
  private func expectAcrostic(_ word: String, _ text: GeneratedText) throws {
    #expect(text.stopped == .lines && text.failure == nil, "\(text)")
    let rule = try Acrostic(word)
    let state = try #require(rule.state(after: text.text + "\n", in: rule.makeState()))
    #expect(rule.isComplete(state))
    #expect(text.text.split(separator: "\n").count == word.count)
  }

  private func acrostics(
    _ word: String, _ model: StubModel, _ tokenizer: some Tokenizer
  ) throws -> [GeneratedText] {
    let rule = try Acrostic(word)
    let generator = try TextGenerator(
      model: model, tokenizer: tokenizer, conditions: StopConditions(lines: rule.lineCount))
    return (1...6).map { (seed: UInt64) in
      let text = generator.text(keeping: rule, seed: seed)
      #expect(generator.text(keeping: rule, seed: seed) == text)
      return text
    }
  }

  @Test func `characters spell an acrostic`() throws {
    let tokenizer = TableTokenizer.characters("amor dÁçC,\u{301}7")
    let model = StubModel(vocabularySize: tokenizer.vocabulary.count, seed: 8)
    for text in try acrostics("AMOR", model, tokenizer) { try expectAcrostic("AMOR", text) }
  }

  @Test func `words spell an acrostic`() throws {
    let tokenizer = SpacingTokenizer(["amor", "Mar", "Órgão", "rosa", "sem", "-", ",", "."])
    let model = StubModel(vocabularySize: tokenizer.vocabulary.count, seed: 4)
    for text in try acrostics("AMOR", model, tokenizer) { try expectAcrostic("AMOR", text) }
  }

  @Test func `tokens of parts of letters, of several letters and of line breaks spell an acrostic`()
    throws
  {
    let tokenizer = TableTokenizer(
      .subword,
      bytes: [
        [0xC3], [0x81], [0xB3], [0x93], Array("\u{301}".utf8), Array("mar".utf8), Array("a".utf8),
        Array(" e\nm".utf8), Array("\no".utf8), Array("o r".utf8), Array("r\n\n".utf8),
        Array("rosa".utf8),
        [0xF0, 0x9F],
      ])
    let model = StubModel(vocabularySize: tokenizer.vocabulary.count, seed: 6)
    for text in try acrostics("AMOR", model, tokenizer) { try expectAcrostic("AMOR", text) }
  }

  @Test func `a byte after which no letter fits is taken back`() throws {
    // 0xC3 begins Á, which fits, and in the second line Ã, which does not begin with m.
    let tokenizer = TableTokenizer(.subword, bytes: [[0xC3], [0x81], Array("m".utf8)])
    let model = StubModel(vocabularySize: 5, order: 1) { tokens in
      tokens == [1] ? [-9, -9, 9, -9, 0] : [-9, 9, 0, 0, 0]
    }
    for text in try acrostics("AM", model, tokenizer) { try expectAcrostic("AM", text) }
  }

  @Test func `a letter that no token begins with is a failure at once`() throws {
    let result = try TextGenerator(
      model: biased, tokenizer: letters, conditions: StopConditions(lines: 1)
    ).text(keeping: Acrostic("X"), seed: 1)
    #expect(result.failure?.deadEnds == 1 && result.failure?.wanted == ["X"])
  }

  @Test func `candidates keep a rule, with the probabilities that they have`() throws {
    let list = WordList(["casa": 0.4, "dia": 0.3, "céu": 0.2, "Cor": 0.1])
    let rule = try Acrostic("C")
    var context = list.makeContext()
    let all = context.candidates(count: 4).candidates
    let found = context.candidates(keeping: rule, in: rule.makeState(), count: 3).candidates
    #expect(found.map(\.word) == ["casa", "céu", "Cor"])
    for candidate in found {
      let same = try #require(all.first { $0.word == candidate.word })
      #expect(abs(candidate.probability - same.probability) < 1e-5)
    }
    let typed = context.candidates(
      keeping: rule, in: rule.makeState(), prefix: "d", count: 3)
    #expect(typed.candidates.isEmpty)
  }

  @Test func `a search does not follow beginnings that meet with a veto`() throws {
    let list = WordList(["casa": 0.1, "dado": 0.5, "dia": 0.4])
    let followed = Mutex<Set<String>>([])
    let model = StubModel(vocabularySize: list.model.vocabularySize, order: 100) { tokens in
      followed.withLock { _ = $0.insert(list.tokenizer.decode(tokens.dropFirst())) }
      return list.model.logits(after: tokens)
    }
    var context = WordPredictor(model: model, tokenizer: list.tokenizer).makeContext()
    let rule = try Acrostic("C")
    let found = context.candidates(keeping: rule, in: rule.makeState(), count: 1).candidates
    #expect(found.map(\.word) == ["casa"])
    let texts = followed.withLock { $0 }
    #expect(texts.contains("cas") && !texts.contains { $0.hasPrefix("d") })
  }

  @Test func `a beam of lines forks the rule's state with the model's`() throws {
    struct Hypothesis {
      var tokens: [TokenID] = []
      var state: StubModel.State
      var rule: Acrostic.State
      var logProbability: Float = 0
    }
    let tokenizer = TableTokenizer.characters("abcd")
    let model = StubModel(vocabularySize: tokenizer.vocabulary.count, seed: 12)
    let rule = try Acrostic("BAD")
    var start = model.makeState()
    model.feed([tokenizer.lineBreak], to: &start)
    var beam = [Hypothesis(state: start, rule: rule.makeState())]
    for line in 1...3 {
      var done: [Hypothesis] = []
      for _ in 0..<6 where !beam.isEmpty {
        let rows = model.logProbabilities(after: beam.map(\.state))
        var next: [Hypothesis] = []
        for (hypothesis, row) in zip(beam, rows) {
          for token in 1..<TokenID(row.count) {
            let text = tokenizer.decode([token])
            guard let state = rule.state(after: text, in: hypothesis.rule) else { continue }
            var longer = hypothesis
            longer.tokens.append(token)
            longer.rule = state
            longer.logProbability += row[Int(token)]
            model.feed([token], to: &longer.state)
            if state.line == line { done.append(longer) } else { next.append(longer) }
          }
        }
        beam = Array(next.sorted { $0.logProbability > $1.logProbability }.prefix(8))
      }
      beam = Array(done.sorted { $0.logProbability > $1.logProbability }.prefix(8))
    }
    #expect(beam.count == 8 && Set(beam.map(\.tokens)).count == 8)
    for hypothesis in beam {
      let text = tokenizer.decode(hypothesis.tokens)
      #expect(text.split(separator: "\n").compactMap(\.first) == ["b", "a", "d"])
      #expect(rule.isComplete(hypothesis.rule))
      var state = model.makeState()
      model.feed([tokenizer.lineBreak], to: &state)
      model.feed(hypothesis.tokens, to: &state)
      #expect(state == hypothesis.state)
    }
  }
}
