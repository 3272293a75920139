import Testing
import TextGenTestSupport
import TextGenTokenization

@testable import TextGenGeneration

@Suite struct MarkTests {
  private static let answers = WordList([
    "sim, eu vou ": 3, "sim. ": 2, "sim eu vou ": 3, "sim ela vem ": 1, "sim… eu vou ": 0.5,
    "sim! ": 0.5,
  ])

  private func complete(_ text: String, count: Int = 5) throws -> Completion {
    try Completer(model: Self.answers.model, tokenizer: Self.answers.tokenizer)
      .complete(text, count: count)
  }

  private func expectEqual(_ found: [WordPrediction], _ expected: [(String, Double)]) {
    #expect(found.map(\.word) == expected.map(\.0))
    #expect(zip(found, expected).allSatisfy { abs($0.probability - $1.1) < 1e-5 })
  }

  @Test func `marks have the probability that the text goes on with them`() {
    var context = Self.answers.makeContext()
    context.append("sim")
    let found = context.candidates(count: 5)
    expectEqual(found.marks, [(",", 0.3), (".", 0.2), ("!", 0.05), ("…", 0.05)])
    expectEqual(found.candidates, [("eu", 0.75), ("ela", 0.25)])
    #expect(abs(found.space - 0.4) < 1e-6)
    #expect(found.marks.filter(\.isMark).count == 4 && found.candidates.filter(\.isMark).isEmpty)
  }

  @Test func `marks are listed by rank, with the words in the same distribution`() throws {
    let position = try complete("sim").positions[0]
    let all = [
      (",", 0.3), ("eu", 0.3), (".", 0.2), ("ela", 0.1), ("!", 0.05), ("…", 0.05),
    ]
    expectEqual(position.candidates, all)
    #expect(position.space.map { abs($0 - 0.4) < 1e-6 } == true)
    #expect(
      try complete("sim", count: 2).positions[0].candidates.map(\.word) == [",", "eu", ".", "ela"])
    #expect(try complete("sim", count: 1).positions[0].candidates.map(\.word) == [",", "eu"])
  }

  @Test func `a mark that is less probable than the fifth word is not listed`() {
    let words = ["a", "b", "c", "d", "e", "f"].enumerated().map {
      WordPrediction(word: $1, probability: 0.2 - 0.02 * Double($0))
    }
    var found = WordPredictions(candidates: words)
    found.space = 0.5
    found.marks = [WordPrediction(word: ",", probability: 0.0599)]
    #expect(found.withMarks(among: 6) == words)
    found.marks[0].probability = 0.0601
    #expect(found.withMarks(among: 6).map(\.word) == ["a", "b", "c", "d", ",", "e", "f"])
  }

  @Test(arguments: ["sim ", "sim...", "sim…", "sim ___", "sim, ", "", "sim,"])
  func `no mark is listed but directly after a word`(text: String) throws {
    let position = try complete(text).positions[0]
    #expect(position.candidates.filter(\.isMark).isEmpty)
    #expect(position.space == nil)
  }

  @Test func `the sentence goes on after a comma and ends with a full stop`() throws {
    #expect(try complete("sim").completed.hasPrefix("sim, eu vou"))
    let list = WordList(["não. ": 3, "não sei ": 1])
    let completer = Completer(model: list.model, tokenizer: list.tokenizer)
    #expect(try completer.complete("não").completed == "não.")
  }

  @Test func `a mark is no part of a list for a word in the making or before other text`() {
    var context = Self.answers.makeContext()
    context.append("sim")
    #expect(context.candidates(count: 5, before: " vou").marks.isEmpty)
    var typing = Self.answers.makeContext()
    #expect(typing.candidates(prefix: "sim", count: 5).marks.isEmpty)
  }
}
