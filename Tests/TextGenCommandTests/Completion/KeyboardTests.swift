import Foundation
import Testing

struct KeyboardTests {
  private static func talk(_ lines: [Data]) throws -> [[String: Any]] {
    let input = Data(lines.joined(separator: [10])) + Data([10])
    let outcome = try TrainedModel.program().run("complete", "--keyboard", input: input)
    #expect(outcome.status == 0)
    #expect(outcome.errorLines.isEmpty)
    return try outcome.jsonLines()
  }

  private static func talk(_ lines: String...) throws -> [[String: Any]] {
    try talk(lines.map { Data($0.utf8) })
  }

  @Test func `a conversation has one answer a request`() throws {
    let answers = try Self.talk(
      #"{"reset":true}"#, #"{"add":"Os ","prefix":"al","k":3}"#, #"{"add":"alunos ","k":2}"#,
      #"{"reset":true,"add":"A ","prefix":"ch"}"#)
    #expect(answers.count == 4)
    #expect((answers[0]["candidates"] as? [String])?.isEmpty == true)
    #expect((answers[0]["probabilities"] as? [Double])?.isEmpty == true)
    for (answer, limits) in zip(answers.dropFirst(), [(3, "al"), (2, ""), (5, "ch")]) {
      let words = try #require(answer["candidates"] as? [String])
      let probabilities = try #require(answer["probabilities"] as? [Double])
      #expect(!words.isEmpty && words.count <= limits.0 && words.count == probabilities.count)
      #expect(words.allSatisfy { $0.hasPrefix(limits.1) })
      // Known words, then others: each by probability.
      #expect(zip(probabilities, probabilities.dropFirst()).count { $0 < $1 } <= 1)
      #expect(probabilities.reduce(0, +) <= 1 + 1e-9)
    }
  }

  @Test func `text in pieces is the same as text at once`() throws {
    let answers = try Self.talk(
      #"{"add":"A chuva chegou ","k":3}"#, #"{"reset":true}"#, #"{"add":"A chu","k":3}"#,
      #"{"add":"va che"}"#, #"{"add":"gou ","k":3}"#)
    #expect(answers[0]["candidates"] as? [String] == answers[4]["candidates"] as? [String])
    #expect(answers[0]["probabilities"] as? [Double] == answers[4]["probabilities"] as? [Double])
  }

  @Test func `a bad line is answered by an error and changes nothing`() throws {
    let bad: [Data] =
      [
        "", "nada", "[]", "null", "7", #""texto""#, "{}", #"{"k":"5"}"#, #"{"add":5}"#,
        #"{"add":{}}"#, #"{"add":"x","k":-1}"#, #"{"add":"x","k":0}"#, #"{"add":"x","k":1001}"#,
        #"{"add":"x","k":9223372036854775808}"#, #"{"add":"x","k":2.5}"#, #"{"add":"\ud800"}"#,
        #"{"reset":"sim"}"#, #"{"prefx":"al","add":"x"}"#, #"{"add":"x","delete":-1}"#,
        #"{"delete":4001}"#, #"{"delete":"1"}"#, #"{"add":"x","after":5}"#, #"{"add":"x""#,
        #"{"reset":false}"#,
        #"{"prefix":["#, String(repeating: "[", count: 100_000),
        #"{"add":""# + String(repeating: "a", count: 2_000_000) + #""}"#,
      ].map { Data($0.utf8) } + [Data(#"{"add":""#.utf8) + Data([0xFF]) + Data(#""}"#.utf8)]
    let question = Data(#"{"prefix":"ch","k":2}"#.utf8)
    let answers = try Self.talk([Data(#"{"add":"A "}"#.utf8), question] + bad + [question])
    #expect(answers.count == bad.count + 3)
    for (line, answer) in zip(bad, answers.dropFirst(2)) {
      #expect(answer["error"] is String && answer.count == 1, "\(line.prefix(60))")
    }
    #expect(answers[1]["candidates"] as? [String] == answers.last?["candidates"] as? [String])
    #expect(answers[1]["probabilities"] as? [Double] == answers.last?["probabilities"] as? [Double])
  }

  @Test func `an unknown key is named, and what keys there are`() throws {
    let answers = try Self.talk(#"{"add":"A ","prefx":"ch"}"#, #"{"zzz":1,"yyy":2}"#)
    #expect(
      answers[0]["error"] as? String
        == #"the key "prefx" is unknown; the keys are add, after, delete, k, marks, prefix and reset"#
    )
    #expect((answers[1]["error"] as? String)?.contains(#""yyy""#) == true)
  }

  @Test func `after a deletion the text is as if it had never been longer`() throws {
    let answers = try Self.talk(
      #"{"add":"A chuva ","k":3}"#, #"{"reset":true}"#, #"{"add":"A chuva ché","k":3}"#,
      #"{"delete":3,"k":3}"#, #"{"add":"gato","k":3}"#, #"{"delete":5,"add":" ","k":3}"#,
      #"{"delete":4000,"k":3}"#, #"{"reset":true}"#, #"{"prefix":"","k":3}"#)
    for number in [3, 5] {
      #expect(answers[number]["candidates"] as? [String] == answers[0]["candidates"] as? [String])
      #expect(
        answers[number]["probabilities"] as? [Double] == answers[0]["probabilities"] as? [Double])
    }
    #expect(answers[6]["candidates"] as? [String] == answers[8]["candidates"] as? [String])
    #expect(
      answers[6]["probabilities"] as? [Double] == answers[8]["probabilities"] as? [Double])
  }

  @Test func `text on the right weighs in as at a blank`() throws {
    let answers = try Self.talk(
      #"{"add":"A chuva","k":3}"#, #"{"after":" cedo e ficou.","k":3}"#, #"{"after":"","k":3}"#)
    let blank = try TrainedModel.program().run(
      "complete", "A chuva ___ cedo e ficou.", "--count", "3", "--json")
    let positions = try #require(try blank.json()["positions"] as? [[String: Any]])
    let candidates = try #require(positions.first?["candidates"] as? [[String: Any]])
    #expect(
      answers[1]["candidates"] as? [String] == candidates.compactMap { $0["word"] as? String })
    #expect(
      answers[1]["probabilities"] as? [Double]
        == candidates.compactMap { $0["probability"] as? Double })
    #expect(answers[2]["candidates"] as? [String] == answers[0]["candidates"] as? [String])
  }

  @Test func `marks are listed where they are asked for, in addition to the words`() throws {
    let answers = try Self.talk(
      #"{"add":"A chuva chegou cedo e ficou até a tarde","k":3}"#, #"{"marks":true,"k":3}"#,
      #"{"marks":false,"k":3}"#,
      #"{"marks":true,"prefix":"ch","k":3}"#, #"{"marks":1}"#)
    let lists = answers.map { $0["candidates"] as? [String] ?? [] }
    let marks: Set = [",", ".", "?", "!", ":", ";", "…"]
    #expect(lists[0].count == 3 && marks.isDisjoint(with: lists[0]))
    #expect(lists[1].filter { !marks.contains($0) } == lists[0] && lists[1].count > 3)
    #expect(lists[2] == lists[0] && marks.isDisjoint(with: lists[3]))
    let space = try #require(answers[1]["space"] as? Double)
    let given = try #require(answers[0]["probabilities"] as? [Double])
    let shares = try #require(answers[1]["probabilities"] as? [Double])
    let words = zip(lists[1], shares).filter { !marks.contains($0.0) }.map(\.1)
    #expect(zip(words, given).allSatisfy { abs($0 - $1 * space) < 1e-5 })
    #expect(shares == shares.sorted(by: >) && shares.reduce(0, +) <= 1)
    #expect(answers[0]["space"] == nil && answers[2]["space"] == nil)
    #expect((answers[4]["error"] as? String)?.contains("\"marks\" has the wrong type") == true)
  }

  @Test func `of a long text the end is read, and the rest is said`() throws {
    let end = String(repeating: "chuva ", count: 600)
    let answers = try Self.talk(
      #"{"add":"\#(String(repeating: "gato ", count: 100_000) + end)","k":3}"#,
      #"{"prefix":"ch"}"#)
    #expect((answers[0]["unread"] as? Int).map { 499_000...500_000 ~= $0 } == true)
    #expect(answers[1]["unread"] == nil && answers[1]["candidates"] is [String])
  }

  @Test func `the last line may lack its end and lines may end as on Windows`() throws {
    let outcome = try TrainedModel.program().run(
      "complete", "--keyboard", input: Data("{\"reset\":true}\r\n{\"add\":\"A \",\"k\":1}".utf8))
    #expect(try outcome.jsonLines().count == 2)
    #expect(outcome.status == 0)
    #expect(try TrainedModel.program().run("complete", "--keyboard").output.isEmpty)
  }
}
