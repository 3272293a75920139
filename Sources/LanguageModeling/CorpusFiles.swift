import FoundationEssentials

/// The text files behind the names that a user gave.
enum CorpusFiles {
  /// The files of `paths`: a folder stands for the `.txt` files in it and in its folders, in the
  /// order of their names. Hidden files and links to folders are left out.
  static func expand(_ paths: [String]) throws(CorpusError) -> [String] {
    var files: [String] = []
    for path in paths {
      var isFolder = false
      if path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        isFolder
      {
        let found = try textFiles(in: path)
        guard !found.isEmpty else { throw .noTextFiles(folder: path) }
        files += found
      } else {
        files.append(path)
      }
    }
    return files
  }

  private static func textFiles(in folder: String) throws(CorpusError) -> [String] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw .unreadableFolder(folder: folder, reason: "\(error)")
    }
    var files: [String] = []
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      let type =
        try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
      if type == .typeDirectory {
        files += try textFiles(in: path)
      } else if name.hasSuffix(".txt") {
        files.append(path)
      }
    }
    return files
  }
}
