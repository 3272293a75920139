import Foundation
import Testing

/// `train --from`, from outside.
struct StartingTests {
  private static let verse = Data(
    String(
      repeating: "Ó mar, ó mar salgado!\nQuem quer passar além?\n* * *\n~ Ó mar ~\n", count: 12
    ).utf8)
  private static let run = [
    "train", "verso.txt", "--from", "base", "--output", "poeta", "--threads", "1",
  ]

  /// A folder with `base`, trained on `corpus.txt`, and another text.
  private static func workplace(_ options: String...) throws -> Workplace {
    let place = try Workplace()
    try place.write(verse, to: "verso.txt")
    let outcome = try place.program.run(
      Workplace.tinyTraining + ["--steps", "30", "--output", "base"] + options)
    #expect(outcome.status == 0, "\(outcome.error)")
    return place
  }

  /// What the metadata of a file say, as text.
  private func header(_ place: Workplace, _ name: String) throws -> String {
    String(decoding: try place.read(name).prefix(20_000), as: UTF8.self)
  }

  @Test func `a run from a model keeps its shape and says what it adds`() throws {
    let place = try Self.workplace("--cell", "gru")
    let base = try place.read("base/model.safetensors")
    let outcome = try place.program.run(Self.run + ["--steps", "5"])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.text == "poeta/model.safetensors\n")
    for phrase in [
      " of them new\n", "model: GRU, 1 layer of 16, embedding 16, ", "weights: those of base\n",
      "muon, learning rate 0.001, ", "textgen: note: the n-grams of base stay behind; ",
    ] {
      #expect(outcome.error.contains(phrase), "\(phrase)")
    }
    #expect(try place.read("base/model.safetensors") == base)
    #expect(try header(place, "poeta/model.safetensors").contains(#"\"name\":\"base\",\"runs\":["#))
    #expect(!(try header(place, "base/model.safetensors").contains("starting_model")))
    let sample = try place.program.run("sample", "--model", "poeta", "--length", "9", "--seed", "1")
    #expect(sample.status == 0)
  }

  @Test(arguments: ["character", "word", "subword"])
  func `every unit can be started from, and options win over defaults`(_ unit: String) throws {
    let place = try Self.workplace("--unit", unit, "--ngram-order", "0")
    let outcome = try place.program.run(
      Self.run + [
        "--steps", "3", "--json", "--learning-rate", "0.001", "--dropout", "0.1", "--unit", unit,
        "--minimum-count", "1", "--batch-size", "2", "--sequence-length", "8",
      ])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(!outcome.error.contains("stay behind"))
    let start = try #require(try outcome.jsonLines().first)
    let corpus = try #require(start["corpus"] as? [String: Any])
    let training = try #require(start["training"] as? [String: Any])
    #expect(try #require(corpus["added_tokens"] as? Int) > 0)
    #expect(training["learning_rate"] as? Double == 0.001 && training["dropout"] as? Double == 0.1)
    #expect((training["starting_model"] as? [String: Any])?["name"] as? String == "base")
    let completion = try place.program.run("complete", "Ó mar", "--json", "--model", "poeta")
    #expect(try completion.json()["positions"] is [Any], "\(completion.error)")
  }

  @Test func `weights of two models with one beginning are blended, of others not`() throws {
    let place = try Self.workplace()
    let train = ["train", "corpus.txt", "--threads", "1", "--from", "base"]
    let trainings = [
      train + ["--steps", "2", "--output", "later"],
      [
        "train", "corpus.txt", "--threads", "1", "--hidden-size", "8", "--batch-size", "4",
        "--sequence-length", "16", "--steps", "1", "--output", "other",
      ],
    ]
    for training in trainings {
      let outcome = try place.program.run(training)
      #expect(outcome.status == 0, "\(outcome.error)")
    }
    let blend = train + ["--steps", "0", "--ngram-order", "0", "--output", "both", "--blend"]
    let outcome = try place.program.run(blend + ["later=0,25"])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.error.contains("weights: those of base+later\n"))
    let refused = try place.program.run(blend + ["other=0.5", "--overwrite"])
    #expect(refused.status == 1 && refused.errorLines.count == 1)
    #expect(refused.error.contains("other/model.safetensors doesn't have the shape and tokens of "))
  }

  @Test func `a quantized model can be started from`() throws {
    let place = try Self.workplace()
    try #require(
      place.program.run("quantize", "base", "--output", "small.safetensors").status == 0)
    let outcome = try place.program.run([
      "train", "verso.txt", "--from", "small.safetensors", "--steps", "3", "--threads", "1",
      "--ngram-order", "0",
    ])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.error.contains("weights: those of small.safetensors\n"))
    let header = try header(place, "checkpoints/verso/model.safetensors")
    #expect(header.contains("starting_model") && !header.contains("int8"))
    #expect(header.contains(#""format_version":"1""#), "an earlier program reads it")
  }

  @Test(arguments: [["--cell", "gru"], ["--hidden-size", "8"], ["--unit", "word"]])
  func `an option that says otherwise than the model is refused`(_ option: [String]) throws {
    let place = try Self.workplace()
    let outcome = try place.program.run(Self.run + option)
    #expect(outcome.status == 1 && outcome.errorLines.count == 1)
    #expect(outcome.error.contains("base/model.safetensors has \(option[0]) "), "\(outcome.error)")
    #expect(outcome.error.contains("but \(option[1]) is asked for"))
    #expect(!place.has("poeta"))
  }

  @Test(arguments: [
    (["--from", "nada"], "nada: there is no such model"),
    (["--from", "corpus.txt"], "corpus.txt: this is a text file"),
    (["--from", "base", "--vocabulary-size", "5"], "but --vocabulary-size is 5; make it at least"),
    (["--from", "base", "--output", "./base"], "would replace the model that it starts from"),
    (["--from", "base", "--validation-fraction", "0"], "nothing is held out"),
    (["--from", "base", "--sequence-length", "5000"], "the corpus has "),
  ])
  func `what cannot be started is refused with a sentence`(
    _ options: [String], _ sentence: String
  ) throws {
    let place = try Self.workplace()
    let outcome = try place.program.run(["train", "verso.txt", "--threads", "1"] + options)
    #expect(outcome.status == 1 && outcome.errorLines.count == 1)
    #expect(outcome.error.contains(sentence), "\(outcome.error)")
  }

  @Test func `a text that is too short is refused`() throws {
    let place = try Self.workplace()
    try place.write(Data("a".utf8), to: "verso.txt")
    let outcome = try place.program.run(Self.run)
    #expect(outcome.status == 1 && outcome.errorLines.count == 1)
    #expect(outcome.error.contains("the corpus is too small: 1 characters to train on"))
  }

  @Test(.tags(.slow), arguments: [[], ["--minimum-count", "1"]])
  func `an interrupted run goes on to the same bits, whether the model is named or not`(
    _ limits: [String]
  ) throws {
    let place = try Self.workplace()
    let run = Self.run + ["--steps", "300", "--save-interval", "0"] + limits
    #expect(try place.program.run(run).status == 0)
    let whole = try place.tensors("poeta/training.safetensors")
    let model = try place.read("poeta/model.safetensors").suffix(1000)
    for names in [true, false] where names || limits.isEmpty {
      let process = try place.program.start(run + ["--overwrite"])
      #expect(process.waits(for: "of held-out text"))
      process.send(SIGINT)
      #expect(try process.finish().status == 130)
      let same = names ? run : run.filter { $0 != "--from" && $0 != "base" }
      let end = try place.program.run(same + ["--resume"])
      #expect(end.status == 0, "\(end.error)")
      #expect(end.error.contains("weights: those of base\n"))
      #expect(try place.tensors("poeta/training.safetensors") == whole)
      #expect(try place.read("poeta/model.safetensors").suffix(1000) == model)
      let header = try header(place, "poeta/model.safetensors")
      #expect(header.contains(#"\"name\":\"base\",\"runs\":["#))
    }
  }

  @Test func `a resumed run refuses another model and limits that it cannot check`() throws {
    let place = try Self.workplace()
    try place.train("--steps", "4", "--output", "outro")
    try place.train("--steps", "4", "--output", "x/base")
    #expect(try place.program.run(Self.run + ["--steps", "4"]).status == 0)
    let resume = ["train", "verso.txt", "--output", "poeta", "--resume", "--steps", "6"]
    for (options, sentence) in [
      (["--from", "outro"], "the run in poeta has --from base, but outro is asked for"),
      (["--from", "x/base"], "but another model of this name is asked for"),
      (["--from", "poeta"], "the run in poeta has --from base, but poeta is asked for"),
      (["--minimum-count", "1"], "leave out --vocabulary-size and --minimum-count to go on"),
    ] {
      let outcome = try place.program.run(resume + options)
      #expect(outcome.status == 1 && outcome.errorLines.count == 1)
      #expect(outcome.error.contains(sentence), "\(outcome.error)")
    }
    let other = try place.program.run(
      Workplace.tinyTraining + ["--output", "outro", "--resume", "--steps", "6", "--from", "base"])
    #expect(other.error.contains("the run in outro has --from no model, but base is asked for"))
    let same = try place.program.run(resume + ["--from", "./base/model.safetensors"])
    #expect(same.status == 0, "a folder and its file are one model: \(same.error)")
  }

  @Test func `a run that had saved nothing begins again from its model alone`() throws {
    let place = try Self.workplace()
    var killed = place.program
    killed.environment["TEXTGEN_KILL_AFTER_STEP"] = "1"
    #expect(try killed.run(Self.run + ["--steps", "4"]).status == 128 + SIGKILL)
    #expect(!place.has("poeta/training.safetensors"))
    let outcome = try place.program.run(
      "train", "verso.txt", "--output", "poeta", "--resume", "--steps", "4")
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("started from base; name that model with --from"))
    #expect(try place.program.run(Self.run + ["--resume", "--steps", "4"]).status == 0)
  }
}
