import Testing
import TextGenTestSupport
import TextGenTokenization

@testable import TextGenGeneration

@Suite struct TextBatchTests {
  private let letters = TableTokenizer.characters("abc .é")
  private let model = StubModel(vocabularySize: 8, seed: 3)

  private func request(
    _ prompt: String, count: Int = 1, seed: UInt64, characters: Int = 30, notes: TokenNotes? = nil
  ) -> WritingRequest {
    WritingRequest(
      Prompt(prompt, tokenizer: letters), count: count, seed: seed,
      sampling: SamplingOptions(temperature: 1.2),
      conditions: StopConditions(characters: characters), notes: notes)
  }

  private func makeBatch() -> TextBatch<StubModel, FreeText> {
    TextBatch(model: model, tokenizer: letters)
  }

  /// The texts that are given out, by request and number, up to the end of the batch.
  private func run(
    _ batch: inout TextBatch<StubModel, FreeText>,
    after earlier: [TextBatch<StubModel, FreeText>.Piece] = []
  ) -> [[Int]: GeneratedText] {
    var texts: [[Int]: GeneratedText] = [:]
    var shown: [[Int]: String] = [:]
    var pieces = earlier
    while !pieces.isEmpty || !batch.isEmpty {
      for piece in pieces {
        let key = [piece.request, piece.chunk.index]
        shown[key, default: ""] += piece.chunk.text
        if let result = piece.chunk.result { texts[key] = result }
      }
      pieces = batch.step()
    }
    #expect(shown == texts.mapValues(\.text))
    return texts
  }

  @Test func `a text is the same alone, beside others and from a generator`() throws {
    let generator = try TextGenerator(
      model: model, tokenizer: letters, options: SamplingOptions(temperature: 1.2),
      conditions: StopConditions(characters: 30))
    var batch = makeBatch()
    var pieces: [TextBatch<StubModel, FreeText>.Piece] = []
    for number in 0..<9 {
      let prompt = "ab" + String(repeating: "c", count: number)
      batch.join(number, request(prompt, seed: UInt64(number)))
      pieces += batch.step()
    }
    let together = run(&batch, after: pieces)
    #expect(together.count == 9)
    for number in 0..<9 {
      let prompt = "ab" + String(repeating: "c", count: number)
      var alone = makeBatch()
      alone.join(7, request(prompt, seed: UInt64(number)))
      #expect(run(&alone)[[7, 0]] == together[[number, 0]])
      #expect(generator.text(after: prompt, seed: UInt64(number)) == together[[number, 0]])
    }
    #expect(Set(together.values.map(\.text)).count > 4)
  }

  @Test func `a prompt is read in blocks between the steps of other texts`() {
    var batch = makeBatch()
    batch.join(0, request("a", seed: 1, characters: 5))
    _ = batch.step()
    let long = String(repeating: "ab", count: 3 * TextBatch<StubModel, FreeText>.promptBlock)
    batch.join(1, request(long, count: 2, seed: 2))
    #expect(batch.textCount == 3)
    var isFirstDone = false
    for _ in 0..<5 {
      for piece in batch.step() {
        if piece.request == 0, piece.chunk.result != nil { isFirstDone = true }
        #expect(piece.request == 0 || isFirstDone)
      }
    }
    #expect(isFirstDone)
    var alone = makeBatch()
    alone.join(1, request(long, count: 2, seed: 2))
    let expected = run(&alone)
    #expect(expected.count == 2)
    #expect(run(&batch)[[1, 1]] == expected[[1, 1]])
  }

  @Test func `nothing more comes of a request that has left`() {
    var batch = makeBatch()
    for number in 0..<3 { batch.join(number, request("ab", count: 2, seed: UInt64(number))) }
    var expected = makeBatch()
    expected.join(2, request("ab", count: 2, seed: 2))
    let alone = run(&expected)
    for _ in 0..<4 { _ = batch.step() }
    batch.leave(0)
    batch.leave(1)
    #expect(batch.textCount == 2)
    var texts: [Int: GeneratedText] = [:]
    while !batch.isEmpty {
      for piece in batch.step() {
        #expect(piece.request == 2)
        texts[piece.chunk.index] = piece.chunk.result
      }
    }
    #expect(texts[0] == alone[[2, 0]] && texts[1] == alone[[2, 1]])
  }

