import Testing

@testable import TextGenLanguageServer

struct ProseContextTests {
  /// The context at the bar in `text`.
  private func context(_ text: String, _ language: String) -> ProseContext? {
    let lines = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let before = TextDocument(String(lines[0]), language: language)
    let place = TextDocument.Place(
      line: before.lines.count - 1, byte: before.lines.last?.count ?? 0)
    let document = TextDocument(lines.joined(), language: language)
    return ProseContext(document, at: place)
  }

  @Test(arguments: [
    ("markdown", "Olá, `cod|"), ("markdown", "```\nx = 1|\n```"), ("markdown", "---\ntitle: x|"),
    ("markdown", "veja https://exem|"), ("markdown", "a $x + y|"), ("markdown", "<div cla|"),
    ("markdown", "~~~\na\n|"), ("latex", "\\sect|"), ("latex", "\\begin{equation}\nx|"),
    ("latex", "texto % nota|"), ("latex", "$a + b|"), ("html", "<p class|"),
    ("gitcommit", "# On bran|"),
    ("asciidoc", "----\nls|"), ("plaintext", "user@exem|"), ("plaintext", "um_nome|"),
  ])
  func `where there is no prose there are no words`(_ language: String, _ text: String) {
    #expect(context(text, language) == nil)
  }

  @Test(arguments: [
    ("markdown", "`cod` e tex|"), ("markdown", "```\nx\n```\nTexto|"),
    ("markdown", "---\nx: 1\n---\nTex|"),
    ("markdown", "custa R$ 5 ou US$ 6 < 7 e|"), ("latex", "são 5 \\% ou R\\$ 3 e|"),
    ("latex", "\\section{Um tit|"), ("html", "<p>Um tex|"),
    ("gitcommit", "Um tít|"), ("plaintext", "guarda-ch|"), ("", "a|"),
  ])
  func `where there is prose the letters of its last word are known`(
    _ language: String, _ text: String
  )
    throws
  {
    let found = try #require(context(text, language))
    #expect(!found.typed.isEmpty && found.typed.allSatisfy { $0.isLetter || $0 == "-" })
  }

  @Test func `lines of a paragraph are joined, and those that their writer ended are not`() throws {
    let line = String(repeating: "palavra ", count: 8) + "fim"
    let joined = try #require(context(line + "\nsegue aqu|i", "markdown"))
    #expect(joined.text == line + " segue " && joined.typed == "aqu" && joined.after == "i")
    let verse = try #require(context("Verso um\nverso d|", "plaintext"))
    #expect(verse.text == "Verso um\nverso ")
    let commit = try #require(context("Um título\n# nota\ncorp|", "gitcommit"))
    #expect(commit.text == "Um título\n")
  }
}
