import Testing
import TextGenLanguageModeling
import TextGenProsody
import TextGenTestSupport
import TextGenTokenization
import TextGenVerse
import TextGenWords

@testable import TextGenPoetry

/// Poems keep their forms, whatever a model thinks of their words.
struct PoemWriterTests {
  private static let text =
    VerseWords.all.joined(separator: " ") + "\n"
    + VerseWords.all.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    + "\n, ; : . ! ? …\n"

  private static func outline(
    _ form: String? = nil, metre: String? = nil, rhyme: String? = nil
  ) throws -> PoemOutline {
    try PoemRequest(
      form: try form.map { try #require(Form.named($0)) },
      metres: try metre.map { [try #require(Metre($0))] },
      scheme: try rhyme.map { try #require(Scheme($0)) }
    ).outline()
  }

  /// A writer with a model of random preferences.
  private static func writer(
    _ outline: PoemOutline, unit: TokenUnit = .word, words: [String] = VerseWords.all,
    _ change: (inout PoemOptions) -> Void = { _ in }
  ) -> PoemWriter<StubModel> {
    let tokenizer = TokenizerTrainer.tokenizer(unit, on: text)
    var options = PoemOptions(outline)
    options.width.beam = 8
    options.width.ends = 12
    options.width.mostUnfinished = 16
    change(&options)
    return PoemWriter(
      model: StubModel(vocabularySize: tokenizer.vocabulary.count, order: 1, sharpness: 4),
      tokenizer: tokenizer, lexicon: Lexicon(words), options: options)
  }

  @Test(arguments: [
    "quadra", "trova", "redondilha-maior", "redondilha-menor", "soneto", "sextilha", "haicai",
    "haicai-guilhermino", "verso-branco", "oitava",
  ])
  func `a poem passes the check of its form`(form: String) throws {
    let poem = try Self.writer(Self.outline(form)).poem(index: 0, seed: 1)
    let named = try #require(Form.named(form))
    let read = try #require(Poem.poems(in: poem.text, titles: .none).first)
    let violations = named.violations(in: PoemScanner(form: named).scan(read))
    #expect(violations.filter { !$0.rule.isWarning } == [], "\(poem.text)")
    #expect(poem.steps > 0 && poem.plans >= 1 && poem.tokens > 10)
    // Every line is read in its metre alone, and begins with a capital.
    #expect(poem.poem.unforcedLines == read.lines.count)
    #expect(read.lines.allSatisfy { $0.first?.isUppercase == true })
  }

  @Test(arguments: [TokenUnit.word, .character, .subword])
  func `any unit will do`(unit: TokenUnit) throws {
    let poem = try Self.writer(Self.outline(rhyme: "ABBA"), unit: unit).poem(index: 0, seed: 2)
    #expect(poem.poem.scheme == "ABBA" && poem.text.split(separator: "\n").count == 4)
  }

  @Test func `the same seed and number give the same poem, others another`() throws {
    let writer = Self.writer(try Self.outline("quadra"))
    let poem = try writer.poem(index: 0, seed: 3).text
    #expect(try writer.poem(index: 0, seed: 3).text == poem)
    #expect(try Self.writer(try Self.outline("quadra")).poem(index: 0, seed: 3).text == poem)
    #expect(try writer.poem(index: 1, seed: 3).text != poem)
    #expect(try writer.poem(index: 0, seed: 4).text != poem)
  }

  @Test func `without noise lines depend on the plan of rhymes alone`() throws {
    let outline = try Self.outline("haicai")
    let writer = Self.writer(outline) { $0.temperature = 0 }
    #expect(try writer.poem(index: 0, seed: 1).text == writer.poem(index: 0, seed: 2).text)
  }

  @Test func `no word of meaning comes twice`() throws {
    let poem = try Self.writer(Self.outline("soneto")).poem(index: 0, seed: 5)
    let words = poem.poem.lines.flatMap(\.words).filter { $0.weight == .strong }
    #expect(Set(words.map { $0.word.lowercased() }).count == words.count, "\(poem.text)")
  }

  @Test func `a first line that is given stays, and its rhyme is kept`() throws {
    let line = "A noite clara na estrada"
    let poem = try Self.writer(Self.outline(rhyme: "ABAB")) { $0.firstLine = line }
      .poem(index: 0, seed: 1)
    let lines = poem.text.split(separator: "\n")
    #expect(lines[0] == line && poem.poem.scheme == "ABAB")
    #expect(poem.poem.lines[2].words.last?.word.hasSuffix("ada") == true)
  }

  @Test func `a first line out of metre is refused with what it is`() throws {
    let writer = Self.writer(try Self.outline(metre: "10")) {
      $0.firstLine = "A noite clara na estrada"
    }
    let failure = #expect(throws: PoemFailure.self) { try writer.poem(index: 0, seed: 1) }
    #expect(failure?.reason == .firstLine(found: 7, asked: 10) && failure?.line == 1)
    #expect(failure?.steps == 0)
  }

  @Test func `a first line that breaks a rule by itself is refused for that`() throws {
    let writer = Self.writer(try Self.outline(rhyme: "ABAB")) {
      $0.firstLine = "A noite clara na estrada"
      $0.acrostic = "COPA"
    }
    let failure = #expect(throws: PoemFailure.self) { try writer.poem(index: 0, seed: 1) }
    #expect(failure?.reason == .givenLine(.acrostic) && failure?.line == 1)
    #expect(failure?.reason.name == "first-line")
  }

  @Test func `lines begin with the letters of a name`() throws {
    let poem = try Self.writer(Self.outline(rhyme: "ABAB")) { $0.acrostic = "CAMP" }
      .poem(index: 0, seed: 1)
    #expect(String(poem.text.split(separator: "\n").compactMap(\.first)) == "CAMP")
  }

  @Test func `a letter with which no word begins is refused before a search`() throws {
    let writer = Self.writer(try Self.outline(rhyme: "ABAB")) { $0.acrostic = "CAXP" }
    let failure = #expect(throws: PoemFailure.self) { try writer.poem(index: 0, seed: 1) }
    #expect(failure?.reason == .acrostic(letter: "X") && failure?.line == 3 && failure?.steps == 0)
  }

  @Test func `without words that rhyme no poem is looked for`() throws {
    let words = VerseWords.clitics + VerseWords.others.prefix(12)
    let writer = Self.writer(try Self.outline("oitava"), words: Array(words))
    let failure = #expect(throws: PoemFailure.self) { try writer.poem(index: 0, seed: 1) }
    #expect(failure?.reason.name == "rhyme" && failure?.line == 1 && failure?.steps == 0)
  }

  @Test func `a search ends after its steps`() throws {
    let writer = Self.writer(try Self.outline("soneto")) { $0.width.steps = 60 }
    let failure = #expect(throws: PoemFailure.self) { try writer.poem(index: 0, seed: 1) }
    #expect(failure?.reason == .steps && failure.map { $0.steps >= 60 && $0.steps < 2000 } == true)
  }

  @Test func `the words of a theme come more often`() throws {
    func count(_ theme: [String]) throws -> Int {
      let writer = Self.writer(try Self.outline("quadra")) { $0.theme = theme }
      return try (0..<8).count {
        try writer.poem(index: $0, seed: 9).text.lowercased().contains("lua")
      }
    }
    #expect(try count(["lua"]) > count([]))
    let writer = Self.writer(try Self.outline("quadra")) { $0.theme = ["lua", "xilofone"] }
    #expect(writer.unknownThemes == ["xilofone"])
  }

  @Test func `articles and prepositions of a theme are none of its words`() throws {
    let writer = Self.writer(try Self.outline("quadra")) {
      $0.theme = ["O Mar da noite", "um Xilofone", "12"]
    }
    let words = writer.themeWords.words.map { writer.spelled.lexicon.text(of: $0) }
    #expect(Set(words) == ["mar", "noite"])
    #expect(writer.unknownThemes == ["Xilofone", "12"])
    let alone = Self.writer(try Self.outline("quadra")) { $0.theme = ["sem"] }
    #expect(alone.themeWords.words.count == 1)
  }

  @Test func `a poem says whether it has a word of its theme`() throws {
    func poem(_ theme: String) throws -> WrittenPoem {
      let writer = Self.writer(
        try Self.outline(rhyme: "ABBA"), unit: .character,
        words: VerseWords.all + ["misericordiosamente"]
      ) { $0.theme = [theme] }
      #expect(writer.unknownThemes.isEmpty == (theme != "xilofone"))
      return try writer.poem(index: 0, seed: 2)
    }
    // Nine syllables have no room in seven.
    #expect(try !poem("misericordiosamente").hasTheme)
    #expect(try poem("xilofone").hasTheme)
    let moon = try poem("lua")
    #expect(moon.hasTheme == moon.text.lowercased().contains("lua"))
  }
}
