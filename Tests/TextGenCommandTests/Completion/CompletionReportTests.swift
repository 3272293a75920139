import Testing
import TextGen

@testable import TextGenCommand

struct CompletionReportTests {
  private static let completion = TextCompletion(
    positions: [
      TextCompletion.Position(
        offset: 4,
        candidates: [
          Candidate(word: "estou", probability: 0.5),
          Candidate(word: "incompreensivelmente", probability: 0.25),
        ])
    ], completed: "Hoje estou à beira do mar com todos os meus amigos de sempre.")

  private func table(_ columns: Int?, count: Int = 2, _ completion: TextCompletion = completion)
    -> [Substring]
  {
    let style = TerminalStyle(
      canRewrite: columns != nil, hasColor: false, isUnicode: true, columns: columns)
    return CompletionReport(model: "m", text: "Hoje", completion, count: count).table(style).string
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test(arguments: [34, 40, 44, 60, 80, 200])
  func `a table fits its terminal, and no word is cut`(columns: Int) {
    let lines = table(columns)
    #expect(lines.allSatisfy { $0.count <= columns }, "\(lines)")
    #expect(lines.contains { $0.hasPrefix("  incompreensivelmente  ") })
    let sentence = lines.drop { !$0.isEmpty }.filter { !$0.isEmpty }.joined(separator: " ")
    #expect(sentence == Self.completion.completed)
    #expect(lines.contains { $0.contains("█") } == (columns >= 40))
  }

  @Test func `what is no terminal has no bars and whole lines`() {
    let lines = table(nil)
    #expect(lines.contains(Self.completion.completed[...]))
    #expect(lines[0] == "  estou                   50.0 %")
  }

  @Test func `a word that is wider than the terminal stays whole`() {
    let style = TerminalStyle(canRewrite: true, hasColor: false, isUnicode: true, columns: 6)
    #expect(
      style.wrapped("a incompreensivelmente b  c\nd e f g h")
        == "a\nincompreensivelmente\nb  c\nd e f\ng h")
    #expect(style.wrapped("  a b") == "  a b")
    #expect(style.wrapped("") == "")
  }

  @Test func `a short list says why`() {
    #expect(table(nil, count: 3)[2] == "  no other word is probable enough here")
    var cut = Self.completion
    cut.positions[0].isCutShort = true
    #expect(
      table(nil, count: 3, cut)[2]
        == "  The list is cut short: the search for more words came to its limit.")
    let json = CompletionReport(model: "m", text: "Hoje", cut, count: 3).json
    #expect(json.contains(#""complete":false"#))
    #expect(
      !CompletionReport(model: "m", text: "", Self.completion, count: 3).json.contains("complete\"")
    )
  }

  @Test func `a mark says so, and is no word of those asked for`() {
    var marked = Self.completion
    marked.positions[0].candidates.insert(
      Candidate(word: ",", probability: 0.6, isMark: true), at: 0)
    marked.positions[0].spaceProbability = 0.4
    let json = CompletionReport(model: "m", text: "Hoje", marked, count: 2).json
    #expect(json.contains(#"{"mark":true,"probability":0.6,"word":","}"#))
    #expect(json.contains(#""space":0.4"#))
    #expect(json.contains(#"{"probability":0.5,"word":"estou"}"#))
    #expect(table(nil, count: 3, marked).contains("  no other word is probable enough here"))
    #expect(!table(nil, count: 2, marked).contains { $0.contains("probable enough") })
  }

  @Test(arguments: [
    ("0.14428429107078122", "0.144284"), ("-0.9999999", "-1"), ("1.23456789e-07", "1.23457e-07"),
    ("12345678.9", "12345700"), ("1.5", "1.5"), ("12345678", "12345678"), ("5e-324", "5e-324"),
    ("[1e2,true,null]", "[100,true,null]"), (#"{"a.1":"0.14428429107\"1.23456789"}"#, ""),
    ("1.2345678e+300", "1.23457e+300"),
  ])
  func `numbers are rounded, strings are not`(json: String, expected: String) {
    #expect(
      SignificantDigits.ofProbabilities.shortened(json) == (expected.isEmpty ? json : expected))
  }
}
