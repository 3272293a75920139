import Testing
import TextGenGeneration
import TextGenLanguageModeling
import TextGenTestSupport
import TextGenTokenization

private let inf = Float.infinity

@Suite struct MirostatTests {
  /// Surprises of 1, 2, 3 and 3 bits.
  private let logits: [Float] = [0.5, 0.25, 0.125, 0.125].map { logarithm($0) }

  private func kept(by mirostat: inout Mirostat) -> [Int] {
    var result = logits
    mirostat.process(&result, context: GenerationContext())
    return result.indices.filter { result[$0] > -inf }
  }

  @Test func `the greatest surprise begins at twice the target and moves by a tenth of each error`()
  {
    var mirostat = Mirostat(1.1)
    #expect(mirostat.maximum == 2.2)
    #expect(kept(by: &mirostat) == [0, 1])
    mirostat.didDraw(1)
    #expect(abs(mirostat.maximum - (2.2 - 0.1 * (2 - 1.1))) < 1e-6)
    #expect(kept(by: &mirostat) == [0, 1])
    mirostat.didDraw(0)
    #expect(abs(mirostat.maximum - 2.12) < 1e-6)
  }

  @Test func `the best token stays though it is above the greatest surprise`() {
    var mirostat = Mirostat(0.3)
    #expect(kept(by: &mirostat) == [0])
    var nothing: [Float] = [-inf, .nan]
    mirostat.process(&nothing, context: GenerationContext())
    #expect(nothing[0] == -inf)
  }

  @Test func `a copy has a maximum of its own`() {
    var first = Mirostat(1.1)
    _ = kept(by: &first)
    var fork = first
    fork.didDraw(0)
    first.didDraw(1)
    #expect(first.maximum < 2.2 && fork.maximum > 2.2)
  }

  @Test(arguments: [2.5, 2.8, 3.1])
  func `the mean surprise of a text comes to the target`(target: Double) throws {
    let tokenizer = TableTokenizer.characters("abcdefghijklmnopqrstuvwxyz .,;:-")
    let model = StubModel(
      vocabularySize: tokenizer.vocabulary.count, order: 1, sharpness: 8, seed: 5)
    let count = 800
    let result = try TextGenerator(
      model: model, tokenizer: tokenizer,
      options: SamplingOptions(temperature: 1, mirostat: target),
      conditions: StopConditions(tokens: count)
    ).text(after: "", seed: 3)
    #expect(result.tokens.count == count)
    var state = model.makeState()
    model.feed([tokenizer.lineBreak], to: &state)
    var bits = 0.0
    for token in result.tokens {
      // Of what can be drawn: the unknown token cannot.
      let row = model.logProbabilities(after: [state])[0].map { exponential(Double($0)) }
      bits -= logarithm(row[Int(token)] / (1 - row[0])) / logarithm(2.0)
      model.feed([token], to: &state)
    }
    // (2 tau - mu) / (0.1 N), where mu stays between 0 and 2 tau and a few bits.
    #expect(abs(bits / Double(count) - target) < 0.08)
  }

  @Test func `each text is steered by itself`() throws {
    let tokenizer = TableTokenizer.characters("abcdefghij ")
    let generator = try TextGenerator(
      model: StubModel(vocabularySize: tokenizer.vocabulary.count, seed: 2), tokenizer: tokenizer,
      options: SamplingOptions(temperature: 1, mirostat: 1.5),
      conditions: StopConditions(characters: 60))
    func texts(_ count: Int) -> [Int: GeneratedText] {
      var results: [Int: GeneratedText] = [:]
      for chunk in generator.texts(after: "", count: count, seed: 4) {
        if let result = chunk.result { results[chunk.index] = result }
      }
      return results
    }
    let four = texts(4)
    #expect(Set(four.values.map(\.text)).count == 4)
    for (index, text) in texts(2) { #expect(four[index] == text) }
  }
}
