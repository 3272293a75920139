import Foundation
import Testing

struct ResumeTests {
  /// A run whose state is saved at every validation, after each of some eight epochs.
  private static let run =
    Workplace.tinyTraining + ["--steps", "400", "--save-interval", "0", "--dropout", "0.2"]
  private static let folder = "checkpoints/corpus/"

  /// The program, which stops, dies or waits after a step as `TEXTGEN_…_AFTER_STEP` says.
  private func program(in place: Workplace, _ action: String, after step: String) -> BuiltProgram {
    var program = place.program
    program.environment["TEXTGEN_\(action)_AFTER_STEP"] = step
    return program
  }

  @Test(.tags(.slow), arguments: ["float32", "bfloat16"])
  func `a killed run, resumed, ends with the weights of an uninterrupted one`(
    _ precision: String
  ) throws {
    let whole = try Workplace()
    let run = Self.run + ["--precision", precision]
    #expect(try whole.program.run(run).status == 0)
    let killed = try Workplace()
    for step in [1, 60, 61, 200, 399, 400] {
      let arguments = run + (killed.has(Self.folder + "log.jsonl") ? ["--resume"] : [])
      let outcome = try program(in: killed, "KILL", after: "\(step)").run(arguments)
      #expect(outcome.status == 128 + SIGKILL, "\(step): \(outcome.error)")
    }
    let end = try killed.program.run(run + ["--resume"])
    #expect(end.status == 0, "\(end.error)")
    for file in ["model.safetensors", "training.safetensors"] {
      #expect(
        try killed.tensors(Self.folder + file) == whole.tensors(Self.folder + file), "\(file)")
    }
    let log = try killed.read(Self.folder + "log.jsonl").split(separator: 10)
    for line in log { #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: line) } }
  }

