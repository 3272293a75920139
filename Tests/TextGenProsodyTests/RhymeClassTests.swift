import Testing
import TextGenProsody

/// Classes of words agree with the verdicts on pairs.
struct RhymeClassTests {
  private static let syllabifier = Syllabifier(spelling: .standard)
  private static let rhymer = Rhymer()

  private static func rhymeClass(
    _ word: String, _ strictness: Strictness, _ kind: RhymeKind = .consoante
  ) -> RhymeClass? {
    rhymer.rhymeClass(of: syllabifier.divide(word), strictness, kind: kind)
  }

  private static let words = [
    "amor", "calor", "flor", "mar", "cantar", "luar", "vida", "querida", "estrada", "calada",
    "anel",
    "céu", "sol", "anzol", "coração", "canção", "irmã", "manhã", "luz", "cruz", "azuis", "paz",
    "mais", "alegria", "poesia", "caminho", "ninho", "pássaro", "lua", "rua", "janela", "bela",
  ]

  @Test(arguments: Strictness.allCases)
  func `words of a class rhyme, others don't`(_ strictness: Strictness) {
    for first in Self.words {
      for second in Self.words where first != second {
        guard let a = Self.rhymeClass(first, strictness),
          let b = Self.rhymeClass(second, strictness)
        else { continue }
        let kind = Self.rhymer.verdict(first, second).kind(strictness)
        #expect((a == b) == (kind == .consoante), "\(first), \(second): \(kind)")
      }
    }
  }

  @Test(arguments: Strictness.allCases)
  func `words of a loose class have equal vowels at least`(_ strictness: Strictness) {
    for first in Self.words {
      for second in Self.words where first != second {
        guard let a = Self.rhymeClass(first, strictness, .toante),
          let b = Self.rhymeClass(second, strictness, .toante), a == b
        else { continue }
        #expect(
          Self.rhymer.verdict(first, second).kind(strictness) >= .toante, "\(first), \(second)")
      }
    }
    #expect(Self.rhymeClass("casa", .both, .toante) == Self.rhymeClass("mata", .both, .toante))
    #expect(Self.rhymeClass("casa", .both) != Self.rhymeClass("mata", .both))
  }

  @Test func `a class may hold in one country alone`() {
    #expect(Self.rhymeClass("paz", .brazil) == Self.rhymeClass("mais", .brazil))
    #expect(Self.rhymeClass("paz", .both) != Self.rhymeClass("mais", .both))
  }

  @Test func `a homograph has no class`() {
    #expect(Self.rhymeClass("gosto", .both) == nil)
  }
}
