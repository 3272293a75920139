import Testing
import TextGenEvaluation
import TextGenLanguageModeling
import TextGenTestSupport
import TextGenTokenization

struct BlockCostTests {
  private let text = String(
    repeating: "O gato dorme; a Ção não — 3,5 kg de pão.\nXyz\u{1F469}\u{200D}\u{1F680}!\n\n",
    count: 30)

  @Test(arguments: TokenUnit.allCases, [1, 7, 200])
  func `blocks sum to the cost of the whole text`(unit: TokenUnit, length: Int) throws {
    let corpus = try Corpus(
      training: [String(repeating: "O gato dorme e o pão não. O gato come.\n", count: 40)],
      validationFraction: 0.1, tokenizer: .learned(unit))
    let model = StubModel(vocabularySize: corpus.tokenizer.vocabulary.count)
    let evaluator = Evaluator(
      model: model, tokenizer: corpus.tokenizer, name: "stub",
      options: EvaluationOptions(wordLimit: 0))
    let blocks = evaluator.costs(of: text, tokensOfBlock: length)
    let report = evaluator.evaluate(text)
    #expect(blocks.reduce(0) { $0 + $1.characters } == report.characters)
    let bits = blocks.reduce(0.0) { $0 + $1.bits } / Double(report.characters)
    #expect(abs(bits - (try #require(report.bitsPerCharacter))) < 1e-9)
    #expect(blocks.count == (corpus.tokenizer.encode(text).count + length - 1) / length)
  }
}
