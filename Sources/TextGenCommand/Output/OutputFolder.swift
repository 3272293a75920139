import FoundationEssentials
import TextGen
import TextGenLanguageModeling
import TextGenSafeTensors
import TextGenTraining

/// A folder in which a command may write the files that belong there: a run's, or a comparison's.
///
/// There is none in which somebody's own files have the names of those to be written.
struct OutputFolder {
  /// Where it is, as the user wrote it.
  let path: String

  private init(_ path: String) { self.path = path }

  /// Creates the folder, where it is missing.
  func create() throws(CheckpointError) { try FileSystem.createFolder(path) }

  /// The folder `name` in this one.
  func subfolder(_ name: String) -> OutputFolder { OutputFolder(path + "/" + name) }
}

// MARK: A run

extension OutputFolder {
  /// The folder of a new run, which may start from the model at `start`.
  ///
  /// A model or a run that is there is replaced only where `overwrites` says so, and then at the first
  /// save of the new one.
  ///
  /// - Throws: `Failure` that says what is there and what to do.
  static func forNewRun(
    _ path: String, startingFrom start: String?, overwrites: Bool
  ) throws(Failure) -> OutputFolder {
    let model = path + "/" + ModelFile.fileName
    let state = path + "/" + TrainingFile.fileName
    if let start, FileSystem.isSameFile(ModelFile.location(of: start), model) {
      throw Failure(
        "the run would replace the model that it starts from, \(model); name another folder with "
          + "--output, or go on with the same text by --resume without --from")
    }
    if ModelCatalog.ofProgram.isBundled(file: model), !FileSystem.exists(state) {
      throw Failure(
        "the run would replace \(model), which came with the program; name another folder with "
          + "--output")
    }
    let found = [model, state].filter(FileSystem.exists)
    if !found.isEmpty, !overwrites {
      let further =
        FileSystem.exists(state)
        ? "train it further with --resume"
        : "there is no \(TrainingFile.fileName) for --resume, so start from it with --from"
      throw Failure(
        "\(path) holds \(description(model)) already; \(further), keep it and name another folder "
          + "with --output, or replace it with --overwrite")
    }
    for file in found where !isCheckpoint(file) {
      throw Failure(
        "\(file) is no file that textgen can read, so it is not replaced; name another folder with "
          + "--output, or remove it")
    }
    try refuseForeignLog(path + "/log.jsonl")
    return OutputFolder(path)
  }

  private static func description(_ model: String) -> String {
    guard FileSystem.exists(model) else { return "an unfinished run" }
    guard case .model(let summary) = FoundFile(at: model) else { return ModelFile.fileName }
    return "a model (\(summary.origin))"
  }

  private static func isCheckpoint(_ path: String) -> Bool {
    guard FileSystem.isRegularFile(path), let file = try? SafeTensorsFile(path: path) else {
      return false
    }
    return (try? CheckpointMetadata(file)) != nil
  }

  /// Refuses to replace a log that no run of this program began.
  private static func refuseForeignLog(_ path: String) throws(Failure) {
    guard FileSystem.exists(path), FileSystem.byteCount(path) != 0 else { return }
    let line = FileManager.default.contents(atPath: path)?
      .split(separator: UInt8(ascii: "\n")).first
    let event = line.flatMap { try? JSONDecoder().decode(LoggedEvent.self, from: Data($0)) }
    guard event?.event != "start" else { return }
    throw Failure(
      "\(path) is no log of a training, so it is not replaced; name another folder with --output")
  }
}

/// A line of a log, as far as it says what it is about.
struct LoggedEvent: Decodable {
  let event: String
}

// MARK: A comparison

extension OutputFolder {
  /// The folder of a comparison that goes on, or of a new one, in which nothing has one of `names` yet.
  ///
  /// - Throws: `Failure` where something has, or a corpus would grow by the texts of the comparison.
  static func forComparison(
    _ path: String, names: [String], corpora: [String]
  ) throws(Failure) -> OutputFolder {
    for corpus in corpora where corpus != "-" {
      if FileSystem.isFolder(corpus) {
        guard FileSystem.isInside(path, of: corpus) else { continue }
        throw Failure(
          "\(path) is in the corpus \(corpus), which would read the texts of the comparison, too; "
            + "name a folder elsewhere with --output")
      }
      if names.contains(where: { FileSystem.isSameFile(corpus, path + "/" + $0) }) {
        throw Failure(
          "\(corpus) is the corpus, but the comparison would write a file of this name; name another "
            + "folder with --output")
      }
    }
    if try ComparisonPlan(in: path) == nil,
      let name = names.first(where: { FileSystem.exists(path + "/" + $0) })
    {
      throw Failure(
        "\(path) holds no comparison, but there is a \(name), which one would replace; name another "
          + "folder with --output")
    }
    return OutputFolder(path)
  }

  /// The folder of the comparison at `path`; nil where there is none.
  static func ofComparison(_ path: String) throws(Failure) -> OutputFolder? {
    try ComparisonPlan(in: path) == nil ? nil : OutputFolder(path)
  }
}
