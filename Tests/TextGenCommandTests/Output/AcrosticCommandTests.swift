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
    #expect(json["stopped"] as? String == "lines" && json["prompt"] as? String == "")
    #expect(Self.initials(text) == "ELA")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 4 && lines[1].isEmpty)
  }

  @Test func `a letter that the model lacks is one error, and the poem has a line of JSON`() throws
  {
    let arguments = ["sample", "--acrostic", "Ж", "--seed", "1", "--threads", "1"]
    let outcome = try TrainedModel.program().run(arguments)
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.errorLines.count == 1)
    // It may begin the line with a dash, and so comes to a few dead ends.
    #expect(
      outcome.error.contains("textgen: error: text 1 for seed 1 came to ")
        && outcome.error.contains(
          " the model has nothing that keeps the acrostic, such as “Ж”; try another --seed"),
      "\(outcome.error)")
    let json = try TrainedModel.program().run(arguments + ["--json"])
    let record = try json.json()
    #expect(json.status == 1 && record["text"] is NSNull)
    #expect(record["stopped"] as? String == "failed")
    let failure = try #require(record["failure"] as? [String: Any])
    #expect((failure["dead_ends"] as? Int).map { $0 >= 1 } == true && failure["line"] as? Int == 1)
    #expect(failure["reason"] as? String == "acrostic" && failure["message"] is String)
  }
}
