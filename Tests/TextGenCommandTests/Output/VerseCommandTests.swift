import Foundation
import Testing
import TextGenTestSupport

struct VerseCommandTests {
  /// A folder with a model that has read nothing but words of verse.
  private static let workplace = Result {
    let words = VerseWords.all
    let capitals = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    let lines = zip(capitals, words.reversed()).map { "\($0) de \($1), a \($1).\n" }
    let workplace = try Workplace(
      corpus: Data((lines + lines).joined().utf8))
    let trained = try workplace.train("--unit", "word", "--output", "checkpoints/versos")
    #expect(trained.status == 0, "\(trained.error)")
    return workplace
  }

  private static func sample(_ arguments: String...) throws -> BuiltProgram.Outcome {
    try workplace.get().program.run(
      ["sample", "--model", "versos", "--threads", "1", "--seed", "7"] + arguments)
  }

  @Test func `a poem keeps its form, as scan says, and one seed gives one poem`() throws {
    let poem = try Self.sample("--form", "trova")
    #expect(poem.status == 0, "\(poem.error)")
    let workplace = try Self.workplace.get()
    try workplace.write(poem.output, to: "trova.txt")
    let scan = try workplace.program.run(["scan", "--form", "trova", "--check", "trova.txt"])
    #expect(scan.status == 0, "\(poem.text)\n\(scan.error)")
    #expect(try Self.sample("--form", "trova").output == poem.output)
    #expect(try Self.sample("--form", "trova", "--threads", "2").output == poem.output)
  }

  @Test func `JSON has what scan says of the poem`() throws {
    let json = try Self.sample("--form", "Quadra", "--json", "--theme", "lua").json()
    #expect(json["stopped"] as? String == "form" && json["form"] as? String == "quadra")
    #expect(json["theme"] as? String == "lua" && json["strict"] as? String == "both")
    #expect((json["steps"] as? Int).map { $0 > 0 } == true && json["plans"] is Int)
    let poem = try #require(json["poem"] as? [String: Any])
    #expect((poem["violations"] as? [Any])?.isEmpty == true && poem["form"] as? String == "quadra")
    let text = try #require(json["text"] as? String)
    #expect(text.split(separator: "\n").count == 4)
  }

  @Test func `without a form the scheme says how many lines there are`() throws {
    let outcome = try Self.sample("--rhyme", "AA BB", "--metre", "5", "--count", "2")
    let poems = outcome.text.components(separatedBy: "\n\n* * *\n\n")
    #expect(outcome.status == 0 && poems.count == 2, "\(outcome.error)")
    #expect(poems.allSatisfy { $0.components(separatedBy: "\n\n").count == 2 })
  }

  @Test func `a first line out of metre is one error, and the poem has a line of JSON`() throws {
    let outcome = try Self.sample("--form", "soneto", "--first-line", "A noite clara", "--json")
    let json = try outcome.json()
    #expect(outcome.status == 1 && json["text"] is NSNull && json["poem"] is NSNull)
    let failure = try #require(json["failure"] as? [String: Any])
    #expect(failure["reason"] as? String == "first-line" && failure["line"] as? Int == 1)
    #expect(
      outcome.error.contains("is read with 4 syllables, but 10 are asked"), "\(outcome.error)")
  }

  @Test func `a poem that is not found is told in Portuguese, its JSON in English`() throws {
    var program = try Self.workplace.get().program
    program.environment["TEXTGEN_LANGUAGE"] = "pt"
    let outcome = try program.run(
      "sample", "--model", "versos", "--seed", "7", "--form", "soneto", "--first-line",
      "A noite clara", "--json")
    #expect(outcome.status == 1)
    #expect(
      outcome.error.contains(
        "não há poema da forma soneto para a semente 7: o primeiro verso lê-se com 4 sílabas, "
          + "mas pedem-se 10; "), "\(outcome.error)")
    let failure = try #require(try outcome.json()["failure"] as? [String: Any])
    let message = try #require(failure["message"] as? String)
    #expect(message.hasPrefix("no soneto for seed 7: the first line is read with 4 syllables, "))
  }

  @Test func `poems are measured beside those of people`() throws {
    let workplace = try Self.workplace.get()
    let poem = try Self.sample("--form", "trova")
    try workplace.write(poem.output, to: "people.txt")
    let outcome = try workplace.program.run([
      "evaluate", "people.txt", "--words", "0", "--samples", "2", "--form", "trova", "--seed", "7",
      "--training", "people.txt", "--model", "versos", "--threads", "1", "--json",
    ])
    #expect(outcome.status == 0, "\(outcome.error)")
    let samples = try #require(try outcome.json()["samples"] as? [String: Any])
    let verse = try #require(samples["verse"] as? [String: Any])
    #expect(verse["form"] as? String == "trova" && verse["failed"] as? Int == 0)
    let written = try #require(verse["written"] as? [String: Int])
    #expect(written["poems"] == 2 && written["poems_in_form"] == 2 && written["lines"] == 8)
    #expect(written["lines_in_metre"] == 8 && written["right_pairs"] == 4)
    #expect((verse["real"] as? [String: Int])?["poems_in_form"] == 1)
    // The first poem of the seed is the training text.
    #expect((verse["copied_lines"] as? [String: Int])?["real"] == 4)
    #expect((verse["copied_lines"] as? [String: Int])?["written"] ?? 0 >= 4)
    let bits = try #require(verse["bits_per_character"] as? [String: Double])
    #expect(Set(bits.keys) == ["written", "real", "free"])
  }

  @Test func `a word that no poem can be about is said, and the poem is written`() throws {
    let outcome = try Self.sample("--form", "quadra", "--theme", "xilofone")
    #expect(outcome.status == 0 && outcome.error.contains("“xilofone” is no word that"))
  }
}
