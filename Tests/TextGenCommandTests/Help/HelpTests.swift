import Testing

struct HelpTests {
  static let commands = [
    "train", "complete", "sample", "evaluate", "compare", "inspect", "scan", "models",
    "quantize", "benchmark",
  ]

  @Test(arguments: commands)
  func `help fits one screen`(_ command: String) throws {
    let outcome = try BuiltProgram(folder: "/").run(command, "--help")
    #expect(outcome.status == 0)
    #expect(outcome.error.isEmpty)
    let lines = outcome.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 40)
    #expect(lines.allSatisfy { $0.count <= 100 })
  }

  @Test func `every option in the help of sample exists`() throws {
    let program = BuiltProgram(folder: "/")
    let names = try program.run("sample", "--help").text.split(separator: "\n").compactMap {
      $0.split(separator: " ").first.flatMap { $0.hasPrefix("--") ? String($0) : nil }
    }
    #expect(names.contains("--typical-p") && names.count > 20)
    for name in names {
      // A seed that is none, so that nothing is written.
      let outcome = try program.run("sample", name, "--seed", "x")
      #expect(!outcome.error.contains("unknown option"), "\(outcome.error)")
    }
  }

  @Test func `the first help names every command`() throws {
    let outcome = try BuiltProgram(folder: "/").run("--help")
    #expect(outcome.status == 0)
    for command in Self.commands { #expect(outcome.text.contains("  " + command + " ")) }
    #expect(try BuiltProgram(folder: "/").run().text == outcome.text)
  }

  @Test func `the version is one line`() throws {
    let outcome = try BuiltProgram(folder: "/").run("--version")
    #expect(outcome.status == 0)
    #expect(outcome.text == "textgen 0.1.0\n")
  }

  @Test(
    arguments: zip(
      [
        "complete", "sample", "evaluate", "quantize", "models", "train", "compare", "inspect",
        "benchmark", "scan",
      ],
      [complete, sample, evaluate, quantize, models, train, compare, inspect, benchmark, scan]))
  func `the help of a command is the text that was reviewed`(_ command: String, _ text: String)
    throws
  {
    #expect(try BuiltProgram(folder: "/").run(command, "--help").text == text)
  }
}
