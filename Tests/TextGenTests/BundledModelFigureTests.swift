import Foundation
import Testing
import TextGen

/// The models in the box still know what they knew when they were measured. All texts are in `corpora/teste`,
/// which no model learns from; the limits leave 0.5 % for another processor's rounding.
struct BundledModelFigureTests {
  private static let portugues = Result { try TextModel("portugues") }
  private static let poesia = Result { try TextModel("poesia") }

  @Test(arguments: [("dia-a-dia-br", 1.437), ("dia-a-dia-pt", 1.388)])
  func `portugues reads everyday text at its price`(_ name: String, _ limit: Double) throws {
    let bits = try Self.portugues.get().score(text("\(name).txt")).bitsPerCharacter
    #expect(try #require(bits) < limit)
  }

  @Test func `a sentence costs portugues little where it begins from nothing`() throws {
    let model = try Self.portugues.get()
    let lines = try text("dia-a-dia-br.txt").split(separator: "\n")
    var (bits, characters) = (0.0, 0)
    for line in lines {
      bits += model.score(line + "\n").pieces.reduce(0) { $0 + $1.bits }
      characters += line.unicodeScalars.count + 1
    }
    #expect(bits / Double(characters) < 1.505)
  }

  @Test func `portugues prefers the word that makes sense`() throws {
    let model = try Self.portugues.get()
    func bits(_ item: Item, _ word: String) -> Double {
      let sentence = item.text.replacingOccurrences(of: "___", with: word)
      return model.score(sentence + "\n").pieces.reduce(0) { $0 + $1.bits }
    }
    let items = try text("lacunas.jsonl").split(separator: "\n").enumerated()
      .filter { $0.offset.isMultiple(of: 4) }
      .map { try JSONDecoder().decode(Item.self, from: Data($0.element.utf8)) }
    let won = items.count { item in
      let accepted = item.accepted.map { bits(item, $0) }.min() ?? .infinity
      return item.wrong.allSatisfy { accepted < bits(item, $0) }
    }
    #expect(items.count == 90 && won >= 66)
  }

  @Test func `poesia reads poems at its price`() throws {
    let bits = try Self.poesia.get().score(text("poemas.txt")).bitsPerCharacter
    #expect(try #require(bits) < 1.725)
  }

  /// A sentence with a blank.
  private struct Item: Decodable {
    var text: String
    var accepted: [String]
    var wrong: [String]
  }

  /// A text of `corpora/teste`.
  private func text(_ name: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(
      contentsOf: root.appending(path: "corpora/teste/\(name)"), encoding: .utf8)
  }
}
