import Testing
import TextGenTestSupport
import TextGenTokenization

@testable import TextGenGeneration

@Suite struct SentenceBeamSearchTests {
  private let tokenizer = TableTokenizer.characters("ab .!-")

  private func ending(_ model: StubModel, limit: Int = 40) -> String {
    var state = model.makeState()
    model.feed([1, 2], to: &state)
    var search = SentenceBeamSearch(model: model, tokenizer: tokenizer)
    search.characterLimit = limit
    return search.ending(after: state, last: 2)
  }

  @Test func `an ending goes up to the end of the sentence`() {
    let model = StubModel(vocabularySize: 8, order: 1) { tokens in
      tokens == [2]
        ? [-9, -9, 0, 0, 5, -9, -9, 3]
        : tokens == [4]
          ? [-9, -9, -9, 5, -9, -9, -9, -9]
          : [-9, -9, -9, -9, -9, 5, 0, -9]
    }
    #expect(ending(model) == " b.")
  }

  @Test func `the finished word is not continued`() {
    let model = StubModel(vocabularySize: 8, order: 1) { _ in [0, 0, 9, 9, 0, 0, 0, 9] }
    let ending = ending(model)
    #expect(!ending.hasPrefix("a") && !ending.hasPrefix("b") && !ending.hasPrefix("-"))
  }

  @Test func `a model that goes in circles comes to an end`() {
    let model = StubModel(vocabularySize: 8, order: 1) { _ in [-99, -99, 9, 9, 9, -99, -99, -99] }
    #expect(ending(model).count <= 40)
    let random = StubModel(vocabularySize: 8, order: 3, sharpness: 9, seed: 5)
    #expect(ending(random, limit: 0).count <= 2)
  }

  @Test func `a sentence without an end is cut after a word`() {
    let model = StubModel(vocabularySize: 8, order: 3, sharpness: 9, seed: 5)
    let endless = StubModel(vocabularySize: 8, order: 3) { tokens in
      var logits = model.logits(after: tokens)
      for token in [0, 1, 5, 6, 7] { logits[token] = -.infinity }
      return logits
    }
    let ending = ending(endless, limit: 20)
    #expect((1...20).contains(ending.count))
    #expect(ending.last?.isWhitespace == false)
  }

  @Test func `a line end is not part of the ending`() {
    let model = StubModel(vocabularySize: 8, order: 1) { tokens in
      tokens == [4] ? [-9, 9, -9, -9, -9, -9, -9, -9] : [-9, -9, -9, -9, 9, -9, -9, -9]
    }
    #expect(ending(model) == " ")
  }
}
