import Foundation
import Testing

@testable import TextGenEvaluation

struct EvaluationReportTests {
  private func report(bits: Double = 20, typing: Bool = true) -> EvaluationReport {
    var cost = TextCost([])
    cost.bits = bits
    cost.impossibleCount = bits.isFinite ? 0 : 1
    var list = FixedList(["a"])
    let result = Typist().write(Array("a casa".unicodeScalars), with: &list)
    return EvaluationReport(
      model: "stub", characterCount: 8, wordCount: 2, cost: cost, scoringSeconds: 2,
      typing: typing ? result : nil)
  }

  private func object(_ report: EvaluationReport) throws -> [String: Any] {
    let data = try JSONEncoder().encode(report)
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func `JSON has the keys of the interface`() throws {
    let object = try object(report())
    #expect(
      Set(object.keys) == [
        "model", "characters", "words", "bits_per_character", "perplexity_per_word", "recall",
        "keystroke_savings", "unknown_rate", "characters_per_second", "list_milliseconds",
      ])
    #expect(object["bits_per_character"] as? Double == 2.5)
    #expect(object["perplexity_per_word"] as? Double == 1_024)
    #expect(object["characters_per_second"] as? Double == 4)
    #expect(object["recall"] as? [String: Double] == ["1": 0.5, "3": 0.5, "5": 0.5])
    let savings = try #require(object["keystroke_savings"] as? [String: Double])
    #expect(Set(savings.keys) == ["1", "3", "5"])
    let times = try #require(object["list_milliseconds"] as? [String: Any])
    #expect(
      Set(times.keys) == ["median", "p95", "before_first_letter", "after_a_letter"])
  }

  @Test func `measures of the typist are absent when nothing is typed`() throws {
    let keys = try object(report(typing: false)).keys
    #expect(!keys.contains("recall") && !keys.contains("keystroke_savings"))
    #expect(!keys.contains("list_milliseconds"))
  }

  @Test func `infinite bits are null and are reported`() throws {
    let object = try object(report(bits: .infinity))
    #expect(object["bits_per_character"] is NSNull)
    #expect(object["perplexity_per_word"] is NSNull)
    #expect(object["impossible_tokens"] as? Int == 1)
  }

  @Test(arguments: [20, .infinity, 1e6], [true, false])
  func `a report is read back as it was written`(bits: Double, typing: Bool) throws {
    let report = report(bits: bits, typing: typing)
    let data = try JSONEncoder().encode(report)
    #expect(try JSONDecoder().decode(EvaluationReport.self, from: data) == report)
  }
}
