import FoundationEssentials

/// The folder of the project, for what comes with it: corpora and pretrained models.
enum ProjectFolder {
  /// The path of `name` in the package that the program was built in, or in the current folder; nil
  /// where neither has it.
  static func path(of name: String) -> String? {
    let files = FileManager.default
    for root in packageRoots + ["."] {
      let path = root == "." ? name : root + "/" + name
      if files.fileExists(atPath: path) { return path }
    }
    return nil
  }

  /// The folders above the program that hold a package, nearest first.
  private static var packageRoots: [String] {
    let files = FileManager.default
    guard let program = try? files.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    else { return [] }
    var roots: [String] = []
    var folder = program[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if files.fileExists(atPath: folder + "/Package.swift") { roots.append(String(folder)) }
    }
    return roots
  }
}
