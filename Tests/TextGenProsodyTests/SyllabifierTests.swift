import Testing
import TextGenProsody

struct SyllabifierTests {
  private static func reading(_ word: String) -> String {
    let divided = Syllabifier(spelling: .standard).divide(word)
    return divided.texts.joined(separator: "-") + "/\(divided.stress)"
  }

  @Test(arguments: HardWords.all.map(\.name))
  func `words divided by hand are divided so`(_ name: String) throws {
    let list = try #require(HardWords.all.first { $0.name == name })
    let entries = HardWords.entries(list.text)
    for entry in entries {
      let hand = entry.division.split(separator: "-").joined(separator: "-") + "/\(entry.stress)"
      #expect(Self.reading(entry.word) == hand)
    }
    #expect(entries.count >= 28)
  }
}