  @Test(.tags(.slow)) func `a signal saves, and the resumed run ends as if there had been none`()
    throws
  {
    let whole = try Workplace()
    #expect(try whole.program.run(Self.run).status == 0)
    for (signal, status) in [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129)] as [(Int32, Int32)] {
      let stopped = try Workplace()
      let outcome = try program(in: stopped, "STOP", after: "\(100 + signal):\(signal)").run(
        Self.run)
      #expect(outcome.status == status)
      #expect(outcome.error.contains("interrupted: \(100 + signal) steps"))
      #expect(outcome.error.contains("stopping after this step and saving"))
      #expect(outcome.error.contains("saved in checkpoints/corpus; to go on:\n  "))
      #expect(outcome.error.hasSuffix("--resume\n"))
      #expect(try stopped.program.run(Self.run + ["--resume"]).status == 0)
      for file in ["model.safetensors", "training.safetensors"] {
        #expect(
          try stopped.tensors(Self.folder + file) == whole.tensors(Self.folder + file), "\(file)")
      }
    }
  }

  @Test func `a signal during the last step changes nothing`() throws {
    let run = Workplace.tinyTraining + ["--steps", "40"]
    let whole = try Workplace()
    #expect(try whole.program.run(run).status == 0)
    for step in [39, 40] {
      let stopped = try Workplace()
      let outcome = try program(in: stopped, "STOP", after: "\(step)").run(run)
      #expect(outcome.status == (step == 40 ? 0 : 130))
      if step == 39 { #expect(try stopped.program.run(run + ["--resume"]).status == 0) }
      #expect(
        try stopped.tensors(Self.folder + "model.safetensors")
          == whole.tensors(Self.folder + "model.safetensors"))
    }
  }

  @Test func `a run that ignores the end of its terminal goes on`() throws {
    let place = try Workplace()
    var program = place.program
    program.launcher = ["/usr/bin/nohup"]
    let process = try program.start(Self.run)
    #expect(process.waits(for: "of held-out text"))
    process.send(SIGHUP)
    #expect(try process.finish().status == 0)
  }

  @Test func `the second signal leaves at once`() throws {
    let place = try Workplace()
    let process = try program(in: place, "HOLD", after: "1").start(Self.run)
    #expect(process.waits(for: "checkpoint: "))
    process.send(SIGINT)
    #expect(process.waits(for: "once more leaves at once"))
    process.send(SIGINT)
    #expect(try process.finish().status == 130)
    #expect(!place.has(Self.folder + "model.safetensors"))
  }

  @Test func `a finished run says so and is left as it is`() throws {
    let place = try Workplace()
    try place.train("--steps", "5")
    let state = try place.read(Self.folder + "training.safetensors")
    for budget in [[], ["--steps", "5"], ["--steps", "3"]] {
      let outcome = try place.program.run(Workplace.tinyTraining + ["--resume"] + budget)
      #expect(outcome.status == 0)
      #expect(outcome.error.contains("the run in checkpoints/corpus is finished"))
      #expect(outcome.error.contains("give a larger --epochs, --steps or --minutes"))
    }
    #expect(try place.read(Self.folder + "training.safetensors") == state)
    let longer = try place.train("--resume", "--steps", "8", "--json", "--threads", "2")
    #expect(longer.status == 0)
    #expect(longer.error.contains("goes on after step 5"))
    #expect(try longer.jsonLines().last?["steps"] as? Int == 8)
  }

  @Test func `a finished run whose state was removed is not begun again`() throws {
    let place = try Workplace()
    try place.train("--steps", "5")
    let model = try place.read(Self.folder + "model.safetensors")
    try FileManager.default.removeItem(
      atPath: place.path + "/" + Self.folder + "training.safetensors")
    let outcome = try place.train("--steps", "8", "--resume")
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("training.safetensors is gone"))
    #expect(outcome.error.contains("--from checkpoints/corpus"))
    #expect(try place.read(Self.folder + "model.safetensors") == model)
  }

  @Test func `there must be a run to resume`() throws {
    let place = try Workplace()
    let outcome = try place.train("--resume")
    #expect(outcome.status == 1)
    #expect(
      outcome.errorLines == [
        "textgen: error: there is no run to resume in checkpoints/corpus; "
          + "leave out --resume to begin one, or name its folder with --output"
      ])
  }

  @Test(arguments: [
    ["--cell", "gru"], ["--layers", "2"], ["--hidden-size", "17"], ["--embedding-size", "8"],
    ["--unit", "word"], ["--tie-embeddings"], ["--dropout", "0.5"], ["--batch-size", "5"],
    ["--sequence-length", "15"], ["--learning-rate", "0.1"], ["--clip-norm", "3"],
    ["--seed", "9"], ["--recurrent-initialization", "orthogonal"],
  ])
  func `a resumed run refuses another option`(_ option: [String]) throws {
    let place = try Workplace()
    try place.train("--steps", "2")
    let outcome = try place.program.run(
      ["train", "corpus.txt", "--threads", "1", "--resume", "--steps", "4"] + option)
    #expect(outcome.status == 1)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.error.contains("the run in checkpoints/corpus has \(option[0]) "))
  }

  @Test func `a resumed run takes the initialization that it began with`() throws {
    let place = try Workplace()
    let run = ["--recurrent-initialization", "orthogonal", "--steps"]
    _ = try place.program.run(Workplace.tinyTraining + run + ["2"])
    let same = try place.program.run(Workplace.tinyTraining + run + ["4", "--resume"])
    #expect(same.status == 0 && same.error.contains("goes on after step 2"), "\(same.error)")
    let other = try place.train(
      "--recurrent-initialization", "identity", "--steps", "6", "--resume")
    #expect(
      other.error.contains(
        "has --recurrent-initialization orthogonal, but identity is asked for"), "\(other.error)")
  }

  @Test(arguments: ["float32", "bfloat16"], ["reference", "baseline", nil])
  func `a resumed run keeps its precision on any processor, and refuses another`(
    _ precision: String, _ instructions: String?
  ) throws {
    let place = try Workplace()
    try place.train("--steps", "2", "--precision", precision)
    var program = place.program
    program.environment["TEXTGEN_ISA"] = instructions
    let other = precision == "float32" ? "bfloat16" : "float32"
    let run = ["train", "corpus.txt", "--threads", "1", "--resume", "--json", "--steps"]
    let refused = try program.run(run + ["4", "--precision", other])
    #expect(refused.status == 1)
    #expect(
      refused.error.contains(
        "the run in checkpoints/corpus has --precision \(precision), but \(other) is asked for"))
    for (steps, options) in [
      ("3", []), ("4", ["--precision", "auto"]), ("5", ["--precision", precision]),
    ] {
      let resumed = try program.run(run + [steps] + options)
      #expect(resumed.status == 0, "\(resumed.error)")
      #expect(try resumed.jsonLines().first?["precision"] as? String == precision)
    }
  }

  @Test func `a resumed run refuses another corpus`() throws {
    let place = try Workplace()
    try place.train("--steps", "2")
    try place.write(Data((Workplace.corpus + "Mais uma linha.\n").utf8), to: "corpus.txt")
    let outcome = try place.train("--resume", "--steps", "4")
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("began with another corpus"))
  }

  @Test func `a second trainer in the folder is refused`() throws {
    let place = try Workplace()
    let first = try place.program.start(Workplace.tinyTraining + ["--minutes", "1"])
    #expect(first.waits(for: "checkpoint: "))
    let second = try place.train("--steps", "2")
    #expect(second.status == 1)
    #expect(second.error.contains("checkpoints/corpus is in use by another process"))
    first.send(SIGTERM)
    #expect(try first.finish(limit: 10).status == 143)
    #expect(place.has(Self.folder + "training.safetensors"))
  }
}
