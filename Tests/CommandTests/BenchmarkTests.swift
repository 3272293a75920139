import Foundation
import Testing

struct BenchmarkTests {
  private static let sizes = [
    "benchmark", "--hidden-size", "8", "--embedding-size", "4", "--layers", "1",
    "--vocabulary-size", "16", "--batch-size", "2", "--sequence-length", "4", "--threads", "1",
  ]

  @Test(.tags(.slow), arguments: ["lstm", "gru", "elman", "elman-relu"])
  func `every cell is measured`(_ cell: String) throws {
    let place = try Workplace()
    let outcome = try place.program.run(
      Self.sizes + ["--cell", cell, "--json", "--corpus", "corpus.txt"])
    #expect(outcome.status == 0)
    let json = try outcome.json()
    for key in [
      "training_tokens_per_second", "generation_tokens_per_second", "gflops", "seconds_per_step",
      "peak_resident_bytes",
    ] {
      #expect((json[key] as? Double).map { $0 > 0 } == true, "\(key)")
    }
    let encoding = try #require(json["encoding_megabytes_per_second"] as? [String: Double])
    #expect(Set(encoding.keys) == ["character", "word", "subword"])
  }

  @Test func `people read a table`() throws {
    let place = try Workplace()
    let outcome = try place.program.run(Self.sizes + ["--corpus", "corpus.txt"])
    #expect(
      outcome.text.hasPrefix(
        "LSTM, 1 layer of 8, embedding 4, vocabulary 16, 2 × 4 tokens, 1 thread, "))
    for name in ["training", "generation", "memory", "encoding"] {
      #expect(outcome.text.contains("\n" + name + " "))
    }
  }
}
