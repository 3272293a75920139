import Testing

@testable import TextGenWords

@Suite struct WordLexerTests {
  /// The verdict after the last byte, the word so far and whether it has a letter.
  private func read(_ text: String) -> (WordLexer.Verdict, String, Bool) {
    var lexer = WordLexer()
    let verdict = lexer.read(text.utf8)
    let word = String(decoding: Array(text.utf8).prefix(lexer.wordLength), as: UTF8.self)
    return (verdict, word, lexer.hasLetter)
  }

  @Test(
    arguments: [
      ("casa", "casa"), ("ação", "ação"), ("guarda-", "guarda"), ("d’água", "d’água"),
      ("dir-se-ia", "dir-se-ia"), ("10", "10"), ("_a", "_a"), ("e\u{301}", "e\u{301}"), ("", ""),
      ("ſ", "ſ"), ("ж", "ж"),
    ])
  func `words stay open`(text: String, word: String) {
    #expect(read(text).0 == .open)
    #expect(read(text).1 == word)
  }

  @Test(
    arguments: [
      ("casa ", "casa"), ("casa—", "casa"), ("guarda--", "guarda"), ("guarda-,", "guarda"),
      ("d'água.", "d'água"), ("a\n", "a"), ("a😀", "a"), ("a\u{FFFD}", "a"),
    ])
  func `what is no part of a word closes it`(text: String, word: String) {
    #expect(read(text).0 == .closed)
    #expect(read(text).1 == word)
  }

  @Test(arguments: [" a", "-a", "'a", "—", "😀", "\n", "\u{FFFD}"])
  func `what begins no word is dead`(text: String) { #expect(read(text).0 == .dead) }

  @Test func `a code point is undecided until its last byte`() {
    var lexer = WordLexer()
    #expect(lexer.read([0x61, 0xE2, 0x80]) == .open)
    #expect(lexer.wordLength == 1)
    #expect(lexer.isUndecided)
    var dash = lexer
    #expect(dash.read(0x94) == .closed)
    var apostrophe = lexer
    #expect(apostrophe.read(0x99) == .open)
    #expect(apostrophe.isUndecided)
    #expect(apostrophe.read(0x61) == .open)
    #expect(apostrophe.wordLength == 5)
  }

  @Test func `malformed bytes close a word`() {
    for bytes in [[0x61, 0x80], [0x61, 0xC3, 0x61], [0x61, 0xFF], [0x61, 0xED, 0xA0, 0x80]] {
      var lexer = WordLexer()
      #expect(lexer.read(bytes.map(UInt8.init)) == .closed)
      #expect(lexer.wordLength == 1)
    }
  }

  @Test func `only letters make a word with a letter`() {
    #expect(!read("10-2_").2)
    #expect(read("10a").2)
    #expect(read("ª").2)
  }
}
