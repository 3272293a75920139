import Testing
import TextGenProsody
import TextGenVerse

@testable import TextGenPoetry

/// Words that keep company.
struct NearWordsTests {
  private static let lexicon = VerseLexicon(
    ["onda", "praia", "navio", "missa", "de", "chuva"].map { VerseLexicon.Entry($0, -7) },
    strictness: .both)

  private static func id(_ text: String) -> WordID {
    lexicon.words.firstIndex { $0.text == text }.map { WordID($0) } ?? 0
  }

  @Test func `a word is near those that it comes with`() throws {
    let near = NearWords(Self.lexicon)
    let direction = try #require(near.direction(of: [Self.id("onda"), Self.id("praia")]))
    var closeness: [WordID: Float] = [:]
    near.forEach(toward: direction) { closeness[$0] = $1 }
    #expect(closeness[Self.id("navio")] ?? 0 > closeness[Self.id("missa")] ?? 1)
    #expect(closeness[Self.id("de")] == nil)
  }

  @Test func `a word alone has no company`() {
    #expect(NearWords(Self.lexicon).direction(of: [Self.id("onda"), Self.id("de")]) == nil)
  }

  @Test func `it is known of each subject with what it comes`() {
    #expect(PoemSubjects.words.count > 90)
    for subject in PoemSubjects.words {
      #expect(ThemeVectors.portuguese.number(of: subject) != nil, "\(subject)")
    }
  }
}
