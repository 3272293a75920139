import Foundation
import Testing

@Suite(.tags(.slow))
struct BenchmarkSuiteTests {
  private static let generation = ["benchmark", "--only", "generation", "--seconds", "0.02"]

  @Test func `without a size the machine's peaks and a table are measured`() throws {
    let place = try Workplace()
    let outcome = try place.program.run(Self.generation + ["--threads", "2", "--json"])
    #expect(outcome.status == 0)
    let json = try outcome.json()
    let peaks = try #require(json["peaks"] as? [[String: Any]])
    #expect(peaks.allSatisfy { ($0["gflops"] as? Double ?? 0) > 0 })
    #expect(Set(peaks.compactMap { $0["threads"] as? Int }) == [1, 2])
    let set = try #require(json["instruction_set"] as? String)
    #expect(peaks.contains { $0["instruction_set"] as? String == set })

    let rows = try #require(json["rows"] as? [[String: Any]])
    #expect(Set(rows.compactMap { $0["streams"] as? Int }) == [1, 64])
    #expect(rows.allSatisfy { $0["name"] as? String == "c-mid" })
    for row in rows {
      for key in ["tokens_per_second", "gflops", "share_of_peak", "peak_resident_bytes"] {
        #expect((row[key] as? Double).map { $0 > 0 } == true, "\(key)")
      }
      #expect(row["batch_size"] == nil)
    }
    #expect(outcome.error.contains("generation c-mid ×64 float32 … ("))
    #expect(outcome.error.contains(" left)\n"))
  }

  @Test func `people read the table`() throws {
    let place = try Workplace()
    var program = place.program
    program.environment["TEXTGEN_ISA"] = "baseline"
    let outcome = try program.run(Self.generation + ["--threads", "1"])
    #expect(outcome.status == 0)
    let lines = outcome.text.split(separator: "\n").map(String.init)
    #expect(lines[0].hasSuffix("1 thread, baseline"))
    #expect(lines.contains { $0.hasPrefix("baseline ") && $0.contains(" float32 ") })
    // No row in bfloat16 where its products take no fewer instructions.
    #expect(lines.count { $0.hasPrefix("generation  c-mid ") } == 2)
    #expect(lines.contains { $0.contains("tokens/s") && $0.contains("of peak") })
  }
}
