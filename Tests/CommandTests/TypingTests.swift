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
      #""add":"Bom dia, ","prefix":"voce""#, #""add":"Eu ","prefix":"nao""#,
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
}