  @Test func `texts that rest stay as they are and go on as if nothing had been`() {
    var batch = makeBatch()
    batch.join(0, request("ab", seed: 4))
    batch.join(1, request("ab", seed: 5))
    for _ in 0..<50 {
      for piece in batch.step(resting: [1]) { #expect(piece.request == 0) }
    }
    #expect(batch.textCount == 1)
    var alone = makeBatch()
    alone.join(1, request("ab", seed: 5))
    let texts = run(&batch)
    #expect(texts[[1, 0]] == run(&alone)[[1, 0]])
  }

  @Test func `a text that is cut ends for its length with what is there`() throws {
    var batch = makeBatch()
    batch.join(0, request("ab", count: 2, seed: 4))
    batch.join(1, request("ab", seed: 5))
    var shown = ["", ""]
    for _ in 0..<10 {
      for piece in batch.step() where piece.request == 0 {
        shown[piece.chunk.index] += piece.chunk.text
      }
    }
    let ends = batch.cut(0)
    #expect(ends.count == 2 && batch.textCount == 1)
    for end in ends {
      let result = try #require(end.chunk.result)
      #expect(result.stopped == .length && result.tokens.count == 10)
      #expect(result.text == shown[end.chunk.index] + end.chunk.text)
    }
    #expect(batch.cut(0).isEmpty)
  }

  @Test func `each token is noted with its probability and the best ones in its place`() throws {
    var batch = makeBatch()
    batch.join(0, request("ab", seed: 4, notes: TokenNotes(bestCount: 3)))
    var noted: [WrittenToken] = []
    var result: GeneratedText?
    while !batch.isEmpty {
      for piece in batch.step() {
        noted += piece.chunk.tokens
        result = piece.chunk.result
      }
    }
    #expect(noted.map(\.chosen.token) == result?.tokens)
    var state = model.makeState()
    model.feed([1] + letters.encode("ab"), to: &state)
    for token in noted {
      let row = model.logProbabilities(after: [state])[0]
      let best = row.indices.sorted { row[$0] > row[$1] }.prefix(3).map { TokenID($0) }
      #expect(token.best.map(\.token) == best)
      #expect(abs(token.chosen.logProbability - Double(row[Int(token.chosen.token)])) < 1e-5)
      #expect(token.bytes == letters.surface(of: token.chosen.token, after: nil))
      model.feed([token.chosen.token], to: &state)
    }
  }

  @Test func `the tokens of a prompt are noted under what is before them`() throws {
    let prompt = Prompt("abca", tokenizer: letters)
    let noted = try #require(
      prompt.noted(TokenNotes(bestCount: 1), by: model, tokenizer: letters))
    var state = model.makeState()
    model.feed([1], to: &state)
    let row = model.logProbabilities(after: [state])[0]
    #expect(noted.map(\.chosen.token) == letters.encode("abca"))
    #expect(abs(noted[0].chosen.logProbability - Double(row[2])) < 1e-5)
    #expect(noted[0].best.map(\.token) == [TokenID(row.firstIndex(of: row.max() ?? 0) ?? 0)])
  }

  @Test func `of several stop texts the one that is whole first ends the text`() throws {
    func text(_ stops: [String]) throws -> GeneratedText {
      let model = StubModel(vocabularySize: 8, order: 1) { tokens in
        let next = (tokens.last.map { $0 < 4 ? $0 + 1 : 2 } ?? 2)
        return (0..<8).map { $0 == max(2, Int(next)) ? 20 : -20 }
      }
      return try TextGenerator(
        model: model, tokenizer: letters,
        conditions: StopConditions(characters: 9, texts: stops)
      ).text(after: "", seed: 1)
    }
    #expect(try text([]).text == "abcabcabc")
    let found = try text(["cab", "bc", "x"])
    #expect(found.text == "a" && found.stopped == .stop && found.stopText == "bc")
    #expect(try text(["c", "bc", "abc"]).stopText == "abc")
    #expect(try text(["cx", "bcb"]).text == "abcabcabc")
  }

  @Test func `penalties count what was drawn and biases are added`() {
    var penalty = OccurrencePenalty(presence: 0.5, frequency: 0.25)
    var logits: [Float] = [-1, -2, -3, -.infinity]
    penalty.process(&logits, context: GenerationContext(tokens: [0, 0]))
    #expect(logits == [-1, -2, -3, -.infinity])
    for token in [1, 1, 2, 3] as [TokenID] { penalty.didDraw(token) }
    penalty.process(&logits, context: GenerationContext())
    #expect(logits == [-1, -3, -3.75, -.infinity])
    LogitBias([0: 2, 3: 100, 9: 1]).process(&logits, context: GenerationContext())
    #expect(logits == [1, -3, -3.75, -.infinity])
  }

  @Test func `a token that is forbidden by its bias never comes`() {
    var batch = makeBatch()
    var request = request("ab", count: 4, seed: 1, characters: 60)
    request.sampling.biases = [2: -100]
    batch.join(0, request)
    let texts = run(&batch)
    #expect(texts.count == 4 && !texts.values.contains { $0.text.contains("a") })
  }

  @Test func `options outside their range are refused`() {
    var request = request("ab", seed: 1)
    request.sampling.presencePenalty = 3
    #expect(throws: OptionError(option: "presence-penalty", value: "3.0", range: "-2 to 2")) {
      try request.validate()
    }
    request.sampling.presencePenalty = 0
    request.conditions.texts = ["a", ""]
    #expect(throws: OptionError.self) { try request.validate() }
  }

  @Test func `letters at the end of a text are those of the word that is typed`() {
    for (text, typed) in [
      ("Os alunos tir", "tir"), ("Os ", ""), ("", ""), ("guarda-chu", "guarda-chu"), ("fim.", ""),
      ("diz-", "diz-"), ("- ", ""), ("___", ""),
    ] {
      let split = LastWord.split(text)
      #expect(split.typed == typed && split.before + split.typed == text, "\(text)")
    }
  }
}
