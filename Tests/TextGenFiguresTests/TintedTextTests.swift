import Testing
import TextGenFigures

struct TintedTextTests {
  private let poem = "Amor é fogo\nque <arde>\n\n sem  se ver;\n"

  @Test func `the page has the text itself, to the last space`() throws {
    let figure = TintedText(
      "title", poem.map { .init(String($0), Double($0.utf8.count)) }, label: "bits")
    let html = figure.html
    let start = try #require(html.firstRange(of: "<p class=\"text\">"))
    let end = try #require(html[start.upperBound...].firstRange(of: "</p>"))
    let text = html[start.upperBound..<end.lowerBound]
      .replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
    #expect(text == poem)
    #expect(html.components(of: "class=\"end\"") == 4)
  }

  @Test func `lines break after spaces and keep every word whole`() {
    let words = "um texto que se estende por mais do que uma linha de vinte colunas"
    let figure = TintedText("t", [.init(words, 1)], label: "l")
    let lines = figure.text(TerminalCanvas(width: 20, colours: .full))
      .replacing(/\u{1B}\[[0-9;]*m/, with: "").split(separator: "\n").dropFirst().dropLast(2)
    #expect(lines.count == 4)
    #expect(lines.joined(separator: " ").split(separator: " ") == words.split(separator: " "))
  }

  @Test func `a piece without a value has no colour`() {
    let figure = TintedText("t", [.init("a", .nan), .init("b", 1)], label: "l")
    #expect(figure.html.contains("<span>a</span>"))
    #expect(figure.html.components(of: "title=") == 1)
  }
}

extension String {
  /// How often `part` occurs.
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
