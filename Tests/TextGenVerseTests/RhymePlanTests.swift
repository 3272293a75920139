import Testing
import TextGenCompute
import TextGenProsody
import TextGenTestSupport
import TextGenVerse

/// Plans give each class of lines words of its own.
struct RhymePlanTests {
  private static func lexicon(_ words: [String]) -> VerseLexicon {
    VerseLexicon(words.map { VerseLexicon.Entry($0, -5) }, strictness: .both)
  }

  private static let lexicon = lexicon(VerseWords.all)

  @Test func `words that rhyme are of one class`() throws {
    for group in VerseWords.rhymes {
      let classes = Set(group.compactMap { Self.lexicon.rhyme(of: $0) })
      #expect(classes.count == 1, "\(group)")
      let number = try #require(classes.first)
      #expect(Self.lexicon.classes[number].count >= group.count)
    }
    #expect(Self.lexicon.rhyme(of: "de") == nil && Self.lexicon.rhyme(of: "xilofone") == nil)
  }

  @Test func `each class of lines gets another class with enough words`() {
    for seed in 0..<20 {
      var generator = SeededGenerator(seed: UInt64(seed))
      var plan = RhymePlan()
      for group in 0..<5 {
        let isDrawn = plan.draw(group, lines: 3, of: 5, from: Self.lexicon, using: &generator)
        #expect(isDrawn)
      }
      #expect(Set(plan.classes.values).count == 5)
      #expect(plan.classes.values.allSatisfy { Self.lexicon.classes[$0].count >= 3 })
    }
  }

  @Test func `a class that is closed is never drawn, one that is heavy more often`() throws {
    let closed = try #require(Self.lexicon.rhyme(of: "estrada"))
    let heavy = try #require(Self.lexicon.rhyme(of: "ninho"))
    var count = 0
    for seed in 0..<50 {
      var generator = SeededGenerator(seed: UInt64(seed))
      var plan = RhymePlan()
      _ = plan.draw(
        0, lines: 2, of: 2, from: Self.lexicon, closed: [closed],
        weight: { $0 == heavy ? 1000 : 1 }, using: &generator)
      #expect(plan.classes[0] != closed)
      if plan.classes[0] == heavy { count += 1 }
    }
    #expect(count >= 45)
  }

  @Test func `of four classes of lines one at most rhymes too easily`() {
    let words =
      VerseWords.all + ["amar", "cantar", "sonhar", "voar", "coração", "canção", "mão", "pão"]
    let lexicon = Self.lexicon(words)
    for seed in 0..<30 {
      var generator = SeededGenerator(seed: UInt64(seed))
      var plan = RhymePlan()
      for group in 0..<4 {
        _ = plan.draw(group, lines: 2, of: 4, from: lexicon, using: &generator)
      }
      let easy = plan.classes.values.filter { number in
        lexicon.classes[number].allSatisfy { lexicon[$0].isEasy }
      }
      #expect(easy.count <= 1)
    }
  }

  @Test func `no plan is made where no class has so many words`() {
    var generator = SeededGenerator(seed: 1)
    var plan = RhymePlan()
    #expect(!plan.draw(0, lines: 30, of: 1, from: Self.lexicon, using: &generator))
    #expect(plan.classes.isEmpty)
    plan.set(0, to: 1)
    plan.forget([0])
    #expect(plan.classes.isEmpty)
  }
}
