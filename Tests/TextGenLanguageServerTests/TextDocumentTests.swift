import Testing
import TextGenTestSupport

@testable import TextGenLanguageServer

struct TextDocumentTests {
  /// The offset of a position in `text`, counted the slow way.
  private func offset(
    _ position: TextDocument.Position, _ text: [Unicode.Scalar], _ encoding: PositionEncoding
  ) -> Int {
    var (line, index) = (0, 0)
    while line < position.line, index < text.count {
      let scalar = text[index]
      index += 1
      if scalar == "\r", index < text.count, text[index] == "\n" { index += 1 }
      if scalar == "\n" || scalar == "\r" { line += 1 }
    }
    var left = position.column
    while index < text.count, text[index] != "\n", text[index] != "\r" {
      let units =
        switch encoding {
        case .utf8: UTF8.width(text[index])
        case .utf16: UTF16.width(text[index])
        case .utf32: 1
        }
      guard units <= left else { break }
      left -= units
      index += 1
    }
    return index
  }

  @Test(arguments: PositionEncoding.allCases)
  func `after any edits the text is the client's`(_ encoding: PositionEncoding) {
    var generator = SeededGenerator(seed: 5)
    let pieces = [
      "a", "ção", "😀", "👩‍👩‍👧", "e\u{301}", "\n", "\r\n", "\r", " ", "", "palavra\n", "\n\n", "𝔞",
    ]
    var expected = Array("início\r\n😀 dois\nfim".unicodeScalars)
    var document = TextDocument(String(String.UnicodeScalarView(expected)))
    func position() -> TextDocument.Position {
      TextDocument.Position(
        line: Int.random(in: 0...8, using: &generator),
        column: Int.random(in: 0...9, using: &generator))
    }
    for number in 0..<10_000 {
      let (one, other) = (position(), position())
      let first = offset(one, expected, encoding)
      let last = offset(other, expected, encoding)
      let text = pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      document.replace(from: one, to: other, with: text, encoding)
      expected.replaceSubrange(
        min(first, last)..<max(first, last), with: Array(text.unicodeScalars))
      if expected.count > 60 {
        expected = Array(expected.prefix(20))
        document.replaceAll(with: String(String.UnicodeScalarView(expected)))
      }
      guard document.text.unicodeScalars.elementsEqual(expected) else {
        Issue.record("edit \(number) with \(text.debugDescription)")
        return
      }
    }
    let whole = TextDocument(document.text)
    #expect(whole.lines == document.lines)
  }

  @Test func `the encoding is UTF-8 where it may be, and UTF-16 where nothing is said`() {
    #expect(PositionEncoding.chosen(of: []) == .utf16)
    #expect(PositionEncoding.chosen(of: ["utf-32", "utf-8", "utf-16"]) == .utf8)
    #expect(PositionEncoding.chosen(of: ["utf-32", "utf-16"]) == .utf16)
    #expect(PositionEncoding.chosen(of: ["utf-32"]) == .utf32)
    #expect(PositionEncoding.chosen(of: ["x"]) == .utf16)
  }
}
