import Foundation
import Testing

struct EvaluateSamplesTests {
  /// A Hunspell that has one dictionary and knows one word.
  private static let hunspell = """
    #!/bin/sh
    [ "$*" = '-L -i UTF-8 -d pt_PT' ] || { echo "Can't open dictionary" >&2; exit 1; }
    while read -r word; do [ "$word" = chuva ] || echo "$word"; done
    """

  /// Evaluates a text of `lines` of the corpus; `hunspell` is the only program to be found.
  private static func evaluate(
    _ arguments: [String], lines: Int = 60, hunspell: String? = nil
  ) throws -> BuiltProgram.Outcome {
    let bin = try Workplace()
    if let hunspell {
      try bin.write(Data(hunspell.utf8), to: "hunspell")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: bin.path + "/hunspell")
    }
    var program = try TrainedModel.program()
    program.environment["PATH"] = bin.path
    let text = Workplace.corpus.split(separator: "\n").prefix(lines).joined(separator: "\n\n")
    return try program.run(
      ["evaluate", "-", "--words", "0", "--threads", "1"] + arguments, input: Data(text.utf8))
  }

  private static let samples = ["--samples", "3", "--length", "80", "--seed", "7"]

  @Test func `the report has the measures of the samples and of a real text`() throws {
    let outcome = try Self.evaluate(
      Self.samples + ["--training", "corpus.txt", "--json"], hunspell: Self.hunspell)
    #expect(outcome.status == 0, "\(outcome.error)")
    let samples = try #require(try outcome.json()["samples"] as? [String: Any])
    #expect(samples["count"] as? Int == 3 && samples["length"] as? Int == 80)
    #expect(samples["seed"] as? Int == 7 && samples["temperature"] as? Double == 0.8)
    #expect(samples["dictionaries"] as? [String] == ["pt_PT"])
    let written = try #require(samples["written"] as? [String: Any])
    let real = try #require(samples["real"] as? [String: Any])
    #expect(written["characters"] as? Int == 240 && real["characters"] as? Int == 240)
    for measures in [written, real] {
      for key in ["words_in_training", "words_in_dictionary", "new_eight_grams"] {
        #expect((measures[key] as? Double).map { (0...1).contains($0) } == true, "\(key)")
      }
      #expect((measures["distinct"] as? [String: Double])?.count == 4)
    }
    // The lines of the real text are the first ones of the training text.
    #expect(real["words_in_training"] as? Double ?? 0 > 0.9)
    #expect((real["longest_copy"] as? [String: Any])?["characters"] as? Int ?? 0 > 30)
  }

  @Test func `same seed, same figures`() throws {
    let arguments = Self.samples + ["--training", "corpus.txt", "--json"]
    let reports = try (0..<2).map { _ in
      try #require(try Self.evaluate(arguments).json()["samples"] as? NSDictionary)
    }
    #expect(reports[0] == reports[1])
    let other = try Self.evaluate(arguments + ["--temperature", "0.5"]).json()["samples"]
    #expect(other as? NSDictionary != reports[0])
  }

  @Test func `samples are drawn as sample draws them, and the report says how`() throws {
    let options = ["--temperature", "0.9", "--top-k", "9", "--top-p", "0.95", "--min-p", "0.01"]
    let arguments = Self.samples + options + ["--repetition-penalty", "1.1"]
    #expect(
      try Self.evaluate(arguments).text.contains(
        ", temperature 0.9, top-k 9, top-p 0.95, min-p 0.01, repetition penalty 1.1, seed 7\n"))
    let samples = try #require(
      try Self.evaluate(arguments + ["--json"]).json()["samples"] as? [String: Any])
    #expect(samples["top_k"] as? Int == 9 && samples["top_p"] as? Double == 0.95)
    #expect(samples["min_p"] as? Double == 0.01 && samples["repetition_penalty"] as? Double == 1.1)
    #expect(samples["typical_p"] as? Double == 1 && samples["mirostat"] as? Double == 0)
    let steered = Self.samples + ["--typical-p", "0.9", "--mirostat", "3"]
    #expect(
      try Self.evaluate(steered).text.contains(
        ", temperature 0.8, min-p 0.02, typical-p 0.9, mirostat 3.0, seed 7\n"))
  }

  @Test func `the table says what it lacks and why`() throws {
    let text = try Self.evaluate(Self.samples).text
    #expect(
      text.contains(
        "\n\n3 samples of 80 characters, temperature 0.8, min-p 0.02, seed 7\n"))
    #expect(text.contains("samples  real text\n") && text.contains("\ndistinct-2 "))
    #expect(text.contains("--training FILE"))
    #expect(text.contains("no words in a dictionary: hunspell is not installed\n"))
    #expect(!text.contains("longest copy"))
  }

  @Test func `a Hunspell without dictionaries is no failure`() throws {
    let text = try Self.evaluate(
      Self.samples + ["--training", "corpus.txt"], hunspell: "#!/bin/sh\nexit 1\n"
    ).text
    #expect(text.contains("hunspell has neither dictionary, pt_BR nor pt_PT\n"))
    #expect(text.contains("words in the training text ") && text.contains("\ncopied: \""))
  }

  @Test func `a real text that is too short is said to be`() throws {
    let text = try Self.evaluate(Self.samples, lines: 1).text
    #expect(text.contains("the real text is shorter than the samples"))
  }

  @Test func `no samples leave everything out`() throws {
    #expect(try Self.evaluate(["--json"]).json()["samples"] == nil)
    #expect(try Self.evaluate(["--samples", "0"]).text.hasSuffix(" characters/s\n"))
  }

  @Test func `a training text may be a folder`() throws {
    let place = try TrainedModel.workplace.get()
    for name in ["training/1.txt", "training/more/2.txt"] {
      try place.write(Data(Workplace.corpus.utf8), to: name)
    }
    let figures = try ["training", "corpus.txt"].map { name in
      try #require(
        try Self.evaluate(Self.samples + ["--training", name, "--json"]).json()["samples"]
          as? NSDictionary)
    }
    #expect(figures[0] == figures[1])
  }

  @Test(arguments: [
    ("missing.txt", "missing.txt does not exist; check the name"),
    ("checkpoints", "the folder checkpoints holds no file whose name ends in .txt"),
    ("/dev/null", "the corpus is empty: /dev/null holds no character but white space"),
  ])
  func `a training text that cannot be read is refused`(_ name: String, _ sentence: String) throws {
    let outcome = try Self.evaluate(Self.samples + ["--training", name])
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.errorLines.count == 1 && outcome.error.contains(sentence), "\(outcome.error)")
  }
}
