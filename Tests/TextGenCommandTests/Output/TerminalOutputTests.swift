import Foundation
import Testing

@testable import TextGenCommand

/// What comes from outside, on a terminal and elsewhere.
struct TerminalOutputTests {
  /// A title, a colour, a rewritten line, an 8-bit command, and text turned around.
  private static let hostile = "Ola \u{1B}]0;x\u{07}\u{1B}[31m mundo\r\u{9B}2J\u{202E}sim\u{2066}"

  /// Runs the program on a terminal, which `script` makes; both streams show on it.
  private func onTerminal(
    _ arguments: [String], in program: BuiltProgram, input: String = ""
  ) throws -> String {
    var words = [program.program] + arguments
    words = words.map { "'" + $0.replacing("'", with: "'\\''") + "'" }
    var terminal = BuiltProgram(folder: program.folder, program: "/usr/bin/script")
    terminal.environment = ["NO_COLOR": "1", "LANG": "C.UTF-8", "SHELL": "/bin/sh", "TERM": "dumb"]
    let source = input.isEmpty ? "/dev/null" : "input"
    let line = words.joined(separator: " ") + " < " + source
    try Data(input.utf8).write(to: URL(fileURLWithPath: program.folder + "/input"))
    return try terminal.run(["-qec", line, "/dev/null"]).text
  }

  private static func commands(_ text: String) -> [String] {
    text.unicodeScalars.filter {
      ($0.properties.generalCategory == .control && $0 != "\n" && $0 != "\r")
        || (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
    }.map { $0.escaped(asASCII: true) }
  }

  @Test(arguments: [
    ["complete", hostile], ["complete", hostile, "--json"], ["complete", "-"],
    ["sample", "--prompt", hostile, "--seed", "1", "--length", "5"],
    ["sample", "--prompt", hostile, "--seed", "1", "--length", "5", "--json"],
    ["inspect", "--surprise", hostile], ["inspect", "--gates", hostile, "--units", "2"],
    ["inspect", "--embeddings", "\u{1B}[31m"], ["evaluate", hostile],
    ["sample", "--model", hostile],
    ["complete", "--keyboard"], ["inspect", "--" + hostile], [hostile],
  ])
  func `no argument and no input commands a terminal`(_ arguments: [String]) throws {
    let place = try Workplace()
    try place.train("--steps", "2")
    let text = try onTerminal(arguments, in: place.program, input: Self.hostile + "\n")
    #expect(!text.isEmpty)
    #expect(Self.commands(text).isEmpty, "\(text.debugDescription)")
  }

  @Test func `no checkpoint commands a terminal`() throws {
    let place = try Workplace()
    let (name, folder) = (Self.hostile + ".txt", "m" + Self.hostile)
    try place.write(Data(Workplace.corpus.utf8), to: name)
    var arguments = Workplace.tinyTraining + ["--steps", "2", "--output", folder]
    arguments[1] = name
    for arguments in [
      arguments, ["inspect", "--model", folder], ["quantize", folder, "--output", "q"],
    ] {
      let text = try onTerminal(arguments, in: place.program)
      #expect(text.contains("\\u{1B}") || text.contains("\\u001B"), "\(text.debugDescription)")
      #expect(Self.commands(text).isEmpty, "\(text.debugDescription)")
    }
    // In a pipe, too: a card and the conversation are for people.
    let outcome = try place.program.run("inspect", "--model", folder)
    #expect(outcome.status == 0 && outcome.text.contains("mundo"))
    #expect(Self.commands(outcome.text + outcome.error).isEmpty)
  }

  @Test func `a pipe gets every byte of a result`() throws {
    let sample = try TrainedModel.program().run(
      "sample", "--prompt", Self.hostile, "--seed", "1", "--length", "5")
    #expect(sample.text.hasPrefix(Self.hostile))
    let completion = try TrainedModel.program().run("complete", Self.hostile, "--count", "1")
    #expect(completion.text.contains("\n" + Self.hostile))
    #expect(Self.commands(sample.error + completion.error).isEmpty)
  }

  @Test func `a JSON text means the same after it was made visible`() throws {
    let json = "{\"a\":\"\u{7F}\u{9B}\u{202E}\u{2028}é\"}"
    let visible = VisibleText.spelled(json, as: .json)
    #expect(visible == "{\"a\":\"\\u007F\\u009B\\u202E\\u2028é\"}")
    let values = try [json, visible].map {
      try JSONDecoder().decode([String: String].self, from: Data($0.utf8))
    }
    #expect(values[0] == values[1])
  }

  @Test func `only what the program spells in a literal stays`() {
    let (word, style) = ("a\u{1B}[1m\tb\nc", "\u{1B}[2m" as TerminalText)
    let text: TerminalText = "\u{1B}[K\(style)\(word)\n"
    #expect(text.string == "\u{1B}[K\u{1B}[2ma\\u{1B}[1m\\tb\\nc\n")
    #expect(VisibleText.spelled(VisibleText.spelled(word)) == VisibleText.spelled(word))
    #expect(VisibleText.spelled(word, as: .lines) == "a\\u{1B}[1m\tb\nc")
    var table = TextTable()
    table.add("x", word)
    #expect(table.text == "x  a\\u{1B}[1m\\tb\\nc\n")
  }

  @Test func `lines fit a terminal, and no word is broken`() {
    let text = "meia-vida da porta: 0.4 tokens (median), 1: 12.5, 2: 0.1\n\n  x   1\n"
    let wrapped = WrappedText.lines(text, columns: 20)
    #expect(wrapped.split(separator: "\n").allSatisfy { $0.count <= 20 })
    #expect(
      wrapped.split(whereSeparator: \.isWhitespace) == text.split(whereSeparator: \.isWhitespace))
    #expect(wrapped.hasSuffix("\n\n  x   1\n"))
    #expect(WrappedText.lines(text, columns: 80) == text)
    #expect(WrappedText.lines("abcdef gh", columns: 3) == "abcdef\ngh")
  }

  @Test func `a command line to copy names a file as a shell reads it`() throws {
    #expect(ShellWords.shown("meus versos") == "'meus versos'")
    let name = "a'b\\c\n\u{1B}[31m\u{9B}\u{202E}é"
    let words = ShellWords.shown(name)
    #expect(words == #"$'a\'b\\c\n\u001B[31m\u009B\u202Eé'"#)
    var shell = BuiltProgram(folder: "/", program: "/bin/bash")
    shell.environment["LC_ALL"] = "C.UTF-8"
    #expect(try shell.run("-c", "printf %s " + words).text == name)
  }
}
