import Testing
import TextGenTokenization

struct VocabularyTests {
  @Test func `canonical equivalents are different tokens`() {
    let vocabulary = Vocabulary(tokens: ["é", "e\u{301}", "e"])
    #expect(vocabulary.count == 3)
    #expect(vocabulary.id(of: "é") == 0)
    #expect(vocabulary.id(of: "e\u{301}") == 1)
    #expect(vocabulary.bytes(of: 1) == Array("e\u{301}".utf8))
    #expect(vocabulary.id(of: "è") == nil)
  }

  @Test func `every token of a large vocabulary is found`() {
    let tokens = (0..<3_000).map { "t\($0)" }
    let vocabulary = Vocabulary(tokens: tokens)
    #expect(tokens.indices.allSatisfy { vocabulary.id(of: tokens[$0]) == TokenID($0) })
    #expect(vocabulary.id(of: "t3000") == nil)
    #expect(vocabulary.id(of: "") == nil)
  }
}
