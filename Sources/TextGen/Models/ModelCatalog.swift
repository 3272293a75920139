import FoundationEssentials
import TextGenLanguageModeling
import TextGenTraining

/// Where models lie, and which one a name means.
///
/// A path goes first where it holds a model; then a name in the folders of one's own models, then in those
/// that came with the program.
public struct ModelCatalog: Sendable, Hashable {
  /// The folders of one's own models, the first ones first.
  public var folders: [String]
  /// The folders in which models that came with the program are looked for.
  public var sharedFolders: [String]
  /// The name or path of the model that is used where none is named; nil for the one trained last.
  public var preferred: String?

  /// A catalog of the given folders.
  public init(folders: [String], sharedFolders: [String] = [], preferred: String? = nil) {
    self.folders = folders
    self.sharedFolders = sharedFolders
    self.preferred = preferred
  }

  /// The catalog of the program `textgen`, for variables of `environment`, or those of the process; one that
  /// is empty counts as missing.
  ///
  /// It has the models of one's own in `./checkpoints`, and looks for those that came with the program in
  /// `$TEXTGEN_HOME/models`, `$XDG_DATA_HOME/textgen/models`, `../share/textgen/models` beside the program,
  /// `textgen/models` in `$XDG_DATA_DIRS`, and `checkpoints` of the repository that holds the program, of the
  /// current folder and, last, of the library's sources.
  public init(environment: [String: String]? = nil) {
    self.init(ofProgramIn: environment)
    sharedFolders = Self.distinct(
      sharedFolders + ProgramFolders.sources.map { $0 + "/checkpoints" })
  }

  /// The same without the library's sources: a program that was copied elsewhere must not depend on them.
  package static var ofProgram: ModelCatalog { ModelCatalog(ofProgramIn: nil) }

  private init(ofProgramIn environment: [String: String]?) {
    let environment = environment ?? ProcessInfo.processInfo.environment
    func value(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    // The specification of base directories ignores paths that are not absolute.
    func absolute(_ path: String) -> Bool { path.hasPrefix("/") }
    let home = value("HOME")
    var shared: [String] = []
    if let folder = value("TEXTGEN_HOME") { shared.append(folder + "/models") }
    let data = value("XDG_DATA_HOME").flatMap { absolute($0) ? $0 : nil }
    if let data = data ?? home.map({ $0 + "/.local/share" }) {
      shared.append(data + "/textgen/models")
    }
    if let prefix = ProgramFolders.prefix { shared.append(prefix + "/share/textgen/models") }
    let system = value("XDG_DATA_DIRS") ?? "/usr/local/share:/usr/share"
    shared += system.split(separator: ":").map(String.init).filter(absolute)
      .map { $0 + "/textgen/models" }
    shared += ProgramFolders.repositories.map { $0 + "/checkpoints" } + ["checkpoints"]
    self.init(
      folders: ["checkpoints"], sharedFolders: Self.distinct(shared),
      preferred: value("TEXTGEN_MODEL"))
  }

  private static func distinct(_ folders: [String]) -> [String] {
    folders.indices.filter { !folders[..<$0].contains(folders[$0]) }.map { folders[$0] }
  }
}

extension ModelCatalog {
  /// The folder or file of the model that `name` means.
  ///
  /// - Throws: `ModelError.notFound`, with names that are nearly the same, or `notInstalled` for the name of a
  ///   model that comes with the program.
  public func path(of name: String) throws(ModelError) -> String {
    if let path = find(name) { return path }
    // A file that is no model: who reads it says what it is.
    if FileSystem.exists(name), !FileSystem.isFolder(name) { return name }
    if let model = BundledModel(rawValue: name), !FileSystem.isFolder(name) {
      throw .notInstalled(model, folders: allFolders)
    }
    throw .notFound(
      name: name, isFolder: FileSystem.isFolder(name), similar: NearNames.of(name, among: names))
  }

  /// The folders in which a name is looked for, in order.
  package var allFolders: [String] { Self.distinct(folders + sharedFolders) }

  /// The shortest name that means the model at `path`; the path where it has none.
  public func name(of path: String) -> String {
    names(for: path).first { name in find(name).map { Self.isSame($0, path) } ?? false } ?? path
  }

  /// What a model would be called, were it not another's name.
  package struct Shadow: Sendable, Hashable {
    /// The name that the model would have.
    package let name: String
    /// The path of the model that the name means.
    package let path: String
  }

  /// Which model has the name of that at `path`; nil where a name means the latter.
  package func shadow(over path: String) -> Shadow? {
    guard name(of: path) == path, let name = names(for: path).first, let other = find(name),
      !Self.isSame(other, path)
    else { return nil }
    return Shadow(name: name, path: other)
  }

