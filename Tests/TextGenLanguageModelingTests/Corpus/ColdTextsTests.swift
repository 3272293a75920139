import Testing
import TextGenCompute
import TextGenLanguageModeling
import TextGenTokenization

struct ColdTextsTests {
  /// Three lines and an empty one; 0 is the line break.
  private static let tokens: [TokenID] = [1, 2, 0, 3, 4, 5, 0, 0, 6, 7, 8, 9]
  private static let sequence = TokenSequence(tokens, vocabularySize: 10)

  private func draws(length: Int, maximum: Int, count: Int = 200) throws -> Set<[TokenID]> {
    let texts = try #require(
      ColdTexts(Self.sequence, lineBreak: 0, sequenceLength: maximum))
    var generator = SeededGenerator(seed: 1)
    return Set(texts.draw(count, length: length, using: &generator))
  }

  @Test func `every line that a whole window follows begins a text, and nothing else does`() throws
  {
    #expect(try draws(length: 4, maximum: 4) == [[0, 3, 4, 5, 0], [0, 6, 7, 8, 9]])
    #expect(try draws(length: 3, maximum: 5) == [[0, 3, 4, 5]])
    #expect(try draws(length: 1, maximum: 1) == [[0, 3], [0, 6]])
  }

  @Test func `where no line has a whole window after it there are no texts`() {
    #expect(ColdTexts(Self.sequence, lineBreak: 0, sequenceLength: 10) == nil)
    #expect(ColdTexts(Self.sequence, lineBreak: 0, sequenceLength: 12) == nil)
    #expect(
      ColdTexts(TokenSequence([1, 2, 3], vocabularySize: 10), lineBreak: 0, sequenceLength: 1)
        == nil)
  }

  @Test func `texts stand beside those of a batch, step by step`() {
    let batch = TokenBatch(
      inputs: [1, 2, 3, 4], targets: [3, 4, 5, 6], batchSize: 2, sequenceLength: 2)
    let wider = batch.adding([[0, 7, 8]])
    #expect(wider.inputs == [1, 2, 0, 3, 4, 7])
    #expect(wider.targets == [3, 4, 7, 5, 6, 8])
    #expect(wider.batchSize == 3)
    #expect(batch.adding([]) == batch)
  }
}
