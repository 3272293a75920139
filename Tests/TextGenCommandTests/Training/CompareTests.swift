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
    let outcome = try place.program.run(
      Self.options + ["--json", "--language", "pt"])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.error.contains(/— lstm \(9 of 11\), about \d+:\d\d left\n/))
    let json = try outcome.json()
    let models = try #require(json["models"] as? [[String: Any]])
    #expect(
      models.map { $0["name"] as? String } == [
        "unigram", "bag", "window", "ngram", "elman", "elman-relu", "mgu", "gru", "lstm",
        "lstm-deep", "transformer",
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
    #expect(page.contains("<p class=\"about\">Texto: ") && page.contains("<time datetime="))
    // What was measured comes before what it cost: a phone shows the first columns.
    let headers = page.matches(of: /<th scope="col"[^>]*>([^<]*)</).map { String($0.1) }
    #expect(headers.prefix(4) == ["Modelo", "Teste", "Validação", "Intervalo 95 %"])
    #expect(
      headers.dropFirst(9).prefix(4) == ["Modelo", "3 palavras", "12 palavras", "30 palavras"])
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

  /// A comparison of two models, of which only the second is trained step by step.
  private static let long =
    options.map { $0 == "tokens=3000" ? "tokens=200000" : $0 } + ["--models", "unigram,elman"]

  /// The program, which waits after 20 steps of a training until it is asked to stop.
  private func waiting(in place: Workplace) -> BuiltProgram {
    var program = place.program
    program.environment["TEXTGEN_WAIT_AFTER_STEP"] = "20"
    return program
  }

  @Test(.tags(.slow)) func `an interrupted comparison goes on to the figures of a whole one`()
    throws
  {
    let place = try place()
    let process = try waiting(in: place).start(Self.long)
    #expect(process.waits(for: "ELMAN"))
    process.sendToGroup(SIGINT)
    let outcome = try process.finish()
    #expect(outcome.status == 130, "\(outcome.error)")
    #expect(outcome.error.contains("the same command goes on from here"))
    #expect(place.has("found/unigram/result.json") && !place.has("found/elman/result.json"))
    let end = try place.program.run(Self.long)
    #expect(end.status == 0, "\(end.error)")
    #expect(!end.error.contains("— unigram") && end.error.contains("— elman (2 of 2)"))
    let whole = try self.place()
    #expect(try whole.program.run(Self.long).status == 0)
    #expect(try figures(place, "elman") == figures(whole, "elman"))
    #expect(
      try place.tensors("found/elman/model.safetensors")
        == whole.tensors("found/elman/model.safetensors"))
  }

  /// The figures of a model that do not depend on the clock.
  private func figures(_ place: Workplace, _ model: String) throws -> NSDictionary {
    let data = try place.read("found/\(model)/result.json")
    var json = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    for key in ["seconds", "peakResidentBytes"] { json[key] = nil }
    return json as NSDictionary
  }

  @Test(.tags(.slow)) func `a process that is killed is an accident, which the same command mends`()
    throws
  {
    let place = try place()
    let process = try waiting(in: place).start(Self.long)
    #expect(process.waits(for: "ELMAN"))
    let child = try #require(process.children.first)
    kill(child, SIGKILL)
    let outcome = try process.finish()
    #expect(outcome.status == 1)
    #expect(outcome.text.contains("Without figures: elman.") && outcome.text.contains("unigram"))
    #expect(
      outcome.errorLines.last.map(String.init)
        == "textgen: error: there are no figures of elman (its process ended with status 137); run "
        + "the same command again to train elman")
    #expect(!place.has("found/elman/result.json"))
    let again = try place.program.run(Self.long)
    #expect(again.status == 0 && !again.text.contains("Without figures"), "\(again.error)")
    #expect(place.has("found/elman/result.json"))
  }

  @Test(arguments: [("its process ended with status 137", false), ("it diverged", true)])
  func `a verdict on a model stays, an accident that was written down is tried again`(
    _ failure: String, _ stays: Bool
  ) throws {
    let place = try place()
    let options = Self.options + ["--models", "unigram"]
    #expect(try place.program.run(options).status == 0)
    let name = "found/unigram/result.json"
    var json =
      try JSONSerialization.jsonObject(with: try place.read(name)) as? [String: Any] ?? [:]
    json["failure"] = failure
    try place.write(try JSONSerialization.data(withJSONObject: json), to: name)
    let outcome = try place.program.run(options)
    #expect(outcome.status == (stays ? 1 : 0))
    #expect(outcome.error.contains("— unigram") != stays)
    let line = "textgen: error: there are no figures of unigram (\(failure))"
    #expect(outcome.errorLines.map(String.init) == (stays ? [line] : []))
    #expect(String(decoding: try place.read(name), as: UTF8.self).contains(failure) == stays)
  }

  @Test func `a second comparison in the folder is refused`() throws {
    let place = try place()
    let first = try waiting(in: place).start(Self.long)
    #expect(first.waits(for: "ELMAN"))
    let second = try place.program.run(Self.long)
    #expect(second.status == 1)
    #expect(second.error.contains("found is in use by another process"), "\(second.error)")
    #expect(!place.has("found/elman/result.json"))
    first.sendToGroup(SIGINT)
    #expect(try first.finish().status == 130)
  }

  @Test func `a program that is built anew meanwhile goes on as it was`() throws {
    let place = try place()
    let program = try place.standAlone()
    let process = try program.start(Self.options + ["--models", "unigram,bag"])
    #expect(process.waits(for: "— unigram"))
    try FileManager.default.removeItem(atPath: program.program)
    let outcome = try process.finish()
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(place.has("found/bag/result.json"))
  }

  @Test func `a model's process ends when the comparison has gone`() throws {
    let place = try place()
    let process = try place.program.start(
      Self.options.map { $0 == "tokens=3000" ? "minutes=30" : $0 } + ["--models", "unigram,elman"])
    #expect(process.waits(for: "ELMAN"))
    let child = try #require(process.children.first)
    process.send(SIGKILL)
    _ = try process.finish()
    #expect(eventually { kill(child, 0) != 0 })
    #expect(place.has("found/elman/training.safetensors"))
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
    (["--models", "gru,convolution"], 64, "unknown model 'convolution'; choose from unigram, bag"),
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
