import Testing
import TextGenTokenization

struct CharacterTokenizerTests {
  private func tokenizer(_ text: String, minimumCount: Int = 1) -> any Tokenizer {
    var trainer = TokenizerTrainer(unit: .character, minimumCount: minimumCount)
    trainer.add(text)
    return trainer.finish()
  }

  @Test func `ids follow falling count and then code point`() {
    let tokenizer = tokenizer("bbbaaacc\n")
    #expect(
      (0..<TokenID(tokenizer.vocabulary.count)).map { tokenizer.vocabulary[$0] }
        == ["<unk>", "a", "b", "c", "\n"])
    #expect((0..<5).map { tokenizer.vocabulary.occurrences(of: $0) } == [0, 3, 3, 2, 1])
  }

  @Test func `the line feed is always in the vocabulary`() {
    let tokenizer = tokenizer("aaa", minimumCount: 3)
    #expect(tokenizer.vocabulary[tokenizer.lineBreak] == "\n")
    #expect(tokenizer.encode("\n") == [tokenizer.lineBreak])
  }

  @Test func `a frequent cluster is one token and a rare one falls back to code points`() {
    let tokenizer = tokenizer("👍🏽👍🏽👍🏽 👍🏿🏿🏿", minimumCount: 3)
    #expect(tokenizer.encode("👍🏽").count == 1)
    let rare = tokenizer.encoding(of: "👍🏿")
    #expect(rare.tokens.count == 2)
    #expect(rare.unknownSpellings == ["👍"])
    #expect(tokenizer.decode(rare.tokens) == "\u{FFFD}🏿")
  }

  @Test func `an unknown code point costs one of all code points`() {
    let tokenizer = tokenizer("aaa")
    #expect(abs(tokenizer.spellingBits(of: "çé") - 2 * 20.087462841250343) < 1e-9)
  }

  @Test func `decomposed text encodes as composed text`() {
    let tokenizer = tokenizer("coração à noite\n")
    #expect(tokenizer.encode("corac\u{327}a\u{303}o a\u{300}") == tokenizer.encode("coração à"))
  }

  @Test func `ten thousand marks on one letter are one cluster`() {
    let text = "a" + String(repeating: "\u{301}\u{323}", count: 5_000) + "b"
    let tokenizer = tokenizer(text)
    let tokens = tokenizer.encode(text)
    #expect(tokens.count == 2)
    #expect(tokenizer.decode(tokens).utf8.elementsEqual(TextNormalizer.normalize(text).text.utf8))
  }
}
