import Foundation
import Testing

struct CompareTests {
  /// About 60 KB, of which each part gets its share.
  private static let corpus = String(repeating: Workplace.corpus, count: 22)
  private static let options = [
    "compare", "corpus.txt", "--parameters", "20000", "--budget", "tokens=3000", "--probe-items",
    "1", "--sequence-length", "16", "--threads", "1", "--output", "found",
  ]

  private func place() throws -> Workplace { try Workplace(corpus: Data(Self.corpus.utf8)) }

  @Test(.tags(.slow)) func `every model gets figures, and a page and a table hold them`() throws {
    let place = try place()
    let outcome = try place.program.run(Self.options + ["--json"], limit: 300)
    #expect(outcome.status == 0, "\(outcome.error)")
    let json = try outcome.json()
    let models = try #require(json["models"] as? [[String: Any]])
    #expect(
      models.map { $0["name"] as? String } == [
        "unigram", "bag", "window", "ngram", "elman", "elman-relu", "gru", "lstm", "lstm-deep",
        "transformer",
      ])
    for model in models {
      let name = model["name"] as? String ?? ""
      let bits = try #require(model["bits_per_character"] as? [String: Double])
      #expect(Set(bits.keys) == ["train", "validation", "test"], "\(name)")
      #expect(bits.values.allSatisfy { $0 > 0 && $0 < 20 }, "\(name)")
      let interval = try #require((model["interval"] as? [String: [Double]])?["validation"])
      #expect(interval[0] <= bits["validation"] ?? 0 && interval[1] >= bits["validation"] ?? 0)
      let probes = try #require(model["probes"] as? [String: Any])
      #expect((probes["long_range"] as? [String: Double])?.count == 10)
      #expect((model["seconds"] as? Double).map { $0 >= 0 } == true)
      #expect((model["peak_resident_bytes"] as? Int).map { $0 > 1_000_000 } == true)
      if name != "unigram", name != "ngram" {
        let parameters = try #require(model["parameters"] as? Int)
        let transformer = try #require(models.last?["parameters"] as? Int)
        #expect(abs(Double(parameters) / Double(transformer) - 1) <= 0.02, "\(name)")
        #expect((model["gradient_norm"] as? [String: Double])?.isEmpty == false, "\(name)")
      }
      #expect(place.has("found/\(name)/model.safetensors"))
      if name == "bag" || name == "unigram" { #expect(probes["order"] as? Double == 0.5) }
    }
    let page = try #require(String(data: try place.read("found/report.html"), encoding: .utf8))
    #expect(page.contains("<html lang=\"pt\"") && page.contains("transformer"))
    #expect(!page.contains("<script"))
    for name in [
      "learning", "memory", "input-gradients", "state-gradients", "training-gradients",
    ] {
      let picture = String(decoding: try place.read("found/\(name).svg"), as: UTF8.self)
      #expect(picture.contains("<svg") && picture.contains("</svg>"), "\(name)")
    }
    // What is there is not computed again.
    let again = try place.program.run(Self.options + ["--language", "en"])
    #expect(again.status == 0 && !again.error.contains("— lstm"), "\(again.error)")
    #expect(again.text.contains("bits per character of each part") && again.text.contains("lstm"))
    let sample = try place.program.run("sample", "--model", "found/gru", "--length", "20")
    #expect(sample.status == 0)
  }

  @Test func `an interrupted comparison goes on where it stopped`() throws {
    let place = try place()
    let options = Self.options + ["--models", "unigram,elman"]
    let process = try place.program.start(
      options.map { $0 == "tokens=3000" ? "tokens=300000" : $0 })
    #expect(process.waits(for: "ELMAN"))
    process.sendToGroup(SIGINT)
    let outcome = try process.finish(limit: 60)
    #expect(outcome.status == 130, "\(outcome.error)")
    #expect(outcome.error.contains("the same command goes on from here"))
    #expect(place.has("found/unigram/result.json") && !place.has("found/elman/result.json"))
  }

  @Test func `optimizer and clipping are those asked for`() throws {
    let place = try place()
    let options = ["--models", "elman", "--optimizer", "sgd", "--clip-norm", "1e9"]
    #expect(try place.program.run(Self.options + options).status == 0)
    let log = String(decoding: try place.read("found/elman/log.jsonl"), as: UTF8.self)
    #expect(log.contains("\"optimizer\":\"sgd\"") && log.contains("\"clipped\":false"))
    #expect(!log.contains("\"clipped\":true"))
  }

  @Test(arguments: [
    (["--models", "gru,convolution"], 64, "'convolution' is no model; choose from unigram, bag"),
    (["--budget", "hours=1"], 64, "expected tokens, tokens=N, minutes or minutes=M"),
    (["--probe-share", "1"], 64, "expected a number from 0 to 0.9"),
  ])
  func `what cannot be compared is refused with what can`(
    _ options: [String], _ status: Int32, _ sentence: String
  ) throws {
    let place = try place()
    let outcome = try place.program.run(Self.options + options)
    #expect(outcome.status == status)
    #expect(outcome.error.contains(sentence), "\(outcome.error)")
  }

  @Test func `a corpus that is too small is refused with numbers`() throws {
    let place = try Workplace()
    let outcome = try place.program.run(Self.options)
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("too few to hold out a twentieth"), "\(outcome.error)")
  }

  @Test func `another comparison in the same folder is refused`() throws {
    let place = try place()
    let options = Self.options + ["--models", "unigram"]
    #expect(try place.program.run(options).status == 0)
    let other = try place.program.run(options + ["--seed", "5"])
    #expect(other.status == 1)
    #expect(other.error.contains("found holds another comparison"), "\(other.error)")
  }
}
