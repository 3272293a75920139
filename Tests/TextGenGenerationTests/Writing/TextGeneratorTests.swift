import Testing
import TextGenGeneration
import TextGenTestSupport
import TextGenTokenization

/// A model that writes `cycle` over and over, whatever the prompt.
private func cycle(_ cycle: [Int32], vocabularySize: Int) -> StubModel {
  StubModel(vocabularySize: vocabularySize, order: 1) { tokens in
    let place = tokens.last.flatMap { cycle.firstIndex(of: $0) }
    let next = place.map { cycle[($0 + 1) % cycle.count] } ?? cycle[0]
    return (0..<vocabularySize).map { $0 == Int(next) ? 20 : -20 }
  }
}

@Suite struct TextGeneratorTests {
  private let letters = TableTokenizer.characters("abc .é")
  private let random = StubModel(vocabularySize: 8, seed: 3)

  private func text(
    _ model: StubModel? = nil, _ tokenizer: TableTokenizer? = nil, prompt: String = "",
    options: SamplingOptions = SamplingOptions(), until conditions: StopConditions
  ) throws -> GeneratedText {
    try TextGenerator(
      model: model ?? random, tokenizer: tokenizer ?? letters, options: options,
      conditions: conditions
    ).text(after: prompt, seed: 5)
  }

  @Test func `length counts grapheme clusters`() throws {
    let tokenizer = TableTokenizer(.subword, ["e", "\u{301}", "ab"])
    let model = cycle([2, 3, 4], vocabularySize: 5)
    let six = try text(model, tokenizer, until: StopConditions(characters: 5))
    #expect(six.text == "e\u{301}abe\u{301}a")
    #expect(six.text.unicodeScalars.count == 7)
    #expect(six.stopped == .length)
  }

  @Test(arguments: [0, 1, 17]) func `a text has the length asked for`(length: Int) throws {
    let result = try text(until: StopConditions(characters: length))
    #expect(result.text.count == length)
    #expect(result.stopped == .length)
  }

  @Test func `lines of white space do not count`() throws {
    let model = cycle([2, 1, 5], vocabularySize: 8)
    let result = try text(model, until: StopConditions(characters: 50, lines: 3))
    #expect(result.text == " a\n a\n a")
    #expect(result.stopped == .lines)
    #expect(try text(model, until: StopConditions(lines: 0)).text == "")
  }

  @Test func `a prompt's last line counts when it ends`() throws {
    let model = cycle([1, 2], vocabularySize: 8)
    #expect(try text(model, prompt: "b", until: StopConditions(lines: 1)).text == "")
    #expect(try text(model, prompt: "b", until: StopConditions(lines: 2)).text == "\na")
  }

  @Test func `the stop text ends the text before itself`() throws {
    let model = cycle([2, 2, 3, 4], vocabularySize: 8)
    let result = try text(
      StubModel(vocabularySize: 8, order: 2) { tokens in
        let next = tokens.last == 2 && tokens.first == 2 ? 3 : 2
        return (0..<8).map { $0 == next ? 20 : -20 }
      }, until: StopConditions(characters: 30, texts: ["aab"]))
    #expect(result.text == "")
    #expect(result.stopped == .stop)
    let other = try text(model, until: StopConditions(characters: 4, texts: ["xyz"]))
    #expect(other.text == "aaaa")
  }

  @Test func `what may begin the stop text is shown when it does not`() throws {
    let model = cycle([2, 3, 4], vocabularySize: 8)
    let result = try text(model, until: StopConditions(characters: 8, texts: ["abcb"]))
    #expect(result.text == "abcabcab")
    let generator = try TextGenerator(
      model: model, tokenizer: letters, conditions: StopConditions(characters: 8, texts: ["abcb"]))
    #expect(generator.texts(after: "", seed: 1).map(\.text).joined() == "abcabcab")
  }

  @Test func `the token limit ends a text that shows nothing`() throws {
    let tokenizer = TableTokenizer(.subword, ["", "a"])
    let result = try text(
      cycle([2], vocabularySize: 4), tokenizer, until: StopConditions(characters: 5, tokens: 40))
    #expect(result.text == "")
    #expect(result.tokens.count == 40)
    #expect(result.stopped == .length)
  }

  @Test func `a text ends when nothing can be written`() {
    let generator = TextGenerator(
      model: random, tokenizer: letters, chain: [ForbiddenTokens(Array(0..<8))],
      sampler: CategoricalSampler(), conditions: StopConditions(characters: 5))
    #expect(generator.text(after: "a", seed: 1).stopped == .end)
  }

  @Test func `chunks make up the text and split no cluster`() throws {
    let tokenizer = TableTokenizer(
      .subword,
      bytes: [[0xC3], [0xA9], Array("\u{301}".utf8), [0x61], [0xF0, 0x9F], [0x98, 0x80]])
    let generator = try TextGenerator(
      model: StubModel(vocabularySize: 8, seed: 9), tokenizer: tokenizer,
      conditions: StopConditions(characters: 80))
    var chunks: [String] = []
    var result: GeneratedText?
    for chunk in generator.texts(after: "", seed: 2) {
      chunks.append(chunk.text)
      result = chunk.result ?? result
    }
    #expect(chunks.joined() == result?.text)
    #expect(chunks.map(\.count).reduce(0, +) == 80)
  }

  @Test func `text i is the same whatever the number of texts`() throws {
    let generator = try TextGenerator(
      model: random, tokenizer: letters, options: SamplingOptions(temperature: 1.2),
      conditions: StopConditions(characters: 30, texts: ["ba"]))
    func texts(_ count: Int) -> [Int: GeneratedText] {
      var results: [Int: GeneratedText] = [:]
      for chunk in generator.texts(after: "ab", count: count, seed: 7) {
        if let result = chunk.result { results[chunk.index] = result }
      }
      return results
    }
    let five = texts(5)
    #expect(five.count == 5)
    #expect(Set(five.values.map(\.text)).count > 1)
    for count in 1...4 {
      let fewer = texts(count)
      for index in 0..<count { #expect(fewer[index] == five[index]) }
    }
    #expect(texts(0).isEmpty)
  }

  @Test func `the same seed gives the same text and the unknown token never comes`() throws {
    let options = SamplingOptions(temperature: 1e30, topK: 6, topP: 0.99)
    let one = try text(options: options, until: StopConditions(characters: 300))
    #expect(try text(options: options, until: StopConditions(characters: 300)) == one)
    #expect(!one.tokens.contains(0))
    #expect(Set(one.tokens).count > 3)
  }

  @Test func `greedy writing does not depend on the seed`() throws {
    let generator = try TextGenerator(
      model: random, tokenizer: letters, options: SamplingOptions(temperature: 0),
      conditions: StopConditions(characters: 20))
    #expect(generator.text(after: "a", seed: 1) == generator.text(after: "a", seed: 2))
  }

  @Test func `a space at the end of a prompt is not doubled`() throws {
    let tokenizer = TableTokenizer(.subword, ["a", " a", " ", "b"])
    let model = StubModel(vocabularySize: 6, order: 1) { _ in [-9, -9, 0, 1, -9, 2] }
    let result = try text(
      model, tokenizer, prompt: "b ", options: SamplingOptions(temperature: 0),
      until: StopConditions(characters: 3))
    #expect(result.text == "abb")
  }

  @Test func `options outside their range are refused`() {
    #expect(throws: OptionError.self) {
      try TextGenerator(
        model: random, tokenizer: letters, options: SamplingOptions(topP: 2),
        conditions: StopConditions())
    }
  }
}
