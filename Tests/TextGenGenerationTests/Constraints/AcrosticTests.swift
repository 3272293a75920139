import Testing

@testable import TextGenGeneration

@Suite struct AcrosticTests {
  /// The state of the acrostic of `word` after `text`; nil for a veto.
  private func state(_ word: String, after text: String) throws -> Acrostic.State? {
    let rule = try Acrostic(word)
    return rule.state(after: text, in: rule.makeState())
  }

  private func isComplete(_ word: String, _ text: String) throws -> Bool {
    let rule = try Acrostic(word)
    return rule.state(after: text, in: rule.makeState()).map(rule.isComplete) ?? false
  }

  @Test(arguments: [
    ("AC", "A casa\ncai.\n"), ("áç", "Ação\nca\n"), ("ac", "Água\nÇa\n"), ("a", "\u{201C}Ah\n"),
    ("AC", "a\u{301}gua\nc\u{327}a\n"), ("E", "— É tarde\n"), ("ANA É", "a\nn\na\n\ne\n"),
    (" A ", "a\n"), ("A  B", "a\n\nb\n"),
  ])
  func `lines that begin with the letters are complete`(word: String, text: String) throws {
    #expect(try isComplete(word, text))
    #expect(try !isComplete(word, String(text.dropLast())))
  }

  @Test(arguments: [
    ("AC", "b"), ("AC", "A\nb"), ("AC", "A\n\n"), ("AC", "\n"), ("AC", " a"), ("AC", "7 a"),
    ("AC", "----a"), ("AC", "a\nc\nd"), ("A B", "a\nb"), ("A B", "a\n b"), ("AC", "a\r\nc"),
    ("AC", "\u{FFFD}a"), ("AC", "a\u{2028}c"),
  ])
  func `what breaks the rule meets with a veto`(word: String, text: String) throws {
    #expect(try state(word, after: text) == nil)
  }

  @Test func `it does not matter where a text is cut`() throws {
    let rule = try Acrostic("É NÃO")
    let text = "— E\u{301} tarde,\n\nn\u{303}a\nA noite\nOuço\n"
    var state = rule.makeState()
    for scalar in text.unicodeScalars {
      state = try #require(rule.state(after: String(Character(scalar)), in: state))
    }
    #expect(rule.state(after: text, in: rule.makeState()) == state)
    #expect(rule.isComplete(state))
  }

  @Test func `it says what may follow`() throws {
    let rule = try Acrostic("Á B")
    func continuations(after text: String) throws -> TextContinuations {
      let state = rule.makeState()
      guard !text.isEmpty else { return rule.continuations(of: state) }
      return rule.continuations(of: try #require(rule.state(after: text, in: state)))
    }
    #expect(try continuations(after: "") == .open(trying: ["A"]))
    #expect(try continuations(after: "a") == .open(trying: []))
    #expect(try continuations(after: "a\n") == .only(["\n"]))
    #expect(try continuations(after: "a\n\n") == .open(trying: ["B"]))
    #expect(try continuations(after: "a\n\nb\n").isEnd)
    #expect(rule.lineCount == 2)
  }

  @Test func `a long line ends after its word, and at last anywhere`() throws {
    let long = "a" + String(repeating: "b", count: Acrostic.longLine - 1)
    #expect(try state("AC", after: String(long.dropLast()) + " b") != nil)
    #expect(try state("AC", after: long + " ") == nil)
    #expect(try state("AC", after: long + "b,\n") != nil)
    let longest = "a" + String(repeating: "b", count: Acrostic.longestLine - 1)
    #expect(try state("AC", after: longest + "b") == nil)
    #expect(try state("AC", after: longest + "\n") != nil)
  }

  @Test func `words that are none are refused`() {
    #expect(throws: AcrosticError.empty) { try Acrostic("") }
    #expect(throws: AcrosticError.empty) { try Acrostic("  ") }
    #expect(throws: AcrosticError.notALetter("1")) { try Acrostic("A1") }
    #expect(throws: AcrosticError.notALetter("-")) { try Acrostic("Ana-B") }
  }
}
