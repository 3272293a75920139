import Foundation
import Testing
import TextGen

/// The library as another package sees it, with a model of the box.
struct TextModelTests {
  private static let model = Result { try TextModel("portugues", options: .init(threads: 1)) }

  private var model: TextModel { get throws { try Self.model.get() } }

  @Test func `a text is completed with candidates and an ending`() throws {
    let completion = try model.complete("Os alunos tiraram...", count: 3)
    let position = try #require(completion.positions.first)
    #expect(completion.positions.count == 1)
    #expect(position.offset == 17)
    #expect(position.candidates.count == 3)
    let probabilities = position.candidates.map(\.probability)
    #expect(probabilities == probabilities.sorted(by: >))
    #expect(completion.completed.hasPrefix("Os alunos tiraram " + position.candidates[0].word))
  }

  @Test func `a blank is filled with what fits on both sides`() throws {
    let completion = try model.complete("Ontem eu ___ ao cinema.")
    #expect(completion.positions.map(\.offset) == [9])
    #expect(
      completion.completed.hasPrefix("Ontem eu ") && completion.completed.hasSuffix(" ao cinema."))
  }

  @Test func `a count out of range is refused`() throws {
    #expect(throws: CompletionFailure.candidateCount(found: 0, limit: 1000)) {
      try model.complete("Bom dia", count: 0)
    }
  }

  @Test func `next words are those that a typing session suggests`() throws {
    let words = try model.nextWords(after: "Os alunos ", typed: "tir", count: 4)
    #expect(words.words.count == 4 && words.words.allSatisfy { $0.word.hasPrefix("tir") })
    var session = try model.makeTypingSession()
    session.append("Os ")
    let fork = session
    session.append("alunos ")
    #expect(session.suggestions(typed: "tir", count: 4) == words)
    session.append("xx")
    session.deleteLast(2)
    #expect(session.suggestions(typed: "tir", count: 4) == words)
    var other = fork
    other.append("alunos ")
    #expect(other.suggestions(typed: "tir", count: 4) == words, "a copy is a fork")
    session.reset()
    #expect(try session.suggestions(count: 2) == model.nextWords(after: "", count: 2))
  }

  @Test func `pieces of a text are the text, and the seed gives it again`() async throws {
    var options = WritingOptions()
    options.characters = 60
    let pieces = try model.write(after: "A noite", options: options, seed: 7)
    var text = ""
    for await piece in pieces { text += piece }
    let whole = try model.text(after: "A noite", options: options, seed: 7)
    #expect(text == whole.text && whole.text.count == 60)
    #expect(whole.ending == .length && whole.seed == 7 && whole.tokenCount > 0)
  }

  @Test func `a cancelled task gets no further piece`() async throws {
    let pieces = try model.write(after: "A noite", seed: 7)
    let task = Task {
      var count = 0
      for await _ in pieces {
        count += 1
        if count == 3 { withUnsafeCurrentTask { $0?.cancel() } }
      }
      return count
    }
    #expect(await task.value == 3)
  }

  @Test func `an option out of range is refused by name`() throws {
    var options = WritingOptions()
    options.topP = 2
    #expect(throws: OptionFailure(name: "top-p", value: "2.0", range: "0 to 1")) {
      try model.write(options: options)
    }
  }

  @Test func `every setting of the sampler has a name`() throws {
    var options = WritingOptions()
    options.characters = 40
    #expect(options[setting: "typical-p"] == 1 && options[setting: "top-k"] == 0)
    options[setting: "top-k"] = 7
    #expect(options.topK == 7 && WritingOptions.settingNames.contains("mirostat"))
    options[setting: "mirostat"] = 3
    #expect(try model.text(options: options, seed: 7).text.count == 40)
    options[setting: "mirostat"] = -1
    #expect(throws: OptionFailure(name: "mirostat", value: "-1.0", range: "0 (off) or more")) {
      try model.write(options: options)
    }
    options[setting: "top-k"] = 2.5
    #expect(throws: OptionFailure(name: "top-k", value: "2.5", range: "a whole number")) {
      try model.write(options: options)
    }
    var unknown = WritingOptions()
    unknown[setting: "top-q"] = 1
    let error = #expect(throws: OptionFailure.self) { try model.write(options: unknown) }
    #expect(error?.name == "top-q" && error?.range.hasPrefix("one of temperature, ") == true)
    #expect(unknown[setting: "top-q"] == nil)
  }

  @Test func `the pieces of a score are the text, and their bits its sum`() throws {
    let text = "A chuva chegou cedo."
    let score = try model.score(text)
    #expect(score.pieces.map(\.text).joined() == text)
    let bits = score.pieces.reduce(0) { $0 + $1.bits }
    let mean = try #require(score.bitsPerCharacter)
    #expect(abs(bits / Double(text.count) - mean) < 1e-6)
    #expect(try model.score("").bitsPerCharacter == nil)
  }

  @Test func `a model that adapts itself learns from what it scores`() throws {
    let adaptive = try TextModel(
      "portugues", options: .init(threads: 1, precision: .int8, adaptation: .memory))
    let text = String(repeating: "O tal Zebedeu Quintanilha voltou. ", count: 4)
    let (before, after) = (try model.score(text), adaptive.score(text))
    #expect(try #require(after.bitsPerCharacter) < (try #require(before.bitsPerCharacter)))
  }
}
