import Testing
import TextGenTokenization

struct GrowingTokenizerTests {
  private static let old = "o rato roeu a roupa do rei\no rei riu do rato\n"
  private static let new = "— que lua! — disse o rei 🐀 à lua — que lua 🐀\n"

  private func learned(_ unit: TokenUnit) -> any Tokenizer {
    var trainer = TokenizerTrainer(unit: unit)
    trainer.add(Self.old)
    return trainer.finish()
  }

  private func extended(
    _ base: any Tokenizer, by text: String = new, minimumCount: Int? = nil, maximumSize: Int? = nil
  ) -> any Tokenizer {
    var trainer = TokenizerTrainer(
      extending: base, minimumCount: minimumCount, maximumSize: maximumSize)
    trainer.add(text)
    return trainer.finish()
  }

  private func tokens(_ tokenizer: any Tokenizer) -> [String] {
    (0..<TokenID(tokenizer.vocabulary.count)).map { tokenizer.vocabulary[$0] }
  }

  @Test(arguments: TokenUnit.allCases)
  func `old tokens keep their ids and their counts`(_ unit: TokenUnit) {
    let base = learned(unit)
    let grown = extended(base)
    #expect(grown.vocabulary.count > base.vocabulary.count)
    for id in 0..<TokenID(base.vocabulary.count) {
      #expect(grown.vocabulary.bytes(of: id) == base.vocabulary.bytes(of: id))
      #expect(grown.vocabulary.occurrences(of: id) == base.vocabulary.occurrences(of: id))
    }
    #expect(grown.lineBreak == base.lineBreak && grown.unknown == base.unknown)
  }

  @Test(arguments: TokenUnit.allCases)
  func `text that the old vocabulary spells is cut as before`(_ unit: TokenUnit) {
    let base = learned(unit)
    #expect(extended(base).encoding(of: Self.old) == base.encoding(of: Self.old))
  }

  @Test(arguments: TokenUnit.allCases)
  func `text with new tokens comes back, and from the record too`(_ unit: TokenUnit) throws {
    let grown = extended(learned(unit), minimumCount: 1)
    let tokens = grown.encode(Self.new)
    #expect(grown.decode(tokens) == Self.new)
    let again = try #require(grown.record).makeTokenizer()
    #expect(again.vocabulary == grown.vocabulary)
    #expect(again.encode(Self.old + Self.new) == grown.encode(Self.old + Self.new))
  }

  @Test func `new characters are those frequent enough, the most frequent first`() {
    let base = learned(.character)
    let added = tokens(extended(base)).dropFirst(base.vocabulary.count)
    #expect(Array(added) == ["l", "—", "q", "s", "🐀"])
    #expect(extended(base).vocabulary.id(of: "!") == nil)
  }

  @Test func `new words are those frequent enough`() {
    let base = learned(.word)
    let added = tokens(extended(base)).dropFirst(base.vocabulary.count)
    #expect(Set(added) == ["—", "que", "lua", "🐀"])
    #expect(extended(base).spellingBits(of: "lua") == base.spellingBits(of: "lua"))
  }

  @Test func `new code points become one subword each and no other merge is learned`() {
    let base = learned(.subword)
    let grown = extended(base)
    #expect(grown.encode("🐀").count == 1 && base.encode("🐀").count == 4)
    #expect(grown.encode("—").count == 1 && base.encode("—").count == 3)
    #expect(grown.vocabulary.id(of: "lua") == nil)
    // Two letters of three and four bytes, and the beginnings of both.
    #expect(grown.vocabulary.count == base.vocabulary.count + 2 + 1 + 2)
    #expect(grown.decode(grown.encode("–🐁")) == "–🐁")
  }

  @Test(arguments: TokenUnit.allCases)
  func `a text that needs nothing adds nothing`(_ unit: TokenUnit) {
    let base = learned(unit)
    #expect(extended(base, by: Self.old).vocabulary == base.vocabulary)
    let grown = extended(base)
    #expect(extended(grown).vocabulary == grown.vocabulary)
  }

  @Test(arguments: [TokenUnit.character, .word])
  func `a limit counts the old tokens, none of which disappears`(_ unit: TokenUnit) {
    let base = learned(unit)
    let count = base.vocabulary.count
    #expect(extended(base, maximumSize: count + 2).vocabulary.count == count + 2)
    #expect(extended(base, maximumSize: 2).vocabulary == base.vocabulary)
  }
}
