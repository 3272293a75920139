import Testing

struct QuietTests {
  @Test(arguments: ["-q", "--quiet"])
  func `a quiet command says nothing that is no result`(_ option: String) throws {
    let program = try TrainedModel.program()
    let loud = try program.run("complete", "Os alunos")
    let quiet = try program.run("complete", "Os alunos", option)
    #expect(quiet.output == loud.output)
    #expect(quiet.error.isEmpty && !loud.error.isEmpty)
    let sample = try program.run("sample", option, "--length", "10")
    #expect(sample.status == 0 && sample.error.isEmpty && !sample.output.isEmpty)
  }

  @Test func `a quiet training says no more than where its model is`() throws {
    let outcome = try Workplace().train("--steps", "5", "--quiet")
    #expect(outcome.status == 0)
    #expect(outcome.error.isEmpty)
    #expect(outcome.text == "checkpoints/corpus/model.safetensors\n")
  }

  @Test func `a quiet command still warns and fails aloud`() throws {
    let warned = try TrainedModel.program().run("complete", "a\u{FFFD}", "-q")
    #expect(warned.error.hasPrefix("textgen: warning: TEXT holds 1 place"))
    let failed = try BuiltProgram(folder: "/").run("complete", "a", "-q", "-m", "nenhum")
    #expect(failed.status == 1)
    #expect(failed.errorLines.count == 1)
  }

  @Test func `short options are the long ones`() throws {
    let program = try TrainedModel.program()
    let long = try program.run(
      "sample", "--model", "corpus", "--count", "2", "--temperature", "0.5", "--seed", "3",
      "--length", "20")
    let short = try program.run(
      "sample", "-m", "corpus", "-n", "2", "-t", "0.5", "--seed", "3", "--length", "20")
    #expect(long.status == 0)
    #expect(short.output == long.output)
    #expect(
      try program.run("complete", "Os", "-n", "3").output
        == program.run("complete", "Os", "--count", "3").output)
  }
}
