import Foundation
import Testing

/// What people type, completed by the model in the box.
struct TypingTests {
  private static func talk(_ lines: String...) throws -> [[String]] {
    let outcome = try BuiltProgram(folder: "/").run(
      "complete", "--keyboard", "--model", "portugues",
      input: Data(lines.map { #"{"reset":true,"# + $0 + "}\n" }.joined().utf8), limit: 300)
    return try outcome.jsonLines().map { try #require($0["candidates"] as? [String]) }
  }

  @Test(.tags(.slow)) func `letters without accents and capitals find the words`() throws {
    let lists = try Self.talk(
      #""add":"Hoje ","prefix":"voce""#, #""add":"Eu ","prefix":"nao""#,
      #""add":"Vou pegar o ","prefix":"onibus""#, #""add":"Até ","prefix":"amanha""#,
      #""add":"Ela mora em ","prefix":"lisb""#, #""add":"Um copo de ","prefix":"agu""#)
    #expect(
      lists.map(\.first) == ["você", "não", "ônibus", "amanhã", "Lisboa", "água"], "\(lists)")
  }

  @Test(.tags(.slow)) func `a slip is forgiven, and what is no slip stays`() throws {
    let lists = try Self.talk(
      #""add":"Muito ","prefix":"obriagdo""#, #""add":"Atende o ","prefix":"telefoen""#,
      #""add":"O meu ","prefix":"porfessor""#, #""add":"Vou ","prefix":"amnhã""#,
      #""add":"O nome dela é ","prefix":"Xavieriana""#)
    #expect(
      lists.map(\.first) == ["obrigado", "telefone", "professor", "amanhã", "Xavieriana"],
      "\(lists)")
  }

  @Test func `punctuation has its place in the list, and the sentence goes on after it`() throws {
    let outcome = try BuiltProgram(folder: "/").run(
      "complete", "Bom dia", "--json", "--model", "portugues")
    let json = try outcome.json()
    let position = try #require((json["positions"] as? [[String: Any]])?.first)
    let candidates = try #require(position["candidates"] as? [[String: Any]])
    let first = try #require(candidates.first)
    #expect(first["word"] as? String == "," && first["mark"] as? Bool == true)
    #expect(candidates.count { $0["mark"] == nil } == 5)
    let probabilities = candidates.compactMap { $0["probability"] as? Double }
    #expect(probabilities == probabilities.sorted(by: >) && probabilities.reduce(0, +) < 1)
    #expect((position["space"] as? Double).map { $0 > 0 && $0 < 1 } == true)
    #expect((json["completed"] as? String)?.hasPrefix("Bom dia, ") == true)
  }
}
