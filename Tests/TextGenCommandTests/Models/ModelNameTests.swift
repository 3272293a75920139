import Foundation
import Testing

/// What an option that takes a model understands.
struct ModelNameTests {
  private static let sample = ["sample", "--length", "5", "--seed", "1"]

  @Test func `a model in ./checkpoints has a name for every option`() throws {
    let place = try Workplace()
    try place.train("--steps", "2", "--output", "checkpoints/meus versos")
    try place.train("--steps", "2", "--output", "checkpoints/outro")
    let named = try place.program.run(Self.sample + ["--model", "meus versos"])
    #expect(named.error == "model: meus versos (--model)\n")
    var program = place.program
    program.environment["TEXTGEN_MODEL"] = "meus versos"
    #expect(try program.run(Self.sample).error == "model: meus versos ($TEXTGEN_MODEL)\n")
    for arguments in [
      ["inspect", "--model", "meus versos"], ["complete", "A", "--model", "meus versos"],
      ["evaluate", "corpus.txt", "--words", "0", "--model", "meus versos"],
      ["quantize", "meus versos", "--output", "checkpoints/pequeno.safetensors"],
      Self.sample + ["--model", "pequeno"],
      Workplace.tinyTraining + ["--from", "meus versos", "--steps", "1", "--output", "novo"],
    ] {
      let outcome = try place.program.run(arguments)
      #expect(outcome.status == 0, "\(arguments) \(outcome.error)")
      #expect(!outcome.error.contains("checkpoints/meus"), "\(outcome.error)")
    }
  }

  @Test(arguments: [true, false])
  func `what holds no model hides none of its name`(_ isFolder: Bool) throws {
    let place = try Workplace()
    try place.write(Data("Ó mar\n".utf8), to: isFolder ? "poesia/mar.txt" : "poesia")
    let outcome = try place.program.run(Self.sample + ["--model", "poesia"])
    #expect(outcome.error == "model: poesia (--model), int8\n")
    try place.write(Data(Workplace.corpus.utf8), to: isFolder ? "poesia/mar.txt" : "poesia")
    var program = place.program
    program.environment["TEXTGEN_MODEL"] = "poesia"
    #expect(try program.run("inspect").status == 0)
    let quantized = try place.program.run("quantize", "poesia", "--output", "x")
    #expect(quantized.error.contains("is quantized already"))
    let start = try place.program.run(
      "train", "poesia", "--from", "poesia", "--output", "novo", "--steps", "1", "--batch-size",
      "1", "--sequence-length", "8", "--ngram-order", "0", limit: 120)
    #expect(start.status == 0 && start.error.contains("weights: those of poesia"), "\(start.error)")
  }

