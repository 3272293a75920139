import Foundation
import Testing

/// `--adapt`, from outside.
struct AdaptTests {
  private static let text = Data(
    String(repeating: "Zuzarte Zebedeu zarpou para Zanzibar às onze.\n", count: 30).utf8)

  private static func bits(_ options: String..., input: Data = text) throws -> Double {
    let arguments = ["evaluate", "-", "--words", "0", "--json", "--threads", "1"] + options
    let outcome = try TrainedModel.program().run(arguments, input: input)
    #expect(outcome.status == 0, "\(outcome.error)")
    return try #require(try outcome.json()["bits_per_character"] as? Double)
  }

  @Test func `what repeats itself costs less when the model learns`() throws {
    let frozen = try Self.bits()
    let memory = try Self.bits("--adapt-by", "memory")
    let network = try Self.bits("--adapt-by", "network")
    let both = try Self.bits("--adapt")
    #expect(memory < 0.5 * frozen && network < frozen, "\(frozen) \(memory) \(network)")
    #expect(both < 0.5 * frozen)
    #expect(try Self.bits("--adapt-by", "both") == both)
  }

  @Test func `the end of a text changes nothing of what its beginning costs`() throws {
    // Both texts have one length, so their sums differ by what their ends cost alone.
    let beginning = String(decoding: Self.text.prefix(900), as: UTF8.self)
    let whole = try Self.bits("--adapt", input: Data((beginning + "aa").utf8))
    let other = try Self.bits("--adapt", input: Data((beginning + "zz").utf8))
    let alone = try Self.bits("--adapt", input: Data(beginning.utf8))
    let count = Double(beginning.unicodeScalars.count)
    #expect(whole != other)
    for longer in [whole, other] { #expect(longer * (count + 2) > alone * count) }
  }

  @Test func `a keyboard learns the words of its writer, and forgets them with the text`() throws {
    let name = #"{"add":"Zuzarte Zebedeu "}"#
    let question = #"{"add":"Zuzarte ","prefix":"Z","k":1}"#
    let lines =
      [question] + Array(repeating: name, count: 40)
      + [question, #"{"reset":true}"#, question]
    let outcome = try TrainedModel.program().run(
      ["complete", "--keyboard", "--adapt", "--threads", "1"],
      input: Data((lines.joined(separator: "\n") + "\n").utf8))
    let answers = try outcome.jsonLines()
    #expect(answers.count == lines.count, "\(outcome.error)")
    let learned = answers[41]
    #expect(learned["candidates"] as? [String] == ["Zebedeu"])
    let before = answers[0]["candidates"] as? [String]
    #expect(before != ["Zebedeu"])
    #expect(answers[43]["candidates"] as? [String] == before)
  }

  @Test func `a prompt teaches what is written after it, and one text nothing to another`() throws {
    let prompt = String(repeating: "Ai, flores, ai flores do verde pino!\n", count: 12)
    func sample(_ options: String...) throws -> String {
      let outcome = try TrainedModel.program().run(
        ["sample", "--prompt", prompt, "--length", "60", "--temperature", "0", "--seed", "1"]
          + options)
      #expect(outcome.status == 0, "\(outcome.error)")
      return String(outcome.text.dropFirst(prompt.count))
    }
    let adapted = try sample("--adapt")
    #expect(adapted != (try sample()))
    #expect(adapted.contains("flores"))
    #expect(adapted == (try sample("--adapt")))
  }

  @Test func `an unknown way to adapt is a wrong use`() throws {
    let outcome = try TrainedModel.program().run("complete", "Os", "--adapt-by", "magic")
    #expect(outcome.status == 64)
    #expect(outcome.error.contains("'--adapt-by'"))
  }
}
