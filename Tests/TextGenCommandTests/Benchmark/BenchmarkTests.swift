import Foundation
import Testing

struct BenchmarkTests {
  private static let sizes = [
    "benchmark", "--hidden-size", "8", "--embedding-size", "4", "--layers", "1",
    "--vocabulary-size", "16", "--batch-size", "2", "--sequence-length", "4", "--threads", "1",
    "--seconds", "0.02",
  ]

  @Test(.tags(.slow), arguments: ["lstm", "gru", "mgu", "elman", "elman-relu"])
  func `every cell is measured`(_ cell: String) throws {
    let place = try Workplace()
    let outcome = try place.program.run(
      Self.sizes + ["--cell", cell, "--json", "--corpus", "corpus.txt"])
    #expect(outcome.status == 0)
    let json = try outcome.json()
    for key in [
      "training_tokens_per_second", "generation_tokens_per_second", "gflops", "seconds_per_step",
      "peak_resident_bytes", "generation_gflops", "peak_gflops", "share_of_peak",
      "generation_share_of_peak", "training_processor_seconds_per_million_tokens",
      "generation_processor_seconds_per_million_tokens",
    ] {
      #expect((json[key] as? Double).map { $0 > 0 } == true, "\(key)")
    }
    let encoding = try #require(json["encoding_megabytes_per_second"] as? [String: Double])
    #expect(Set(encoding.keys) == ["character", "word", "subword"])
    #expect((json["model"] as? [String: Any])?["cell"] as? String == cell)
    #expect(json["precision"] as? String == "float32")
    #expect(json["generation_streams"] as? Int == 1)
  }

  @Test(arguments: ["training", "generation"])
  func `one activity alone is measured, with its slowest and its fastest repeat`(
    _ activity: String
  ) throws {
    let place = try Workplace()
    let outcome = try place.program.run(
      Self.sizes + ["--only", activity, "--streams", "3", "--precision", "bfloat16", "--json"])
    #expect(outcome.status == 0)
    let json = try outcome.json()
    let key = activity + "_tokens_per_second"
    #expect(json.keys.filter { $0.hasSuffix("_tokens_per_second") } == [key])
    let median = try #require(json[key] as? Double)
    #expect(try #require(json[key + "_minimum"] as? Double) <= median)
    #expect(try #require(json[key + "_maximum"] as? Double) >= median)
    #expect(try #require(json[activity + "_repeats"] as? Int) >= 3)
    #expect(json["precision"] as? String == "bfloat16")
    #expect((json["encoding_megabytes_per_second"] as? [String: Double])?.isEmpty == true)
  }

  @Test func `people read a table`() throws {
    let place = try Workplace()
    let outcome = try place.program.run(
      Self.sizes + ["--corpus", "corpus.txt", "--streams", "2"])
    #expect(
      outcome.text.hasPrefix(
        "LSTM, 1 layer of 8, embedding 4, vocabulary 16, 2 × 4 tokens, 1 thread, "))
    for name in ["training", "generation", "memory", "encoding"] {
      #expect(outcome.text.contains("\n" + name + " "))
    }
    #expect(outcome.text.contains(" of the peak, "))
    #expect(outcome.text.contains(" s of a core per million, 2 streams\n"))
  }

  @Test func `tied embeddings are as wide as a layer`() throws {
    let place = try Workplace()
    let outcome = try place.program.run(
      "benchmark", "--tie-embeddings", "--hidden-size", "8", "--layers", "1", "--seconds", "0.02",
      "--threads", "1", "--only", "generation")
    #expect(outcome.status == 0)
    #expect(outcome.text.hasPrefix("LSTM, 1 layer of 8, embedding 8 tied, "))
  }

  @Test func `a text that is not there is found out first`() throws {
    let place = try Workplace()
    let outcome = try place.program.run(Self.sizes + ["--corpus", "none.txt"])
    #expect(outcome.status == 1)
    #expect(outcome.error.hasPrefix("textgen: error: "))
    #expect(outcome.errorLines.count == 1)
  }
}
