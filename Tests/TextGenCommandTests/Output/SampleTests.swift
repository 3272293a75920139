import Foundation
import Testing

struct SampleTests {
  private static func sample(_ arguments: String...) throws -> BuiltProgram.Outcome {
    try TrainedModel.program().run(["sample", "--seed", "1", "--threads", "1"] + arguments)
  }

  @Test(arguments: [
    ["--temperature", "0"], ["--temperature", "1e-30"], ["--temperature", "1e30"],
    ["--temperature", "1e-320"], ["--top-k", "0"], ["--top-k", "1"], ["--top-k", "100000"],
    ["--top-k", "9223372036854775807"], ["--top-p", "0"], ["--top-p", "1"], ["--min-p", "0"],
    ["--min-p", "1"], ["--typical-p", "0"], ["--typical-p", "0.9"], ["--typical-p", "1"],
    ["--mirostat", "0"], ["--mirostat", "2,5"], ["--mirostat", "1e30"],
    ["--repetition-penalty", "1e30"], ["--repetition-penalty", "1e-30"],
  ])
  func `every legal option gives the length asked for`(_ option: [String]) throws {
    let outcome = try TrainedModel.program().run(
      ["sample", "--seed", "1", "--length", "40", "--json"] + option)
    #expect(outcome.status == 0, "\(outcome.error)")
    let json = try outcome.json()
    #expect((json["text"] as? String)?.count == 40)
    #expect(json["stopped"] as? String == "length")
    #expect(json["seed"] as? Int == 1)
    #expect((json["tokens"] as? Int).map { $0 >= 40 } == true)
  }

  @Test func `the same seed writes the same text for any number of threads and texts`() throws {
    let first = try Self.sample("--length", "60")
    #expect(try Self.sample("--length", "60", "--threads", "2").output == first.output)
    let three = try Self.sample("--length", "60", "--count", "3", "--json").jsonLines()
    #expect(Set(three.compactMap { $0["index"] as? Int }) == [0, 1, 2] && three.count == 3)
    let text = try #require(three.first { $0["index"] as? Int == 0 }?["text"] as? String)
    #expect(first.text == text + (text.hasSuffix("\n") ? "" : "\n"))
    #expect(Set(three.compactMap { $0["text"] as? String }).count == 3)
    let other = try TrainedModel.program().run("sample", "--seed", "2", "--length", "60")
    #expect(other.output != first.output)
  }

  @Test func `as JSON each text comes as soon as it is done, whole or in pieces as well`() throws {
    let arguments = ["--count", "4", "--stop", "a", "--length", "300", "--json"]
    let whole = try TrainedModel.program().run(["sample", "--seed", "3"] + arguments)
    let texts = try whole.jsonLines()
    // Texts are written side by side, a token each at a time: the shorter end first.
    let tokens = texts.compactMap { $0["tokens"] as? Int }
    #expect(tokens.count == 4 && tokens == tokens.sorted() && Set(tokens).count > 1)
    let streamed = try TrainedModel.program().run(
      ["sample", "--seed", "3", "--stream"] + arguments)
    var (pieces, ends): ([Int: String], Int) = ([:], 0)
    for line in try streamed.jsonLines() {
      let index = try #require(line["index"] as? Int)
      if let piece = line["piece"] as? String {
        pieces[index, default: ""] += piece
      } else {
        ends += 1
        #expect(line["text"] as? String == pieces[index, default: ""])
      }
    }
    #expect(ends == 4)
  }

  @Test func `a prompt from a file is the same as on the command line`() throws {
    let place = try TrainedModel.workplace.get()
    try place.write(Data("A chuva chegou".utf8), to: "prompt.txt")
    let file = try Self.sample("--prompt-file", "prompt.txt", "--length", "30")
    #expect(file.output == (try Self.sample("--prompt", "A chuva chegou", "--length", "30")).output)
    #expect(file.text.hasPrefix("A chuva chegou"))
    let bare = try Self.sample("--prompt-file", "prompt.txt", "--length", "30", "--no-echo")
    #expect(file.text == "A chuva chegou" + bare.text)
    let json = try Self.sample("--prompt", "A chuva", "--no-echo", "--json", "--length", "5").json()
    #expect(json["prompt"] == nil && json["text"] is String)
    let missing = try Self.sample("--prompt-file", "none.txt")
    #expect(missing.status == 1 && missing.error.contains("none.txt"))
  }