  /// What could be the name of the model at `path`.
  private func names(for path: String) -> [String] {
    let inFolder = "/" + ModelFile.fileName
    let place = path.hasSuffix(inFolder) ? path.dropLast(inFolder.count) : path[...]
    return [place.split(separator: "/").last.map(Self.withoutExtension)].compactMap { $0 }
      + folders.compactMap { folder in
        place.hasPrefix(folder + "/")
          ? Self.withoutExtension(place.dropFirst(folder.count + 1)) : nil
      }
  }

  /// The names of all models in the folders, then of those that came with the program.
  public var names: [String] {
    var names: [String] = []
    for path in paths {
      let name = name(of: path)
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The models in the folders, by their names, then those that came with the program.
  public var paths: [String] {
    let own = folders.flatMap(models)
    let shared = BundledModel.allCases.compactMap { path(of: $0) }
      .filter { path in !own.contains { Self.isSame($0, path) } }
    return own + shared
  }

  /// Copies of the models that came with the program, in folders that come after that of the one in use.
  package var copies: [String] {
    let used = paths
    var copies: [String] = []
    for model in BundledModel.allCases {
      for folder in sharedFolders where FileSystem.isRegularFile(Self.file(of: model, in: folder)) {
        let path = folder + "/" + model.rawValue
        if !(used + copies).contains(where: { Self.isSame($0, path) }) { copies.append(path) }
      }
    }
    return copies
  }

  /// Whether `file` is that of a model that came with the program, in whichever of the folders.
  public func isBundled(file: String) -> Bool {
    BundledModel.allCases.contains { model in
      sharedFolders.contains { FileSystem.isSameFile(Self.file(of: model, in: $0), file) }
    }
  }

  /// The folder of a model that came with the program; nil where it is not there.
  public func path(of model: BundledModel) -> String? {
    sharedFolders.first { FileSystem.isRegularFile(Self.file(of: model, in: $0)) }
      .map { $0 + "/" + model.rawValue }
  }

  private static func file(of model: BundledModel, in folder: String) -> String {
    folder + "/" + model.rawValue + "/" + ModelFile.fileName
  }

  /// The model that is used where none is named: the preferred one, else the one trained last in the
  /// folders, else `standard` or another that came with the program; nil where there is none.
  ///
  /// - Throws: `ModelError.notFound` where the preferred one is missing.
  public func standard(_ standard: BundledModel = .portugues) throws(ModelError) -> ChosenModel? {
    if let preferred {
      return ChosenModel(path: try path(of: preferred), reason: .preferred)
    }
    if let path = folders.lazy.compactMap(trainedLast).first {
      return ChosenModel(path: path, reason: .trainedLast)
    }
    return ([standard] + BundledModel.allCases).lazy.compactMap { path(of: $0) }.first
      .map { ChosenModel(path: $0, reason: .bundled) }
  }
}

extension ModelCatalog {
  private static let fileExtension = ".safetensors"

  private func find(_ argument: String) -> String? {
    if Self.holdsModel(argument) { return argument }
    var name = argument[...]
    while name.last == "/" { name.removeLast() }
    guard !name.isEmpty, !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else {
      return nil
    }
    let places = folders.flatMap { ["\($0)/\(name)", "\($0)/\(name)\(Self.fileExtension)"] }
    return places.first(where: Self.holdsModel)
      ?? BundledModel(rawValue: String(name)).flatMap { path(of: $0) }
  }

  private func models(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
      .map { folder + "/" + $0 }
      .filter(Self.holdsModel)
  }

  /// The checkpoint in `folder` whose model was written last; what came with the program was not trained
  /// there.
  private func trainedLast(in folder: String) -> String? {
    let files = FileManager.default
    let names = (try? files.contentsOfDirectory(atPath: folder)) ?? []
    let dated = names.sorted().compactMap { name -> (path: String, date: Date)? in
      let path = folder + "/" + name
      if BundledModel(rawValue: name) != nil,
        !files.fileExists(atPath: path + "/" + TrainingFile.fileName)
      {
        return nil
      }
      let attributes = try? files.attributesOfItem(atPath: path + "/" + ModelFile.fileName)
      return (attributes?[.modificationDate] as? Date).map { (path, $0) }
    }
    return dated.max { $0.date < $1.date }?.path
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

  /// Whether both paths lead to one model.
  private static func isSame(_ first: String, _ second: String) -> Bool {
    FileSystem.isSameFile(ModelFile.location(of: first), ModelFile.location(of: second))
  }

  private static func withoutExtension(_ name: Substring) -> String {
    String(name.hasSuffix(fileExtension) ? name.dropLast(fileExtension.count) : name)
  }
}
