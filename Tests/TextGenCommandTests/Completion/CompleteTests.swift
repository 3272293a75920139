import Foundation
import Testing

struct CompleteTests {
  @Test(arguments: [
    ("Os alunos tiraram...", [17], ["Os alunos tiraram"]), ("A chuva", [7], ["A chuva"]),
    ("Falo ___ bem", [5], ["Falo ", " bem"]),
    ("Ontem eu ___ ao cinema com meus ___.", [9, 32], ["Ontem eu ", " ao cinema com meus ", "."]),
    ("👩‍👩‍👧 e\u{301} ___ fim", [4], ["👩‍👩‍👧 e\u{301} ", " fim"]), ("", [0], [""]),
  ])
  func `each place has candidates at its offset, the best of which complete the text`(
    _ text: String, _ offsets: [Int], _ parts: [String]
  ) throws {
    let outcome = try TrainedModel.program().run("complete", text, "--json", "--count", "3")
    #expect(outcome.status == 0, "\(outcome.error)")
    let json = try outcome.json()
    #expect(json["text"] as? String == text)
    #expect(json["model"] as? String == "checkpoints/corpus")
    let positions = try #require(json["positions"] as? [[String: Any]])
    #expect(positions.map { $0["offset"] as? Int } == offsets)
    for position in positions {
      let candidates = try #require(position["candidates"] as? [[String: Any]])
      let probabilities = candidates.compactMap { $0["probability"] as? Double }
      #expect(candidates.count <= 3 && probabilities.count == candidates.count)
      #expect(candidates.allSatisfy { $0["word"] is String })
      #expect(probabilities.reduce(0, +) <= 1 + 1e-9)
      // Known words, then others: each by probability.
      #expect(zip(probabilities, probabilities.dropFirst()).count { $0 < $1 } <= 1)
    }
    let completed = try #require(json["completed"] as? String)
    // The best word of each blank between the parts of the text; an end is finished at will.
    let words = positions.prefix(parts.count - 1).map {
      ($0["candidates"] as? [[String: Any]])?.first?["word"] as? String ?? "?"
    }
    let filled = zip(parts, words + [""]).map { $0 + $1 }.joined()
    #expect(parts.count > 1 ? completed == filled : completed.hasPrefix(filled), "\(completed)")
  }

  @Test func `a word that is being typed is completed`() throws {
    let outcome = try TrainedModel.program().run(
      "complete", "--partial", "Os al", "--json", "--count", "4")
    let positions = try #require(try outcome.json()["positions"] as? [[String: Any]])
    #expect(positions.map { $0["offset"] as? Int } == [3])
    let candidates = try #require(positions.first?["candidates"] as? [[String: Any]])
    #expect(!candidates.isEmpty)
    #expect(candidates.allSatisfy { ($0["word"] as? String)?.hasPrefix("al") == true })
  }

  @Test func `people read a table and the sentence`() throws {
    let outcome = try TrainedModel.program().run("complete", "A chuva ___ cedo", "--count", "1")
    #expect(outcome.status == 0)
    let lines = outcome.text.split(separator: "\n", omittingEmptySubsequences: false)
    let candidates = lines.prefix { !$0.isEmpty }
    #expect(candidates.count == 1 && lines.count == candidates.count + 3)
    #expect(candidates.allSatisfy { $0.hasPrefix("  ") && $0.hasSuffix(" %") })
    let sentence = lines[candidates.count + 1]
    #expect(sentence.hasPrefix("A chuva ") && sentence.hasSuffix(" cedo"))
    #expect(!outcome.text.contains("\u{1B}"))
  }

  @Test func `each line of standard input is a text and has a line`() throws {
    let input = Data("A chuva ___ cedo\n\n\(String(repeating: "__ ", count: 20))a\nOs alunos".utf8)
    let outcome = try TrainedModel.program().run("complete", "--lines", input: input)
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("textgen: warning: line 3: the text has 20 blanks"))
    #expect(outcome.errorLines == ["textgen: error: 1 of 4 lines could not be completed"])
    let lines = outcome.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 5 && lines[4].isEmpty)
    #expect(lines[0].hasPrefix("A chuva ") && lines[0].hasSuffix(" cedo"))
    #expect(lines[2].hasPrefix("__ __") && lines[3].hasPrefix("Os alunos "))
    let objects = try TrainedModel.program().run("complete", "--lines", "--json", input: input)
      .jsonLines()
    #expect(objects.count == 4)
    #expect((objects[2]["error"] as? String)?.contains("20 blanks") == true)
    let alone = try TrainedModel.program().run("complete", "--json", "Os alunos").json()
    #expect(objects[3]["completed"] as? String == alone["completed"] as? String)
    #expect(try TrainedModel.program().run("complete", "--lines").output.isEmpty)
  }

  @Test func `numbers of JSON have six significant digits`() throws {
    let text = try TrainedModel.program().run("complete", "A chuva", "--json").text
    let numbers = text.matches(of: /:(\d\.\d+(?:e-\d+)?)/).map { $0.output.1 }
    #expect(numbers.count == 5)
    for number in numbers {
      let digits = number.prefix { $0 != "e" }.drop { "0.".contains($0) }.filter { $0 != "." }
      #expect(digits.count <= 6, "\(number)")
    }
  }

  @Test(arguments: [["-"], []]) func `the text may come from standard input`(_ mark: [String])
    throws
  {
    let outcome = try TrainedModel.program().run(
      ["complete", "--json", "--count", "1"] + mark, input: Data("A chuva ___ cedo\n".utf8))
    #expect(outcome.status == 0)
    #expect(try outcome.json()["text"] as? String == "A chuva ___ cedo")
  }

  @Test func `bytes that are not UTF-8 are replaced, counted and said`() throws {
    let outcome = try TrainedModel.program().run(
      "complete", "--json", input: Data("A chuva \u{0}".utf8) + Data([0xE1, 0x20, 0xFF]))
    #expect(outcome.status == 0)
    #expect(outcome.error.contains("textgen: warning: TEXT holds 2 places that were not UTF-8"))
    #expect(try outcome.json()["text"] as? String == "A chuva \u{0}\u{FFFD} \u{FFFD}")
  }

  @Test func `more blanks than can be filled are refused with a sentence`() throws {
    let text = Array(repeating: "___", count: 40).joined(separator: " a ")
    let outcome = try TrainedModel.program().run("complete", text)
    #expect(outcome.status == 1)
    #expect(outcome.errorLines.count == 1 && outcome.error.contains("40 blanks"))
  }

  @Test func `a text that is far too long is refused with its size`() throws {
    let outcome = try TrainedModel.program().run(
      "complete", "-", input: Data(repeating: 0x61, count: 17_000_000))
    #expect(outcome.status == 1)
    #expect(outcome.errorLines.count == 1 && outcome.error.contains("the text has 17000000 bytes"))
  }

  @Test(arguments: [
    "\u{FEFF}A chuva", "A\r\nchuva\r", "\u{1}\u{7F} ___", "אבג ___ العربية", "हिन्दी ___",
    String(repeating: "a\u{301}", count: 3000), "a" + String(repeating: "\u{301}", count: 10_000),
    String(repeating: "chuva ", count: 20_000), "🇧🇷🇵🇹 ___ 👍🏽", "   ", "...", "___", "……",
  ])
  func `any text has an answer`(_ text: String) throws {
    let outcome = try TrainedModel.program().run(
      "complete", "--count", "1", "--json", "-", input: Data(text.utf8))
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(try outcome.json()["completed"] is String)
  }
}
