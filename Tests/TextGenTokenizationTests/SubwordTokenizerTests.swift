import Testing
import TextGenTokenization

struct SubwordTokenizerTests {
  private func tokenizer(_ text: String, size: Int) -> any Tokenizer {
    var trainer = TokenizerTrainer(unit: .subword, maximumSize: size)
    trainer.add(text)
    return trainer.finish()
  }

  private func spellings(_ text: String, _ tokenizer: any Tokenizer) -> [String] {
    tokenizer.encode(text).map { tokenizer.vocabulary[$0] }
  }

  @Test func `the most frequent pair is merged first, equal pairs by their ids`() {
    // "ab" occurs 5 times, "bc" 4 times; then "ab" "c" 4 times.
    let tokenizer = tokenizer("abc\nabc\nabc\nabc\nab\n", size: 258)
    #expect(tokenizer.vocabulary[256] == "ab")
    #expect(tokenizer.vocabulary[257] == "abc")
    #expect(spellings("abcab", tokenizer) == ["abc", "ab"])
    #expect(tokenizer.vocabulary.occurrences(of: 257) == 4)
    #expect(tokenizer.vocabulary.occurrences(of: tokenizer.lineBreak) == 5)
  }

  @Test func `the space before a word belongs to it and other white space stands alone`() {
    let tokenizer = tokenizer(String(repeating: "uma casa e outra casa\n", count: 9), size: 300)
    #expect(spellings("a  casa\n casa ", tokenizer) == ["a", " ", " casa", "\n", " casa", " "])
  }

  @Test func `what is not in the alphabet falls back to bytes`() {
    let tokenizer = tokenizer("ção ção ção", size: 300)
    #expect(tokenizer.unknown == nil)
    #expect(tokenizer.encode("👍") == Array("👍".utf8).map { TokenID($0) })
    #expect(tokenizer.vocabulary.id(of: "ç") != nil)
  }

  @Test func `a word without end is encoded in linear time`() {
    let tokenizer = tokenizer(String(repeating: "a", count: 3_000), size: 270)
    let text = String(repeating: "a", count: 20_000)
    #expect(tokenizer.decode(tokenizer.encode(text)) == text)
  }

  @Test func `clitics can be learned`() {
    let tokenizer = tokenizer("fazê-lo dizê-lo trazê-lo vê-lo ", size: 262)
    #expect(tokenizer.vocabulary.id(of: "ê-lo") != nil)
  }
}
