import Testing

@testable import TextGenEvaluation

struct PassagesTests {
  private func pieces(of text: String, _ lengths: Int...) -> [String] {
    let others = Passages(lengths.map { String(repeating: "x", count: $0) })
    return Passages(piecesOf: text, asLongAs: others).texts.map { String($0[...]) }
  }

  @Test func `passages are in normal form`() {
    let passages = Passages(["e\u{301}\r\n", "\u{FEFF}a"])
    #expect(passages.texts == [["é", "\n"], ["a"]])
    #expect(passages.characterCount == 3)
  }

  @Test func `words are counted as they are spelled`() {
    #expect(Passages(["A casa, a casa.", "casa 9"]).spellings == ["A": 1, "a": 1, "casa": 3])
  }

  @Test func `a word that the end of a passage may have cut is left out`() {
    let passages = Passages(["a cas", "a casa.", "rua"])
    #expect(passages.spellings == ["a": 2, "casa": 1])
    #expect(WritingMeasures(passages).words == 3)
  }

  @Test func `pieces are spread over the text`() {
    #expect(pieces(of: "abcdefghi", 1, 1, 1) == ["a", "d", "g"])
  }

  @Test func `a piece begins with a line`() {
    #expect(pieces(of: "ab\ncdefgh\nijkl", 4, 4) == ["ab\nc", "ijkl"])
  }

  @Test func `a piece begins with a stanza rather than with a line`() {
    #expect(pieces(of: "abcdefgh\ni\n\njkl\nm\n", 4, 4) == ["abcd", "jkl\n"])
  }

  @Test func `a text that is long enough has every piece whole`() {
    #expect(pieces(of: "ab\ncd\nef\n", 4, 4) == ["ab\nc", "d\nef"])
    #expect(pieces(of: "abcdef", 5, 1) == ["abcde", "f"])
    #expect(pieces(of: "abcdef", 1, 5) == ["a", "bcdef"])
    #expect(pieces(of: "abcdefgh", 0, 5) == ["", "defgh"])
  }

  @Test func `a text that is too short ends the pieces`() {
    #expect(pieces(of: "abcde", 4, 4, 4) == ["abcd", "e"])
    #expect(pieces(of: "ab", 4, 4) == ["ab"])
    #expect(pieces(of: "", 4).isEmpty)
    #expect(pieces(of: "abc").isEmpty)
  }
}
