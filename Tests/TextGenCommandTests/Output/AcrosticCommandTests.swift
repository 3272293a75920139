import Foundation
import Testing

struct AcrosticCommandTests {
  /// What `sample` with these arguments and a model of the box writes.
  private static func sample(_ arguments: String...) throws -> BuiltProgram.Outcome {
    try BuiltProgram(folder: "/").run(
      ["sample", "--model", "poesia", "--threads", "1", "--seed", "7"] + arguments)
  }

  /// The first letters of the lines, plain and in capitals.
  private static func initials(_ poem: some StringProtocol) -> String {
    let initials = poem.split(separator: "\n").compactMap { $0.first(where: \.isLetter) }
    return String(initials).folding(options: .diacriticInsensitive, locale: nil).uppercased()
  }

  @Test func `the lines of a poem begin with the letters of a word`() throws {
    let outcome = try Self.sample("--acrostic", "AMOR", "--count", "2")
    #expect(outcome.status == 0, "\(outcome.error)")
    let poems = outcome.text.components(separatedBy: "\n\n* * *\n\n")
    #expect(poems.count == 2 && poems.map(Self.initials) == ["AMOR", "AMOR"], "\(outcome.text)")
    #expect(try Self.sample("--acrostic", "AMOR", "--count", "2").output == outcome.output)
    let other = try Self.sample("--acrostic", "amór").text
    #expect(other == poems[0] + "\n")
  }

  @Test func `a space is a blank line, and JSON says where the poem ends`() throws {
    let json = try Self.sample("--acrostic", "É LÁ", "--json").json()
    let text = try #require(json["text"] as? String)
    #expect(json["stopped"] as? String == "form" && json["prompt"] as? String == "")
    #expect(Self.initials(text) == "ELA" && json["form"] is NSNull)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 5 && lines[1].isEmpty && lines[4].isEmpty)
    let poem = try #require(json["poem"] as? [String: Any])
    #expect(poem["scheme"] as? String == "x xx")
    #expect((poem["metre"] as? [String: Any])?["syllables"] as? [Int] == [7])
  }

  @Test func `a form that repeats a stanza has as many as there are letters for`() throws {
    let outcome = try Self.sample("--acrostic", "ESPERANÇA DA VIDA", "--form", "verso-branco")
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(Self.initials(outcome.text) == "ESPERANCADAVIDA")
    #expect(outcome.text.components(separatedBy: "\n\n").count == 3)
  }

  @Test func `a letter that the model lacks is one error, and the poem has a line of JSON`() throws
  {
    let arguments = ["sample", "--acrostic", "Ж", "--seed", "1", "--threads", "1"]
    let outcome = try TrainedModel.program().run(arguments)
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.errorLines.count == 1)
    #expect(
      outcome.error.contains(
        "textgen: error: no poem for seed 1: the model knows no word with which line 1 may begin with "
          + "“Ж”; try another --acrostic or --model"), "\(outcome.error)")
    let json = try TrainedModel.program().run(arguments + ["--json"])
    let record = try json.json()
    #expect(json.status == 1 && record["text"] is NSNull)
    #expect(record["stopped"] as? String == "failed")
    let failure = try #require(record["failure"] as? [String: Any])
    #expect(failure["line"] as? Int == 1)
    #expect(failure["reason"] as? String == "acrostic" && failure["message"] is String)
  }
}
