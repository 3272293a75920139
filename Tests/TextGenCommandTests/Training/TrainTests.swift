import Foundation
import Testing

struct TrainTests {
  @Test func `training writes a checkpoint and says where`() throws {
    let place = try Workplace()
    let outcome = try place.train("--steps", "5")
    #expect(outcome.status == 0)
    #expect(outcome.text == "checkpoints/corpus/model.safetensors\n")
    for file in ["model.safetensors", "training.safetensors", "log.jsonl"] {
      #expect(place.has("checkpoints/corpus/" + file))
    }
    for phrase in [
      "corpus: 1 file, ", "training: ", "held out: ", "model: LSTM, 1 layer of 16, embedding 16, ",
      "checkpoint: checkpoints/corpus", "done (the steps are over): 5 steps", "best: ",
      "complete \"Os alunos tiraram...\"\n", "sample --temperature 0.8\n",
    ] {
      #expect(outcome.error.contains(phrase), "\(phrase)")
    }
  }

  @Test func `off a terminal a measurement is one plain sentence`() throws {
    let place = try Workplace()
    let outcome = try place.train("--epochs", "2")
    let lines = outcome.error.split(separator: "\n").map(String.init)
    let measured = lines.filter { $0.hasPrefix("epoch ") }
    #expect(measured.count == 1 || measured.count == 2)
    #expect(measured[0].hasPrefix("epoch 1.00: "))
    #expect(measured[0].contains(" bits per character of held-out text; "))
    #expect(measured[0].hasSuffix(" left"))
    #expect(!lines.contains { $0.contains("perplexity") || $0.hasPrefix("step ") })
  }

