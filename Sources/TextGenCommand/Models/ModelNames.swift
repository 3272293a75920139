import FoundationEssentials
import TextGenLanguageModeling

/// Which model a name means, for every option that takes one.
///
/// A path goes first, where it holds a model; then a name in `./checkpoints`, then in the other folders of
/// models, then one that comes with the program.
enum ModelNames {
  /// The folders whose models have names, those that go first at the front. Further ones belong here.
  static let folders = ["checkpoints"]

  /// The folder or file of the model that `argument` names.
  ///
  /// - Throws: `Failure` where there is none, with the names that are nearly the same.
  static func path(of argument: String) throws(Failure) -> String {
    if let path = find(argument) { return path }
    // A file that is no model: who reads it says what it is.
    if FileSystem.exists(argument), !FileSystem.isFolder(argument) { return argument }
    let lack =
      FileSystem.isFolder(argument)
      ? "there is no model in this folder" : "there is no such model"
    let near = NearNames.of(argument, among: all)
    guard near.isEmpty else {
      throw Failure(
        "\(argument): \(lack); did you mean \(near.joined(separator: " or "))? `textgen models` "
          + "lists all of them")
    }
    throw Failure(
      "\(argument): \(lack); `textgen models` lists those that there are, `textgen train` makes one"
    )
  }

  /// The shortest name under which a command finds the model at `path`; the path where it has none.
  static func name(of path: String) -> String {
    let file = ModelFile.location(of: path)
    let inFolder = "/" + ModelFile.fileName
    let place = path.hasSuffix(inFolder) ? path.dropLast(inFolder.count) : path[...]
    let names =
      [place.split(separator: "/").last.map(withoutExtension)].compactMap { $0 }
      + folders.compactMap { folder in
        place.hasPrefix(folder + "/")
          ? withoutExtension(place.dropFirst(folder.count + 1)) : nil
      }
    return names.first { name in
      find(name).map { FileSystem.isSameFile(ModelFile.location(of: $0), file) } ?? false
    } ?? path
  }

  /// Whether `path` is the file of a model that came with the program.
  static func isPretrained(file path: String) -> Bool {
    PretrainedModel.allCases.compactMap(\.path).contains {
      FileSystem.isSameFile(ModelFile.location(of: $0), path)
    }
  }

  /// The names of all models in the folders, and of those that come with the program.
  static var all: [String] {
    var names: [String] = []
    for path in paths {
      let name = name(of: path)
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The models in the folders, by their names, then those that come with the program.
  static var paths: [String] {
    let found = folders.flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        .map { folder + "/" + $0 }
        .filter(holdsModel)
    }
    let pretrained = PretrainedModel.allCases.compactMap(\.path).filter { path in
      !found.contains {
        FileSystem.isSameFile(ModelFile.location(of: $0), ModelFile.location(of: path))
      }
    }
    return found + pretrained
  }

  private static let fileExtension = ".safetensors"

  private static func find(_ argument: String) -> String? {
    if holdsModel(argument) { return argument }
    var name = argument[...]
    while name.last == "/" { name.removeLast() }
    guard !name.isEmpty, !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else {
      return nil
    }
    let places = folders.flatMap { ["\($0)/\(name)", "\($0)/\(name)\(fileExtension)"] }
    return places.first(where: holdsModel) ?? PretrainedModel(rawValue: String(name))?.path
  }

  /// Whether `path` is a folder with a model in it, or looks like a model's file.
  private static func holdsModel(_ path: String) -> Bool {
    if FileSystem.isFolder(path) {
      return FileSystem.isRegularFile(path + "/" + ModelFile.fileName)
    }
    guard FileSystem.isRegularFile(path) else { return false }
    // The length of the header, then the header, which is JSON.
    return path.hasSuffix(fileExtension)
      || FileSystem.firstBytes(of: path, 9).dropFirst(8).first == UInt8(ascii: "{")
  }

  private static func withoutExtension(_ name: Substring) -> String {
    String(name.hasSuffix(fileExtension) ? name.dropLast(fileExtension.count) : name)
  }
}
