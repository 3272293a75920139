import Foundation
import Testing

struct EvaluateTests {
  private static let text = Data("A chuva chegou cedo.\nO menino guardou a pipa.\n".utf8)

  private static func evaluate(_ arguments: [String], input: Data = text) throws
    -> BuiltProgram.Outcome
  {
    try TrainedModel.program().run(["evaluate", "--threads", "1"] + arguments, input: input)
  }

  @Test func `the report has the measures`() throws {
    let json = try Self.evaluate(["-", "--json", "--words", "5"]).json()
    #expect(json["model"] as? String == "checkpoints/corpus")
    #expect(json["characters"] as? Int == 46)
    #expect(json["words"] as? Int == 9)
    for key in ["bits_per_character", "perplexity_per_word", "characters_per_second"] {
      #expect((json[key] as? Double).map { $0 > 0 } == true, "\(key)")
    }
    for key in ["recall", "keystroke_savings"] {
      let values = try #require(json[key] as? [String: Double])
      #expect(Set(values.keys) == ["1", "3", "5"])
      #expect(values.values.allSatisfy { (-1...1).contains($0) })
    }
    #expect(json["unknown_rate"] as? Double != nil)
  }

  @Test func `no words leave the typist out`() throws {
    let outcome = try Self.evaluate(["-", "--words", "0", "--json"])
    #expect(outcome.status == 0)
    let json = try outcome.json()
    #expect(json["recall"] == nil && json["keystroke_savings"] == nil)
    #expect(json["bits_per_character"] is Double)
    let table = try Self.evaluate(["-", "--words", "0"])
    #expect(
      table.text.hasPrefix(
        "characters            46\nwords                 9\nbits per character    "))
  }

  @Test func `several files are one text with a line end between two`() throws {
    let place = try TrainedModel.workplace.get()
    try place.write(Data("A chuva chegou cedo.".utf8), to: "evaluate-1.txt")
    try place.write(Data("O menino guardou a pipa.\n".utf8), to: "evaluate-2.txt")
    let joined = try Self.evaluate(
      ["evaluate-1.txt", "evaluate-2.txt", "--words", "0", "--json"]).json()
    let whole = try Self.evaluate(["-", "--words", "0", "--json"]).json()
    #expect(joined["characters"] as? Int == whole["characters"] as? Int)
    #expect(joined["bits_per_character"] as? Double == whole["bits_per_character"] as? Double)
  }

  @Test(arguments: [
    "\u{FEFF}A chuva\r\n", "a" + String(repeating: "\u{301}", count: 5000), "👩‍👩‍👧 🇧🇷 שלום नमस्ते",
    "\u{0}\u{1}", "x", "\n", "...",
  ])
  func `any text is measured`(_ text: String) throws {
    let outcome = try Self.evaluate(["-", "--json", "--words", "3"], input: Data(text.utf8))
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(try outcome.json()["bits_per_character"] is Double)
  }

  @Test(arguments: [
    (Data(), "there is nothing to measure"),
    (Data([0xEF, 0xBB, 0xBF]), "there is nothing to measure"),
    (Data([0x61, 0xE1, 0x20]), "standard input is not UTF-8: byte 0xE1 at offset 1"),
  ])
  func `what cannot be measured is refused`(_ text: Data, _ sentence: String) throws {
    let outcome = try Self.evaluate(["-"], input: text)
    #expect(outcome.status == 1)
    #expect(outcome.errorLines.count == 1 && outcome.error.contains(sentence), "\(outcome.error)")
  }

  @Test func `a file in another encoding is read when it is named`() throws {
    let outcome = try Self.evaluate(
      ["-", "--encoding", "windows-1252", "--words", "0", "--json"], input: Data([0x61, 0xE1]))
    #expect(try outcome.json()["characters"] as? Int == 2)
  }
}
