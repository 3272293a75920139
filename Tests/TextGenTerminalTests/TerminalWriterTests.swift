import Testing
import TextGen
import TextGenTyping

@testable import TextGenTerminal

struct TerminalWriterTests {
  private static let model = Result { try TextModel("portugues", options: .init(threads: 1)) }

  private func writer(_ text: String = "", digits: Bool = false) -> TerminalWriter {
    var options = TerminalWriter.Options()
    options.digitsChoose = digits
    return TerminalWriter(text, options: options, words: .portuguese)
  }

  private func type(_ text: String, _ writer: inout TerminalWriter) {
    for letter in text { _ = writer.press(letter == "\n" ? .enter : .text(String(letter))) }
  }

  /// Shows what would be found, of the given words.
  private func show(
    _ words: [(String, Double)], _ writer: inout TerminalWriter, marks: [String] = []
  )
    throws
  {
    let request = try #require(writer.request)
    var session = try Self.model.get().makeTypingSession()
    var found = session.suggestions(count: 1)
    found.words = words.map { Candidate(word: $0.0, probability: $0.1) }
    found.wordsAndMarks =
      found.words + marks.map { Candidate(word: $0, probability: 0.1, isMark: true) }
    writer.show(found, for: request)
  }

  @Test func `Tab takes the ghost, with a space that a mark takes away`() throws {
    var writer = writer()
    type("Ela foi à esc", &writer)
    #expect(writer.request == TerminalWriter.Request(text: "Ela foi à ", typed: "esc"))
    try show([("escola", 0.6), ("escrita", 0.1)], &writer)
    #expect(writer.ghost == "ola")
    _ = writer.press(.tab)
    #expect(writer.text.text == "Ela foi à escola ")
    #expect(writer.request == TerminalWriter.Request(text: "Ela foi à escola", typed: ""))
    _ = writer.press(.text("."))
    #expect(writer.text.text == "Ela foi à escola.")
    _ = writer.press(.control("z"))
    _ = writer.press(.control("z"))
    #expect(writer.text.text == "Ela foi à esc")
    #expect(writer.keys.keys == 15 && writer.savedShare == 0)
  }

  @Test func `Alt with a digit chooses, and digits do where they may`() throws {
    var writer = writer(digits: true)
    type("Os al", &writer)
    try show([("alunos", 0.3), ("altos", 0.2)], &writer)
    _ = writer.press(.text("2"))
    #expect(writer.text.text == "Os altos ")
    try show([("de", 0.3)], &writer, marks: [","])
    _ = writer.press(.alt("2"))
    #expect(writer.text.text == "Os altos, ")
    type("\\2 \\x", &writer)
    #expect(writer.text.text == "Os altos, 2 \\x")
    type(" 7", &writer)
    #expect(writer.text.text.hasSuffix(" 7"))
  }

  @Test func `what was found for another text is not shown`() throws {
    var writer = writer()
    type("Os ", &writer)
    let request = try #require(writer.request)
    var session = try Self.model.get().makeTypingSession()
    let found = session.suggestions(count: 3)
    type("a", &writer)
    writer.show(found, for: request)
    #expect(writer.slots.places.allSatisfy { $0 == nil })
  }

  @Test func `leaving asks where something is not saved`() {
    var writer = writer("velho")
    #expect(writer.press(.control("q")) == .leave)
    type("x", &writer)
    #expect(
      writer.press(.control("q")) == nil && writer.question == .leaving && writer.request == nil)
    #expect(writer.press(.escape) == nil && writer.question == nil)
    _ = writer.press(.control("q"))
    #expect(writer.press(.text("n")) == .leave)
    _ = writer.press(.control("q"))
    #expect(writer.press(.text("s")) == .save)
    #expect(writer.didSave("poema.txt") && !writer.isModified)
    writer.question = .fileName("")
    type("ab", &writer)
    _ = writer.press(.backspace)
    #expect(writer.press(.enter) == .saveAs("a"))
  }

  @Test func `a kept text is taken or dropped by one letter, not by what was typed ahead`() {
    var writer = writer("velho")
    writer.question = .recovery
    #expect(writer.press(.text("são")) == nil && writer.press(.text("na")) == nil)
    #expect(writer.press(.escape) == nil && writer.question == .recovery)
    #expect(writer.press(.text("S")) == .recover && writer.question == nil)
    writer.question = .recovery
    #expect(writer.press(.text("n")) == .dropRecovery && writer.question == nil)
  }

  @Test func `a name under which another text lies is given up with Esc`() {
    var writer = writer("novo")
    writer.question = .changedOnDisk
    #expect(writer.press(.escape) == .dropName && writer.question == nil)
    writer.question = .changedOnDisk
    #expect(writer.press(.text("s")) == .saveAnyway)
  }

  @Test func `Esc hides words until the next one`() throws {
    var writer = writer()
    type("Os al", &writer)
    try show([("alunos", 0.9)], &writer)
    _ = writer.press(.escape)
    type("u", &writer)
    try show([("alunos", 0.9)], &writer)
    #expect(writer.ghost == "" && writer.slots.places.allSatisfy { $0 == nil })
    type("nos t", &writer)
    try show([("tiraram", 0.9)], &writer)
    #expect(writer.ghost == "iraram")
  }

  @Test(arguments: [(80, 24), (40, 10), (20, 5), (19, 4), (1, 1)])
  func `no line of a frame is wider than the terminal`(_ columns: Int, _ rows: Int) throws {
    var writer = writer("Ela abriu a janela e olhou para o céu 😀 \u{1B}[31m\u{301} 日本語 prim")
    type("e", &writer)
    try show([("primeiras", 0.9), ("primas", 0.1), ("primaveras", 0.1)], &writer)
    for style in [(true, true), (false, false)] {
      var screen = WritingScreen(
        model: "portugues", style: WritingScreen.Style(hasColor: style.0, isUnicode: style.1))
      let frame = screen.frame(writer, file: "/x/poema.txt", columns: columns, rows: rows)
      // What is left without the sequences that draw.
      let sequences = /\u{1B}\[[0-9;?]*[A-Za-z]/
      let lines = frame.replacing(sequences, with: "").split(
        separator: "\r\n", omittingEmptySubsequences: false)
      #expect(lines.count <= rows)
      for line in lines { #expect(line.columns <= columns, "\(line)") }
      #expect(!frame.replacing(sequences, with: "").contains("\u{1B}"))
      if !style.0, columns >= 20 {
        #expect(!frame.contains("\u{1B}[2m") && frame.allSatisfy(\.isASCII))
      }
    }
  }
}
