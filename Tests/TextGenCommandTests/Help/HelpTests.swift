import ArgumentParser
import Foundation
import Testing
import TextGenCompute
import TextGenTokenization

@testable import TextGenCommand

struct HelpTests {
  static let commands = [
    "train", "complete", "sample", "evaluate", "compare", "inspect", "scan", "models",
    "quantize", "benchmark", "serve", "type", "lsp", "memory",
  ]
  static let languages = ["en", "pt"]

  /// Options that no help shows: what a comparison asks of its own processes.
  static let unseen: Set = ["contender"]

  private func help(_ command: String, _ language: String) throws -> String {
    let outcome = try program(language).run(command, "--help")
    #expect(outcome.status == 0)
    #expect(outcome.error.isEmpty)
    return outcome.text
  }

  private func program(_ language: String) -> BuiltProgram {
    BuiltProgram(folder: "/", environment: ["TEXTGEN_LANGUAGE": language])
  }

  @Test func `each option of each command has a title and a text in both languages`() throws {
    let english = try DumpedHelp(program("en"))
    let portuguese = try DumpedHelp(program("pt"))
    #expect(english.commands.keys.sorted() == portuguese.commands.keys.sorted())
    for (command, arguments) in english.commands {
      let others = try #require(portuguese.commands[command])
      #expect(arguments.count == others.count)
      for (argument, other) in zip(arguments, others) {
        let name = argument.name
        guard argument.isShown else {
          #expect(Self.unseen.contains(name), "\(command) \(name)")
          continue
        }
        guard !["help", "version"].contains(name) else { continue }
        #expect(!argument.abstract.isEmpty && !other.abstract.isEmpty, "\(command) \(name)")
        #expect(argument.abstract != other.abstract, "\(command) \(name)")
        if argument.kind != "positional" {
          #expect(!argument.title.isEmpty && !other.title.isEmpty, "\(command) \(name)")
        }
        #expect(
          argument.abstract.hasSuffix(".") && other.abstract.hasSuffix("."), "\(command) \(name)")
      }
    }
  }

  @Test(arguments: commands, languages)
  func `help has no line of more than 100 columns and opens with examples`(
    _ command: String, _ language: String
  ) throws {
    let lines = try help(command, language).split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines { #expect(line.count <= 100, "\(line)") }
    #expect(lines.count > 2 && lines[2].hasPrefix("  textgen \(command)"))
  }

  @Test(arguments: commands, languages)
  func `the examples of the help parse`(_ command: String, _ language: String) throws {
    let lines = try help(command, language).split(separator: "\n")
    let examples = lines.filter { $0.hasPrefix("  textgen ") }.map(Self.words)
    #expect(examples.count >= 2)
    for example in examples {
      #expect(throws: Never.self, "\(example)") {
        _ = try Textgen.parseAsRoot(Array(example.dropFirst()))
      }
    }
  }

  /// The words of an example, whose remark is two or more spaces to the right.
  private static func words(of line: Substring) -> [String] {
    let example = line.dropFirst(2).prefix(through: line.index(before: line.endIndex))
    let command = example.split(separator: "  ").first ?? ""
    return command.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .flatMap { index, part in
        index.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [String(part)]
      }
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
    for language in Self.languages {
      let outcome = try program(language).run("--help")
      #expect(outcome.status == 0)
      for command in Self.commands { #expect(outcome.text.contains("  " + command + " ")) }
      #expect(try program(language).run().text == outcome.text)
      #expect(try program(language).run("help").text == outcome.text)
      #expect(outcome.text.contains("  -v, --version  "))
    }
  }

  @Test func `the version is one line, however it is asked for`() throws {
    for arguments in [["--version"], ["-v"], ["train", "--version"]] {
      let outcome = try program("en").run(arguments)
      #expect(outcome.status == 0)
      #expect(outcome.text.wholeMatch(of: /textgen [0-9.]+ \(model format [0-9]+\)\n/) != nil)
    }
  }

  @Test func `the command version adds what decides results beside the program`() throws {
    let line = try program("en").run("--version").text
    let text = try program("en").run("version").text
    #expect(text.hasPrefix(line))
    let others = text.dropFirst(line.count).split(separator: "\n")
    #expect(
      others == [
        "text is cut by ICU \(ICUVersion.icu) (Unicode \(ICUVersion.unicode))",
        "this processor computes with \(InstructionSet.best.rawValue)",
      ])
    #expect(try program("pt").run("version").text.contains("o texto é cortado pelo ICU "))
  }

  @Test func `the help of a command is the text that was reviewed`() throws {
    #expect(try help("models", "en") == Self.models)
    #expect(try help("models", "pt") == Self.modelos)
  }

  private static let models = """
    OVERVIEW: List the models that have names.

      textgen models                                what there is, and what commands use
      textgen models --json

    --model, `train --from` and $TEXTGEN_MODEL take the path of a model (a folder with a
    model.safetensors, or a file), else a name: of a model in ./checkpoints, or of one that
    came with the program. * marks the one that commands use without --model.

    USAGE: textgen models [--json] [--quiet]

    OUTPUT:
      --json                  One JSON object on standard output.

    GENERAL:
      -q, --quiet             No notes and no progress on standard error.

    OPTIONS:
      --version               Show the version.
      -h, --help              Show help information.

    """

  private static let modelos = """
    RESUMO: Lista os modelos que têm nome.

      textgen models                                o que há e o que os comandos usam
      textgen models --json

    --model, `train --from` e $TEXTGEN_MODEL aceitam o caminho de um modelo (uma pasta com um
    model.safetensors, ou um arquivo) ou um nome: o de um modelo em ./checkpoints ou de um que
    veio com o programa. O * marca aquele que os comandos usam sem --model.

    USO: textgen models [--json] [--quiet]

    SAÍDA:
      --json                  Um objeto JSON na saída padrão.

    GERAL:
      -q, --quiet             Sem notas nem progresso na saída de erros.

    OPÇÕES:
      --version               Mostra a versão.
      -h, --help              Mostra esta ajuda.

    """
}
