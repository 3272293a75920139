import Foundation
import Testing

struct LongListTests {
  @Test(.tags(.slow)) func `a long list of the model in the box has no fragment and no gap`() throws
  {
    func list(_ count: Int) throws -> [(word: String, probability: Double)] {
      let outcome = try BuiltProgram(folder: "/").run(
        "complete", "Bom dia, tudo ", "--model", "portugues", "--count", "\(count)", "--json",
        limit: 300)
      let positions = try #require(try outcome.json()["positions"] as? [[String: Any]])
      #expect(positions.first?["complete"] == nil)
      let candidates = try #require(positions.first?["candidates"] as? [[String: Any]])
      return candidates.compactMap { candidate in
        guard let word = candidate["word"] as? String else { return nil }
        return (word, candidate["probability"] as? Double ?? 0)
      }
    }
    let (shorter, longer) = (try list(150), try list(300))
    #expect(longer.count == 300 && longer.allSatisfy { $0.probability >= 1e-5 })
    #expect(longer.prefix(150).map(\.word) == shorter.map(\.word))
    let words = Set(longer.map(\.word))
    #expect(words.isSuperset(of: ["certo", "preto", "possível"]) && !words.contains("arran"))
  }
}
