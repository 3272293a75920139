import Foundation
import Testing

/// `textgen lsp` where its client is no editor, or goes too soon.
struct EditorCommandTests {
  private func run(_ input: String, language: String = "en") throws -> BuiltProgram.Outcome {
    try BuiltProgram(folder: "/", environment: ["TEXTGEN_LANGUAGE": language])
      .run("lsp", "--model", "portugues", input: Data(input.utf8))
  }

  private func framed(_ body: String) -> String {
    "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }

  @Test(arguments: ["", "Os alunos\n", String(repeating: "a", count: 9000)])
  func `what is no editor is told so in one sentence`(_ input: String) throws {
    let outcome = try run(input)
    #expect(outcome.status == 1)
    #expect(outcome.errorLines.count == 1, "\(outcome.error)")
    #expect(outcome.error.contains("before an editor's `initialize`"), "\(outcome.error)")
    #expect(try run(input, language: "pt").error.contains("antes do `initialize` de um editor"))
  }

  @Test func `an editor that goes without a word is noted, one that says so is not`() throws {
    let begin = framed(#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}"#)
    let gone = try run(begin)
    #expect(gone.status == 1 && gone.text.contains("\"capabilities\""))
    #expect(gone.error.contains("closed standard input"), "\(gone.error)")
    let end =
      framed(#"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"#)
      + framed(#"{"jsonrpc":"2.0","method":"exit"}"#)
    let whole = try run(begin + end)
    #expect(whole.status == 0 && whole.errorLines.isEmpty, "\(whole.error)")
  }
}
