import ArgumentParser
import FoundationEssentials

/// What the parser knows of the program, as it dumps it.
struct ParserDump: Decodable {
  /// The program.
  let command: Command

  /// A command.
  struct Command: Decodable {
    let commandName: String
    let superCommands: [String]?
    let shouldDisplay: Bool?
    let abstract, discussion: String?
    let subcommands: [Command]?
    let arguments: [Argument]?
  }

  /// An option, a flag or a positional argument.
  struct Argument: Decodable {
    let kind: Kind
    let shouldDisplay, isOptional, isRepeating: Bool
    let sectionTitle, valueName, defaultValue, abstract, discussion: String?
    let names: [Name]?
    let allValues: [String]?

    enum Kind: String, Decodable {
      case positional, option, flag
    }
  }

  /// A name of an option or a flag.
  struct Name: Decodable {
    let kind: Kind
    let name: String

    enum Kind: String, Decodable {
      case long, short, longWithSingleDash
    }
  }

  /// What the parser knows of `textgen`, in the language of the program.
  ///
  /// - Throws: `DecodingError` where the parser dumps something else than it used to.
  static func ofProgram() throws -> ParserDump {
    try JSONDecoder().decode(ParserDump.self, from: Data(Textgen._dumpHelp().utf8))
  }
}

extension ParserDump.Name {
  /// The name as it is typed.
  var typed: String { (kind == .long ? "--" : "-") + name }
}

extension ParserDump.Command {
  /// The words that call it, such as `textgen train`.
  var words: [String] { (superCommands ?? []) + [commandName] }

  /// Its commands that the help shows, without `help` itself.
  var shownSubcommands: [ParserDump.Command] {
    (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
  }

  /// Its arguments of these kinds that the help shows.
  func shownArguments(_ kinds: Set<ParserDump.Argument.Kind>) -> [ParserDump.Argument] {
    (arguments ?? []).filter { $0.shouldDisplay && kinds.contains($0.kind) }
  }
}
