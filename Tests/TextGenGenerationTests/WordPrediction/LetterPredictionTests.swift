import Testing

@testable import TextGenGeneration

struct LetterPredictionTests {
  private static let words = WordList([
    "você ": 0.3, "voce ": 0.02, "vocês ": 0.1, "Você ": 0.05, "voz ": 0.2, "vocal ": 0.03,
    "ônibus ": 0.2, "Lisboa ": 0.1,
  ])

  private func letters(_ typed: String, folds: Bool = true) -> [Character: Double] {
    let found = Self.words.makeContext().letters(after: typed, folds: folds)
    #expect(found.map(\.probability) == found.map(\.probability).sorted(by: >))
    return Dictionary(
      uniqueKeysWithValues: found.filter { $0.probability > 1e-4 }
        .map { ($0.letter, $0.probability) })
  }

  private func expectEqual(
    _ found: [Character: Double], _ expected: [Character: Double],
    _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(Set(found.keys) == Set(expected.keys), sourceLocation: location)
    for (letter, probability) in expected {
      #expect(
        abs((found[letter] ?? 0) - probability) < 1e-4, "\(letter)", sourceLocation: location)
    }
  }

  @Test func `a letter has what all words that go on with it have together`() {
    expectEqual(letters(""), ["v": 0.65, "V": 0.05, "ô": 0.2, "L": 0.1])
    let total = 0.65 + 0.05 * 0.03
    expectEqual(letters("vo"), ["c": (0.45 + 0.05 * 0.03) / total, "z": 0.2 / total])
    expectEqual(
      letters("voc", folds: false), ["e": 0.02 / 0.45, "ê": 0.4 / 0.45, "a": 0.03 / 0.45])
  }

  @Test func `what the letters lack to 1 is that the word ends`() {
    expectEqual(letters("você", folds: false), ["s": 0.25])
    expectEqual(letters("onibu"), ["s": 1])
    expectEqual(letters("voz"), [:])
    expectEqual(letters("o al"), [:])
  }
}
