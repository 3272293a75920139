import Testing
import TextGenLanguageModeling
import TextGenTokenization

struct TokenSequenceTests {
  @Test(arguments: [256, 257, 65_536, 65_537])
  func `tokens come back as they were appended`(vocabularySize: Int) {
    var sequence = TokenSequence([3, 0], vocabularySize: vocabularySize)
    sequence.append(TokenID(vocabularySize - 1))
    sequence.append(contentsOf: [7])
    #expect(Array(sequence) == [3, 0, TokenID(vocabularySize - 1), 7])
    #expect(sequence.tokens(in: 1..<3) == [0, TokenID(vocabularySize - 1)])
    #expect(sequence.count == 4)
  }

  @Test func `the fingerprint is that of the tokens and their order`() {
    let narrow = TokenSequence([1, 2, 3], vocabularySize: 10)
    #expect(narrow.fingerprint == TokenSequence([1, 2, 3], vocabularySize: 100_000).fingerprint)
    #expect(narrow.fingerprint != TokenSequence([1, 3, 2], vocabularySize: 10).fingerprint)
    #expect(narrow.fingerprint != TokenSequence([1, 2], vocabularySize: 10).fingerprint)
  }
}
