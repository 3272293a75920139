import Testing
import TextGenCompute
import TextGenProsody
import TextGenTestSupport
import TextGenVerse

/// Lines that a rule lets through have its metre.
struct LineTests {
  private static let lexicon = VerseLexicon(
    VerseWords.all.map { VerseLexicon.Entry($0, -5) }, strictness: .both)

  private static func constraint(_ metre: Metre, rhyme: Int? = nil, initial: Character? = nil)
    -> VerseConstraint
  {
    let members = rhyme.map { lexicon.classes[$0] } ?? lexicon.words.indices.map { WordID($0) }
    let outlooks = OutlookTable(
      StressDemand(metre), of: lexicon.shapes, inner: lexicon.innerChoices,
      last: lexicon.lastChoices(members))
    return VerseConstraint(
      LineRule(
        metre, ending: rhyme.map { .rhyme($0) } ?? .open(excluding: []),
        initial: initial?.asciiValue), lexicon: lexicon, outlooks: outlooks)
  }

  /// A line of random words that `rule` lets through; nil where it comes to a dead end.
  private static func line(
    _ rule: VerseConstraint, using generator: inout some RandomNumberGenerator
  ) -> [WordID]? {
    let words = lexicon.words.indices.map { WordID($0) }
    var (state, line) = (rule.makeState(), [WordID]())
    while true {
      let ends = line.isEmpty ? [] : words.filter { rule.ends(with: $0, .space, in: state) }
      if let end = ends.randomElement(using: &generator) { return line + [end] }
      let next = words.compactMap { word in
        rule.state(after: word, .space, in: state).map { (word, $0) }
      }
      guard let (word, after) = next.randomElement(using: &generator), line.count < 20 else {
        return nil
      }
      (state, line) = (after, line + [word])
    }
  }

  private static func text(_ words: [WordID]) -> String {
    words.map { lexicon.text(of: $0) }.joined(separator: " ")
  }

  @Test(arguments: [Metre(5), Metre(7), Metre(10), Metre("10:4-7-10") ?? Metre(10), .alexandrine])
  func `random lines are read in the metre, and nearly all clearly`(_ metre: Metre) throws {
    var generator = SeededGenerator(seed: 3)
    let rule = Self.constraint(metre)
    let scanner = LineScanner()
    var clear = 0
    for _ in 0..<100 {
      let text = Self.text(try #require(Self.line(rule, using: &generator)))
      let fit = try #require(scanner.fit(of: text, in: metre), "\(text)")
      #expect(fit.reading.licences.isEmpty, "\(text)")
      if fit.isClear { clear += 1 }
    }
    #expect(clear >= 80, "\(clear) of 100 are clear")
  }

  @Test func `a line ends with a word of its class`() throws {
    var generator = SeededGenerator(seed: 5)
    let rhyme = try #require(Self.lexicon.rhyme(of: "estrada"))
    let rule = Self.constraint(Metre(7), rhyme: rhyme)
    for _ in 0..<50 {
      let last = try #require(Self.line(rule, using: &generator)?.last)
      #expect(Self.lexicon[last].rhyme == rhyme && Self.lexicon.text(of: last).hasSuffix("ada"))
    }
  }

  @Test func `a line begins with its letter`() throws {
    var generator = SeededGenerator(seed: 6)
    let rule = Self.constraint(Metre(7), initial: "s")
    for _ in 0..<20 {
      let words = try #require(Self.line(rule, using: &generator))
      #expect(Self.text(words).hasPrefix("s"))
    }
  }

  @Test func `a word of meaning comes once in a poem, and no two lines begin alike`() throws {
    let words = Self.lexicon.words
    let night = try #require(words.firstIndex { $0.text == "noite" }).id
    let article = try #require(words.firstIndex { $0.text == "a" }).id
    let outlooks = OutlookTable(
      StressDemand(Metre(7)), of: Self.lexicon.shapes, inner: Self.lexicon.innerChoices,
      last: Self.lexicon.lastChoices(words.indices.map { WordID($0) }))
    let rule = VerseConstraint(
      LineRule(Metre(7), ending: .open(excluding: [])), lexicon: Self.lexicon, outlooks: outlooks,
      used: [night, article], heads: [article])
    let start = rule.makeState()
    #expect(rule.state(after: night, .space, in: start) == nil)
    #expect(rule.state(after: article, .space, in: start) == nil)
    let free = Self.constraint(Metre(7))
    #expect(free.state(after: night, .space, in: start) != nil)
    #expect(free.state(after: article, .space, in: start) != nil)
  }

  @Test func `the outlook is finite exactly where a line can be ended`() throws {
    let few = ["casa", "de", "amor", "pássaro", "a", "coração", "minha"]
    let lexicon = VerseLexicon(few.map { VerseLexicon.Entry($0, -2) }, strictness: .both)
    let demand = StressDemand(Metre(5))
    let table = OutlookTable(
      demand, of: lexicon.shapes, inner: lexicon.innerChoices,
      last: lexicon.lastChoices(lexicon.words.indices.map { WordID($0) }))
    func canEnd(_ measure: LineMeasure, _ depth: Int) -> Bool {
      guard depth > 0 else { return false }
      return lexicon.words.contains { word in
        if let last = word.last,
          demand.ends(with: lexicon.shapes.shapes[last], .space, in: measure, of: lexicon.shapes)
        {
          return true
        }
        guard let inner = word.inner,
          let next = demand.measure(
            after: lexicon.shapes.shapes[inner], .space, in: measure, of: lexicon.shapes)
        else { return false }
        return canEnd(next, depth - 1)
      }
    }
    func check(_ measure: LineMeasure, _ depth: Int) {
      let isFinite = table.outlook(of: measure) > -.infinity
      #expect(isFinite == canEnd(measure, 7), "\(measure)")
      guard depth > 0 else { return }
      for word in lexicon.words {
        guard let inner = word.inner,
          let next = demand.measure(
            after: lexicon.shapes.shapes[inner], .space, in: measure, of: lexicon.shapes)
        else { continue }
        check(next, depth - 1)
      }
    }
    check(demand.start, 3)
  }

  @Test func `many words share few shapes`() {
    #expect(Self.lexicon.shapes.shapes.count * 3 < VerseWords.all.count * 2)
  }
}

extension Int {
  fileprivate var id: WordID { WordID(self) }
}