  @Test func `events are JSON lines and the log holds the same`() throws {
    let place = try Workplace()
    let outcome = try place.train("--steps", "5", "--json", "--seed", "7")
    #expect(outcome.status == 0)
    let events = try outcome.jsonLines()
    #expect(events.first?["event"] as? String == "start")
    #expect(events.first?["seed"] as? Int == 7)
    #expect(events.first?["threads"] as? Int == 1)
    #expect(events.first?["model"] is [String: Any] && events.first?["corpus"] is [String: Any])
    let steps = events.filter { $0["event"] as? String == "step" }
    #expect(steps.map { $0["step"] as? Int } == [1, 2, 3, 4, 5])
    for key in ["loss", "bits_per_character", "gradient_norm", "characters_per_second", "epoch"] {
      #expect(steps.allSatisfy { $0[key] is Double || $0[key] is Int }, "\(key)")
    }
    let validation = try #require(events.first { $0["event"] as? String == "validation" })
    #expect(validation["best"] is Bool && validation["perplexity"] is Double)
    #expect(events.contains { $0["event"] as? String == "checkpoint" })
    #expect(events.last?["event"] as? String == "end")
    #expect(events.last?["reason"] as? String == "steps")
    let log = try place.read("checkpoints/corpus/log.jsonl")
    let lines = log.split(separator: UInt8(ascii: "\n"))
    #expect(
      lines.first.map { Data($0) } == outcome.output.split(separator: 10).first.map { Data($0) })
    for line in lines {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: line) }
    }
  }

  @Test func `little time makes a network smaller, and the run says so`() throws {
    let place = try Workplace(corpus: Data(String(repeating: Workplace.corpus, count: 15).utf8))
    let run = [
      "train", "corpus.txt", "--batch-size", "1", "--sequence-length", "4", "--ngram-order", "0",
    ]
    let sentence = "sizes: what learns most in the time on this machine"
    let short = try place.program.run(run + ["--minutes", "0.0001"])
    #expect(short.status == 0)
    #expect(short.error.contains(sentence) && short.error.contains("1 layer of 128"))
    let own = try place.program.run(
      run + ["--minutes", "0.0001", "--hidden-size", "8", "--output", "own"])
    #expect(own.error.contains("1 layer of 8,") && !own.error.contains(sentence))
    let patient = try place.program.run(run + ["--steps", "1", "--output", "patient"])
    #expect(patient.error.contains("1 layer of 192,") && !patient.error.contains(sentence))
  }

  @Test(arguments: [
    (["--precision", "float32"], nil, "float32"), (["--precision", "bfloat16"], nil, "bfloat16"),
    (["--precision", "bfloat16"], "baseline", "bfloat16"), ([], "baseline", "float32"),
    (["--precision", "auto"], "baseline", "float32"),
  ])
  func `the precision is chosen and shown`(
    _ options: [String], _ instructions: String?, _ precision: String
  ) throws {
    let place = try Workplace()
    var program = place.program
    program.environment["TEXTGEN_ISA"] = instructions
    let outcome = try program.run(Workplace.tinyTraining + ["--steps", "2", "--json"] + options)
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(try outcome.jsonLines().first?["precision"] as? String == precision)
    #expect(outcome.error.contains(", seed 0, \(precision), 1 thread\n"))
  }

  @Test(.tags(.slow)) func `a run without options ends by itself and every command uses its model`()
    throws
  {
    let place = try Workplace()
    let outcome = try place.train()
    #expect(outcome.status == 0)
    #expect(outcome.error.contains("converged (the validation loss no longer improves)"))
    for arguments in [["sample", "--length", "20", "--seed", "1"], ["complete", "A chuva"]] {
      let use = try place.program.run(arguments)
      #expect(use.status == 0)
      #expect(use.error.contains("model: corpus (the checkpoint trained last)"))
    }
  }

  @Test(arguments: [
    ("lstm", "character"), ("gru", "character"), ("mgu", "character"), ("elman", "character"),
    ("elman-relu", "character"), ("lstm", "word"), ("gru", "subword"), ("mgu", "subword"),
  ])
  func `every cell and every unit can be trained`(_ cell: String, _ unit: String) throws {
    let place = try Workplace()
    let outcome = try place.train("--steps", "3", "--cell", cell, "--unit", unit)
    #expect(outcome.status == 0, "\(outcome.error)")
    let sample = try place.program.run("sample", "--length", "30", "--seed", "1", "--json")
    #expect(try sample.json()["text"] is String)
    let completion = try place.program.run("complete", "A chuva", "--json", "--count", "3")
    #expect(try completion.json()["positions"] is [Any], "\(completion.error)")
  }

  @Test(arguments: ["uniform", "orthogonal", "identity"], [[], ["--tie-embeddings"]])
  func `initialisation and tying are options`(_ start: String, _ more: [String]) throws {
    let place = try Workplace()
    let outcome = try place.program.run(
      Workplace.tinyTraining + ["--steps", "2", "--recurrent-initialization", start] + more)
    #expect(outcome.status == 0)
    #expect(outcome.error.contains("(tied)") == !more.isEmpty)
  }

  @Test func `several corpora and folders are one corpus`() throws {
    let place = try Workplace()
    try place.write(Data("Era uma vez um rio.\n".utf8), to: "textos/a.txt")
    try place.write(Data("Era uma vez um sapo.\n".utf8), to: "textos/b/c.txt")
    try place.write(Data([0xFF, 0xFE]), to: "textos/imagem.png")
    let outcome = try place.program.run(
      "train", "textos", "corpus.txt", "--steps", "2", "--hidden-size", "8")
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.error.contains("corpus: 3 files"))
    #expect(place.has("checkpoints/textos/model.safetensors"))
  }

  @Test func `standard input is a corpus`() throws {
    let place = try Workplace()
    let outcome = try place.program.run(
      "train", "-", "--steps", "2", "--hidden-size", "8", input: Data(Workplace.corpus.utf8))
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(place.has("checkpoints/stdin/model.safetensors"))
  }

  @Test func `a loss that is not finite is rolled back, and given up with a sentence`() throws {
    let place = try Workplace()
    let outcome = try place.train(
      "--steps", "50", "--cell", "elman-relu", "--learning-rate", "1e30", "--json")
    #expect(outcome.status == 1)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.error.contains("the loss is infinite or not a number at step"))
    #expect(try outcome.jsonLines().contains { $0["event"] as? String == "recovered" })
  }

  @Test func `a network that does not fit into memory is refused before work starts`() throws {
    let place = try Workplace()
    let outcome = try place.program.run(
      "train", "corpus.txt", "--hidden-size", "65536", "--layers", "64", "--steps", "1", limit: 20)
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("make --hidden-size, --layers, --batch-size"))
    #expect(!place.has("checkpoints"))
  }

  @Test func `a short text is told of the models to start from, unless it asks for its own`() throws
  {
    let place = try Workplace()
    let sentence = "textgen: note: 3,"
    let run = [
      "train", "corpus.txt", "--steps", "1", "--batch-size", "1", "--sequence-length", "4",
    ]
    let alone = try place.program.run(run)
    #expect(alone.error.contains(sentence) && alone.error.contains("--from poesia (verse)"))
    let others = [["--hidden-size", "8"], ["--unit", "word"], ["--from", "checkpoints/corpus"]]
    for (number, option) in others.enumerated() {
      let other = try place.program.run(run + option + ["--output", "other-\(number)"])
      #expect(other.status == 0 && !other.error.contains(sentence), "\(other.error)")
    }
  }

  @Test func `a run that has ended says what takes room, and what it says is there`() throws {
    let place = try Workplace()
    let outcome = try place.program.run(
      "train", "corpus.txt", "--hidden-size", "200", "--steps", "1", "--threads", "1")
    #expect(outcome.error.contains("quantize --model checkpoints/corpus --output "))
    #expect(outcome.error.contains("  rm checkpoints/corpus/training.safetensors   (2 MB, "))
    #expect(try !place.train("--steps", "1", "--output", "small").error.contains("  rm "))
  }

  @Test func `a log that is full does not end the run`() throws {
    let place = try Workplace()
    var program = place.program
    program.launcher = ["/bin/sh", "-c", "trap '' XFSZ; ulimit -f 12; exec \"$@\"", "sh"]
    let outcome = try program.run([
      "train", "corpus.txt", "--hidden-size", "2", "--batch-size", "8", "--sequence-length", "64",
      "--threads", "1", "--steps", "600", "--ngram-order", "0", "--optimizer", "sgd",
    ])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(
      outcome.error.contains(
        "textgen: warning: checkpoints/corpus/log.jsonl cannot take another line: File too large"))
    #expect(outcome.error.contains("done (the steps are over): 600 steps"))
    #expect(place.has("checkpoints/corpus/model.safetensors"))
  }

  @Test func `the weights depend on the seed, not on the threads`() throws {
    let places = try (0..<3).map { _ in try Workplace() }
    for (place, options) in zip(places, [["1", "3"], ["2", "3"], ["1", "4"]]) {
      let outcome = try place.program.run([
        "train", "corpus.txt", "--hidden-size", "16", "--steps", "5", "--threads", options[0],
        "--seed", options[1],
      ])
      #expect(outcome.status == 0)
    }
    let weights = try places.map { try $0.tensors("checkpoints/corpus/model.safetensors") }
    #expect(weights[0] == weights[1])
    #expect(weights[0] != weights[2])
  }
}
