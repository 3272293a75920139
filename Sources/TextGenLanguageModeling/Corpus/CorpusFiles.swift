/// The text files behind the names that a user gave.
struct CorpusFiles {
  /// The files, in the order in which they are read.
  private(set) var paths: [String] = []
  /// What was left out that has the name of a text file.
  private(set) var warnings: [CorpusWarning] = []

  /// The endings of the names of text files, in upper or lower case.
  private static let endings = [".txt", ".md"]

  /// The files of `names`: a folder stands for the `.txt` and `.md` files in it and in its folders,
  /// in the order of their names. Hidden files, `README.md`, which speaks of the texts, links to
  /// folders, and pipes, sockets and devices, which would not end, are left out.
  ///
  /// - Throws: `CorpusError` for a folder that cannot be listed or holds no text file.
  init(_ names: [String]) throws(CorpusError) {
    for name in names {
      guard name != "-", FileSystem.kind(of: name) == .folder else {
        paths.append(name)
        continue
      }
      let count = paths.count
      try add(folder: name)
      guard paths.count > count else { throw .noTextFiles(folder: name) }
    }
  }

  private mutating func add(folder: String) throws(CorpusError) {
    for name in try FileSystem.names(in: folder) where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      let kind = FileSystem.kind(of: path)
      switch kind {
      case .folder:
        if !FileSystem.isLink(path) { try add(folder: path) }
      // A link that leads nowhere is a missing file, which reading it says.
      case .file, nil:
        if Self.isTextName(name) { paths.append(path) }
      case .pipe?, .socket?, .device?:
        if let kind, Self.isTextName(name) { warnings.append(.leftOut(path: path, kind)) }
      }
    }
  }

  private static func isTextName(_ name: String) -> Bool {
    let name = name.lowercased()
    return name != "readme.md" && endings.contains { name.hasSuffix($0) }
  }
}