  @Test func `who asks for nothing gets a text without the tail of unlikely tokens`() throws {
    let usual = try Self.sample("--length", "200")
    let said = try Self.sample("--length", "200", "--temperature", "0.8", "--min-p", "0.02")
    #expect(usual.status == 0 && usual.output == said.output)
    let wild = ["sample", "--seed", "1", "--length", "200", "--temperature", "1"]
    let program = try TrainedModel.program()
    #expect(try program.run(wild).output != (try program.run(wild + ["--min-p", "0"])).output)
  }

  @Test func `a decimal comma is a point`() throws {
    let point = try Self.sample("--temperature", "0.5", "--top-p", "0.9", "--length", "40")
    #expect(point.status == 0)
    #expect(
      try Self.sample("--temperature", "0,5", "--top-p", "0,9", "--length", "40").output
        == point.output)
  }

  @Test func `without a seed a new one is chosen and said`() throws {
    let outcome = try TrainedModel.program().run("sample", "--length", "30", "--json")
    let seed = try #require(try outcome.json()["seed"] as? Int)
    #expect(outcome.error.contains("seed: \(seed)\n"))
    let again = try TrainedModel.program().run(
      "sample", "--length", "30", "--json", "--seed", "\(seed)")
    #expect(again.output == outcome.output)
  }

  @Test func `texts are separated and begin with the prompt`() throws {
    let outcome = try Self.sample("--prompt", "- A chuva", "--lines", "1", "--count", "2")
    let texts = outcome.text.components(separatedBy: "\n\n* * *\n\n")
    #expect(texts.count == 2 && texts.allSatisfy { $0.hasPrefix("- A chuva") })
    #expect(outcome.text.hasSuffix("\n") && !outcome.text.hasSuffix("\n\n"))
  }

  @Test func `a text ends at its lines, at its stop text or at nothing at all`() throws {
    let lines = try Self.sample("--lines", "3", "--json", "--temperature", "0.5").json()
    #expect(["lines", "length"].contains(lines["stopped"] as? String))
    let stop = try Self.sample("--stop", "a", "--json", "--length", "5000").json()
    #expect(stop["stopped"] as? String == "stop")
    #expect((stop["text"] as? String)?.contains("a") == false)
    let none = try Self.sample("--length", "0", "--json").json()
    #expect(none["text"] as? String == "" && none["stopped"] as? String == "length")
    #expect(try Self.sample("--length", "0").text == "\n")
    #expect(try Self.sample("--lines", "0", "--json").json()["stopped"] as? String == "lines")
  }

  @Test(arguments: [("ÀCHUVA", "“À”"), ("☃ 👩‍👩‍👧 ☃", "“☃”"), ("日本", "“日”")])
  func `a prompt with unseen characters is mapped and said once`(
    _ prompt: String, _ name: String
  ) throws {
    let outcome = try Self.sample("--prompt", prompt, "--length", "10")
    #expect(outcome.status == 0)
    #expect(outcome.text.hasPrefix(prompt))
    #expect(outcome.error.components(separatedBy: "the model has never seen").count == 2)
    #expect(outcome.error.components(separatedBy: name).count == 2, "\(outcome.error)")
  }

  @Test(arguments: [
    "\u{1}\u{1B}", "\r\n\r\n", "e\u{301}", "\u{FEFF}x", String(repeating: "ção ", count: 5000),
    "a" + String(repeating: "\u{301}", count: 5000), "שלום नमस्ते 🇧🇷",
  ])
  func `any prompt has a text`(_ prompt: String) throws {
    let outcome = try Self.sample("--prompt", prompt, "--length", "5", "--json")
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect((try outcome.json()["text"] as? String)?.count == 5)
  }
}
