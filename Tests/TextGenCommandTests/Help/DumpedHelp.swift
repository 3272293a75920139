import Foundation

/// What the parser knows of the commands and their arguments, as it dumps it.
struct DumpedHelp {
  /// An option, a flag or a positional argument.
  struct Argument {
    let kind, name, abstract, title: String
    let names: [String]
    let isShown: Bool

    init(_ json: [String: Any]) {
      func text(_ key: String) -> String { json[key] as? String ?? "" }
      kind = text("kind")
      abstract = text("abstract")
      title = text("sectionTitle")
      isShown = json["shouldDisplay"] as? Bool ?? false
      names = (json["names"] as? [[String: Any]] ?? []).map { name in
        (name["kind"] as? String == "long" ? "--" : "-") + (name["name"] as? String ?? "")
      }
      let preferred = (json["preferredName"] as? [String: Any])?["name"] as? String
      name = preferred ?? text("valueName")
    }
  }

  /// The arguments of each command that is shown, but for the parser's own `help`; those of the program
  /// itself under no name.
  let commands: [String: [Argument]]

  /// What `program` dumps.
  init(_ program: BuiltProgram) throws {
    let json = try program.run("--experimental-dump-help").json()
    let root = json["command"] as? [String: Any] ?? [:]
    func arguments(_ command: [String: Any]) -> [Argument] {
      (command["arguments"] as? [[String: Any]] ?? []).map(Argument.init)
    }
    var commands = ["": arguments(root)]
    for command in root["subcommands"] as? [[String: Any]] ?? [] {
      guard command["shouldDisplay"] as? Bool ?? false,
        let name = command["commandName"] as? String,
        name != "help"
      else { continue }
      commands[name] = arguments(command)
    }
    self.commands = commands
  }
}
