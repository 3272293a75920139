import FoundationEssentials

/// Folders that are known from where the program lies.
package enum ProgramFolders {
  /// The folder of the program's file, behind all links; nil where the system doesn't tell.
  package static var program: String? {
    guard let file = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
      let slash = file.lastIndex(of: "/")
    else { return nil }
    return String(file[..<slash])
  }

  /// The folder above that of the program, such as `/usr` of `/usr/bin/textgen`; nil where the system doesn't
  /// tell, and for a program in `/`.
  package static var prefix: String? {
    guard let program, let slash = program.lastIndex(of: "/") else { return nil }
    return String(program[..<slash])
  }

  /// The commit that the program was built from, which an installation has written down; nil where nobody
  /// knows.
  package static var commit: String? {
    guard let prefix,
      let data = FileManager.default.contents(atPath: prefix + "/share/textgen/commit")
    else { return nil }
    let text = String(decoding: data, as: UTF8.self)
    return text.prefixMatch(of: /[0-9a-f]{7,40}(-dirty)?/).map { String($0.0) }
  }

  /// The folders above the program that hold a package, nearest first.
  package static var repositories: [String] { program.map { packages(above: $0 + "/") } ?? [] }

  /// The package of these sources, where it is still where it was built.
  package static var sources: [String] { packages(above: #filePath) }

  private static func packages(above path: String) -> [String] {
    var found: [String] = []
    var folder = path[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if FileManager.default.fileExists(atPath: folder + "/Package.swift") {
        found.append(String(folder))
      }
    }
    return found
  }

  /// The path of `name` in one of the repositories or in the current folder; nil where none has it.
  package static func repositoryPath(of name: String) -> String? {
    let places = repositories.map { $0 + "/" + name } + [name]
    return places.first { FileManager.default.fileExists(atPath: $0) }
  }
}
