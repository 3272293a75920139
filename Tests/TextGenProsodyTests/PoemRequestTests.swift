import Testing
import TextGenProsody

/// What is written where a form, a scheme or a length is asked for.
struct PoemRequestTests {
  private static func outline(
    _ form: String? = nil, metre: String? = nil, rhyme: String? = nil,
    kind: RhymeKind = .consoante, stanzas: Int? = nil, letters: [Int]? = nil
  ) throws -> PoemOutline {
    try PoemRequest(
      form: try form.map { try #require(Form.named($0)) },
      metres: try metre.map { try $0.split(separator: ",").map { try #require(Metre($0)) } },
      scheme: try rhyme.map { try #require(Scheme($0)) }, kind: kind, stanzas: stanzas,
      letters: letters
    ).outline()
  }

  private static func groups(_ outline: PoemOutline) -> [Int?] { outline.lines.map(\.group) }

  @Test(arguments: [
    ("quadra", [4], 7), ("trova", [4], 7), ("redondilha-maior", [4], 7),
    ("redondilha-menor", [4], 5),
    ("decassilabo", [4], 10), ("alexandrino", [4], 12), ("soneto", [4, 4, 3, 3], 10),
    ("soneto-ingles", [4, 4, 4, 2], 10), ("oitava", [8], 10), ("terza-rima", [3, 3, 3, 3, 1], 10),
    ("sextilha", [6], 7), ("setilha", [7], 7), ("decima", [10], 7), ("haicai", [3], 5),
    ("haicai-guilhermino", [3], 5), ("verso-branco", [8], 10),
  ])
  func `each form has its stanzas and its length`(form: String, stanzas: [Int], metre: Int) throws {
    let outline = try Self.outline(form)
    #expect(outline.stanzaLengths == stanzas && outline.lines[0].metre.count == metre)
    #expect(outline.lines.last?.ending == .stop)
  }

  @Test func `the scheme gives lines of one class one number`() throws {
    #expect(Self.groups(try Self.outline("quadra")) == [nil, 0, nil, 0])
    #expect(Self.groups(try Self.outline("quadra", rhyme: "abba")) == [0, 1, 1, 0])
    #expect(Self.groups(try Self.outline()) == [0, 1, 0, 1])
    #expect(Self.groups(try Self.outline("haicai")) == [nil, nil, nil])
    let inner = try Self.outline("haicai-guilhermino")
    #expect(inner.lines.map(\.hasInnerRhyme) == [false, true, false])
    #expect(inner.groups.count == 2 && inner.groups.map(inner.wordCount) == [2, 2])
    #expect(try Self.outline("haicai").lines.map(\.metre.count) == [5, 7, 5])
    #expect(try Self.outline("terza-rima", stanzas: 2).lines.map(\.group) == [0, 1, 0, 1, 2, 1, 2])
  }

  @Test func `the letters of a name say how long a poem without a form is`() throws {
    let outline = try Self.outline(letters: [4, 2])
    #expect(outline.stanzaLengths == [4, 2] && outline.groups.isEmpty)
    #expect(outline.lines.allSatisfy { $0.metre.count == 7 })
    #expect(try Self.outline(metre: "10", letters: [6]).lines.map(\.metre.count).max() == 10)
    // What is asked for by name comes first.
    #expect(try Self.outline(rhyme: "ABAB", letters: [6]).lines.count == 4)
  }

  @Test func `the letters of a name say how many stanzas there are`() throws {
    #expect(try Self.outline("sextilha", letters: [12]).stanzaLengths == [6, 6])
    #expect(try Self.outline("terza-rima", letters: [10]).stanzaLengths == [3, 3, 3, 1])
    #expect(try Self.outline("verso-branco", letters: [3, 5]).stanzaLengths == [3, 5])
    #expect(try Self.outline("redondilha-maior", letters: [8]).stanzaLengths == [4, 4])
    // A form of fixed length stays as it is.
    #expect(try Self.outline("quadra", letters: [8]).lines.count == 4)
    #expect(try Self.outline("sextilha", letters: [7]).lines.count == 6)
    #expect(try Self.outline("sextilha", stanzas: 1, letters: [12]).lines.count == 6)
  }

  @Test func `a repeated stanza has its own rhymes`() throws {
    let outline = try Self.outline("sextilha", stanzas: 2)
    #expect(outline.stanzaLengths == [6, 6] && outline.groups.count == 2)
    #expect(outline.lines[1].group != outline.lines[7].group)
  }

  @Test func `a scheme or length without a form is taken as it is`() throws {
    let outline = try Self.outline(metre: "10,6", rhyme: "AABB CC")
    #expect(outline.stanzaLengths == [4, 2])
    #expect(outline.lines.map(\.metre.count) == [10, 6, 10, 6, 10, 6])
  }

  @Test func `a decima pauses after its fourth line`() throws {
    let lines = try Self.outline("decima").lines
    #expect(lines[3].ending == .pause && lines[4].ending == .noPause && lines[5].ending == .any)
  }

  @Test func `what a form doesn't allow is refused with what it does`() {
    #expect(throws: PoemRequestError.scheme(allowed: ["ABAB"], multiplesOf: nil)) {
      try Self.outline("trova", rhyme: "AABB")
    }
    #expect(throws: PoemRequestError.metre(allowed: ["7"])) {
      try Self.outline("trova", metre: "10")
    }
    #expect(throws: PoemRequestError.stanzas) { try Self.outline("soneto", stanzas: 2) }
    #expect(throws: PoemRequestError.kind) { try Self.outline("soneto", kind: .toante) }
    #expect(throws: PoemRequestError.kind) {
      try Self.outline("quadra", rhyme: "ABAB", kind: .toante)
    }
    #expect(throws: Never.self) { try Self.outline("quadra", kind: .toante) }
    #expect(throws: Never.self) { try Self.outline("soneto", metre: "12") }
  }

  /// The form of an outline takes people's poems of that form, and asks for its scheme.
  @Test func `the narrowed form accepts a poem of it and no other scheme`() throws {
    for sample in FormSamples.all
    where ["trova", "soneto", "oitava", "decima"].contains(sample.form) {
      let poem = try #require(Poem.poems(in: sample.text).first)
      let whole = try #require(Form.named(sample.form))
      let scheme = PoemScanner(form: whole).scan(poem).scheme
      guard let outline = try? Self.outline(sample.form, rhyme: scheme) else { continue }
      let scanned = PoemScanner(form: outline.form).scan(poem)
      #expect(outline.form.violations(in: scanned).filter { !$0.rule.isWarning } == [])
    }
    let trova = try #require(Poem.poems(in: PoemScannerTests.trova).first)
    let crossed = try Self.outline("quadra", rhyme: "ABBA").form
    #expect(
      crossed.violations(in: PoemScanner(form: crossed).scan(trova)).map(\.rule).contains(.scheme))
  }

  @Test func `texts come back in stanzas`() throws {
    let poem = try Self.outline(rhyme: "AA BB").poem(of: ["a", "b", "c", "d"])
    #expect(poem.stanzas == [["a", "b"], ["c", "d"]] && poem.title == nil)
  }
}
