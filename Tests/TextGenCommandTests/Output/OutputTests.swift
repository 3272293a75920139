import Foundation
import Testing

struct OutputTests {
  @Test(arguments: [
    ["sample", "--seed", "1"], ["complete", "A chuva"], ["--help"], ["--version"],
    ["sample", "--seed", "1", "--json"],
  ])
  func `output that cannot be written is an error`(_ arguments: [String]) throws {
    let outcome = try TrainedModel.program().run(arguments, output: .file("/dev/full"))
    #expect(outcome.status == 1)
    #expect(
      outcome.errorLines == [
        "textgen: error: standard output cannot be written: No space left on device; make room or "
          + "choose another place for it"
      ])
  }

  @Test(arguments: [
    ["sample", "--seed", "1", "--length", "100000"], ["complete", "A chuva", "--json"], ["--help"],
  ])
  func `a reader that has gone ends the program quietly`(_ arguments: [String]) throws {
    let outcome = try TrainedModel.program().run(arguments, output: .brokenPipe, limit: 20)
    #expect(outcome.status == 0)
    #expect(outcome.errorLines.isEmpty)
  }

  @Test func `the program loads the essentials of Foundation alone, since all of it starts slowly`()
    throws
  {
    let program = try Data(contentsOf: URL(fileURLWithPath: BuiltProgram.path))
    #expect(program.range(of: Data("libFoundationEssentials.so".utf8)) != nil)
    #expect(program.range(of: Data("libFoundation.so".utf8)) == nil)
  }

  @Test func `a closed standard output is an error, and no file takes its place`() throws {
    let place = try Workplace()
    var program = place.program
    program.launcher = ["/bin/sh", "-c", "exec \"$0\" \"$@\" >&-"]
    let outcome = try program.run(Workplace.tinyTraining + ["--json", "--steps", "500"])
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("standard output cannot be written: Bad file descriptor"))
    #expect(place.has("checkpoints/corpus/model.safetensors"))
  }

  @Test func `a run whose reader has gone saves and ends`() throws {
    let place = try Workplace()
    let outcome = try place.program.run(
      Workplace.tinyTraining + ["--json"], output: .brokenPipe, limit: 20)
    #expect(outcome.status == 130)
    #expect(outcome.error.contains("saved in checkpoints/corpus; to go on:"))
    #expect(place.has("checkpoints/corpus/training.safetensors"))
  }

  @Test func `a run whose events cannot be written saves and fails`() throws {
    let place = try Workplace()
    let outcome = try place.program.run(
      Workplace.tinyTraining + ["--json"], output: .file("/dev/full"), limit: 20)
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("standard output cannot be written: No space left"))
    #expect(place.has("checkpoints/corpus/training.safetensors"))
  }

  @Test func `a checkpoint that cannot be written is an error with its path`() throws {
    let place = try Workplace()
    try place.write(Data(), to: "taken")
    let outcome = try place.train("--steps", "1", "--output", "taken/model")
    #expect(outcome.status == 1)
    #expect(outcome.errorLines.count == 1 && outcome.error.contains("taken/model"))
  }
}
