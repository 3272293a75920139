/// Where a model was looked for in vain, and how to get one.
enum MissingModelText: Translated {
  /// A model that comes with the program.
  case bundled(String, folders: [String])
  /// Any model.
  case all(folders: [String])

  var english: String {
    switch self {
    case .bundled(let name, let folders):
      "\(name): it comes with the program, but is not in \(listed(folders, "or")); `./run install` in the "
        + "repository installs it, and TEXTGEN_HOME names a folder that has it as models/\(name)"
    case .all(let folders):
      "there is no model: no --model, no TEXTGEN_MODEL, and none in \(listed(folders, "or")); "
        + "`./run install` in the repository installs those that come with the program, or train one "
        + "with `textgen train CORPUS`"
    }
  }

  var portuguese: String {
    switch self {
    case .bundled(let name, let folders):
      "\(name): vem com o programa, mas não está em \(listed(folders, "nem em")); `./run install` no "
        + "repositório instala-o, e TEXTGEN_HOME indica uma pasta que o tem em models/\(name)"
    case .all(let folders):
      "não há modelo: nem --model, nem TEXTGEN_MODEL, nem um em \(listed(folders, "ou")); "
        + "`./run install` no repositório instala os que vêm com o programa, ou treine um com "
        + "`textgen train CORPUS`"
    }
  }

  /// `folders` as people list them.
  private func listed(_ folders: [String], _ word: String) -> String {
    let paths = folders.map(seenPath)
    guard let last = paths.last, paths.count > 1 else { return paths.first ?? "" }
    return paths.dropLast().joined(separator: ", ") + " " + word + " " + last
  }
}
