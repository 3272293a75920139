import Foundation
import Testing

@testable import TextGenCommand

/// Other programs get their words and their input as they are.
struct ChildProcessTests {
  @Test func `no shell reads the words of a program`() throws {
    let words = ["a b", "$HOME", "`id`", "'\"\\", "", "*", "linha\nlinha", "é"]
    let process = try ChildProcess(running: ["printf", "<%s>"] + words)
    #expect(process.status == 0)
    #expect(process.output == words.map { "<\($0)>" }.joined())
  }

  @Test func `input and output are larger than a pipe`() throws {
    let text = String(repeating: "uma linha de texto\n", count: 20_000)
    #expect(try ChildProcess(running: ["cat"], input: text).output == text)
    #expect(try ChildProcess(running: ["cat"]).output == "")
  }

  @Test func `errors are output, too, and the last line says why`() throws {
    let process = try ChildProcess(running: ["/bin/sh", "-c", "echo um; echo dois >&2; exit 3"])
    #expect(process.status == 3 && process.output == "um\ndois\n" && process.lastLine == "dois")
  }

  @Test func `a status says how a program ended, or that there is none`() throws {
    #expect(try ChildProcess(running: ["/bin/sh", "-c", "kill -9 $$"]).status == 137)
    let missing = try ChildProcess(running: ["textgen-no-such-program"])
    #expect(missing.status == 127)
    #expect(missing.lastLine == "textgen-no-such-program: No such file or directory")
    #expect(try ChildProcess(running: ["/"]).status == 126)
  }

  @Test func `a program has the environment of this process`() throws {
    let path = try #require(ProcessInfo.processInfo.environment["PATH"])
    let process = try ChildProcess(running: ["/bin/sh", "-c", "echo \"$PATH\""])
    #expect(process.output == path + "\n")
  }

  @Test func `a process on the same streams tells its status`() throws {
    #expect(try SpawnedProcess.status(of: ["/bin/sh", "-c", "exit 7"]) == 7)
    #expect(try SpawnedProcess.status(of: ["/bin/sh", "-c", "kill -9 $$"]) == 137)
    #expect(throws: SpawnedProcess.Refusal.self) {
      try SpawnedProcess.status(of: ["textgen-no-such-program"])
    }
  }
}