  @Test(arguments: [
    ("poesía", "poesia"), ("portuguese", "portugues"), ("Portugues", "portugues"),
    ("portugés", "portugues"), ("port", "portugues"), ("meus verso", "meus versos"),
  ])
  func `a name that is nearly right is suggested`(_ wrong: String, _ right: String) throws {
    let place = try Workplace()
    let model = try TrainedModel.workplace.get().read("checkpoints/corpus/model.safetensors")
    try place.write(model, to: "checkpoints/meus versos/model.safetensors")
    for arguments in [
      Self.sample + ["--model", wrong], ["train", "corpus.txt", "--from", wrong],
      ["quantize", wrong, "--output", "x"],
    ] {
      let outcome = try place.program.run(arguments)
      #expect(outcome.status == 1)
      #expect(
        outcome.errorLines == [
          "textgen: error: \(wrong): there is no such model; did you mean \(right)? `textgen models` "
            + "lists all of them"
        ])
    }
  }

  @Test func `a name that is like none is refused with where names are listed`() throws {
    let place = try Workplace()
    try place.write(Data("x".utf8), to: "pasta/x")
    for (name, sentence) in [
      ("inexistente", "there is no such model"), ("pasta", "there is no model in this folder"),
      ("", "there is no such model"), ("pasta/../pasta/", "there is no model in this folder"),
    ] {
      let outcome = try place.program.run(Self.sample + ["--model", name])
      #expect(outcome.status == 1 && outcome.errorLines.count == 1)
      #expect(outcome.error.contains("\(name): \(sentence); `textgen models` lists"))
    }
  }

  @Test func `models lists what has a name, the latest first, and marks the default`() throws {
    let place = try Workplace()
    try place.train("--steps", "2", "--output", "checkpoints/a", "--unit", "word")
    try place.train("--steps", "3", "--output", "checkpoints/b", "--cell", "gru")
    try place.write(Data("meu".utf8), to: "checkpoints/c/model.safetensors")
    let past = [FileAttributeKey.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)]
    for name in ["b", "c"] {
      try FileManager.default.setAttributes(
        past, ofItemAtPath: place.path + "/checkpoints/\(name)/model.safetensors")
    }
    let json = try place.program.run("models", "--json").json()
    let models = try #require(json["models"] as? [[String: Any]])
    #expect(
      models.compactMap { $0["name"] as? String } == ["a", "b", "c", "portugues", "poesia"])
    #expect(models.compactMap { $0["unit"] as? String }.prefix(2) == ["word", "character"])
    #expect(models.compactMap { $0["steps"] as? Int }.prefix(2) == [2, 3])
    #expect(models[1]["modified"] as? String == "2001-09-09T01:46:40Z")
    #expect(models[1]["path"] as? String == "checkpoints/b")
    #expect((models[2]["error"] as? String)?.contains("checkpoints/c/model.safetensors") == true)
    #expect(models.map { $0["default"] as? Bool } == [true, false, false, false, false])
    let standard = try #require(json["default"] as? [String: String])
    #expect(standard == ["name": "a", "reason": "the checkpoint trained last"])
    let list = try place.program.run("models").text
    let lines = list.split(separator: "\n")
    #expect(lines[1].hasPrefix("*  a ") && lines[2].hasPrefix("   b "), "\(list)")
    #expect(lines[2].contains("GRU 1×16, n-grams of 12") && lines[2].contains("2001-09-09"))
    #expect(list.contains("* is used without --model: a, the checkpoint trained last\n"))
  }

  @Test func `without an own model the list says what verse is written with`() throws {
    let place = try Workplace()
    let list = try place.program.run("models").text
    #expect(
      list.hasSuffix(
        "* is used without --model: portugues, the pretrained model, but sample uses poesia\n"))
  }

  @Test func `the list is there where the environment names no model`() throws {
    let place = try Workplace()
    var program = place.program
    program.environment["TEXTGEN_MODEL"] = "poesía"
    let outcome = try program.run("models")
    #expect(outcome.status == 0 && outcome.text.contains("portugues"))
    #expect(
      outcome.error.contains(
        "textgen: warning: TEXTGEN_MODEL is poesía: there is no such model; did you mean poesia?"))
    #expect(try program.run(Self.sample).status == 1)
  }

  @Test func `a model that becomes the default says so, with the way back`() throws {
    let place = try Workplace()
    let first = try place.train("--steps", "1", "--output", "checkpoints/a")
    #expect(
      first.error.hasSuffix(
        "a is the model of commands without --model from now on; for the one before, add --model "
          + "portugues or --model poesia\n"))
    let again = try place.train("--steps", "2", "--output", "checkpoints/a", "--resume")
    #expect(!again.error.contains("from now on"))
    #expect(
      try !place.train("--steps", "1", "--output", "elsewhere").error.contains("from now on"))
    var program = place.program
    program.environment["TEXTGEN_MODEL"] = "a"
    let chosen = try program.run(
      Workplace.tinyTraining + ["--steps", "1", "--output", "checkpoints/b"])
    #expect(!chosen.error.contains("from now on"))
  }
}
