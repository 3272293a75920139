package import TextGenLanguageModeling

/// Why a model cannot be used.
public enum ModelError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no model where `name` says: nothing at all, or a folder without one. `similar` are the names
  /// that are nearly the same, the nearest first.
  case notFound(name: String, isFolder: Bool, similar: [String])
  /// There is none of the models that come with the program where they are looked for: in `folders`.
  case notInstalled(BundledModel, folders: [String])
  /// No model is named, and there is none to be used instead in `folders`.
  case none(folders: [String])
  /// There is no file.
  case missing(path: String)
  /// The file is none of ours.
  case notAModel(path: String, missingKey: String)
  /// The file was written by a later version of the library.
  case newerVersion(path: String, found: Int, supported: Int)
  /// The text in the file under `key` does not say what it must; `detail` says why.
  case damaged(path: String, key: String, detail: String)
  /// Parts of the file contradict one another; `detail` says how.
  case altered(path: String, detail: String)
  /// The file is damaged or cannot be read; `detail` names it and says why.
  case unreadable(detail: ErrorDetail)

  /// The same, of a checkpoint.
  package init(_ error: CheckpointError) {
    self =
      switch error {
      case .missing(let path): .missing(path: path)
      case .notACheckpoint(let path, let key): .notAModel(path: path, missingKey: key)
      case .newerVersion(let path, let found, let supported):
        .newerVersion(path: path, found: found, supported: supported)
      case .invalidMetadata(let path, let key, let detail):
        .damaged(path: path, key: key, detail: detail)
      case .mismatch(let path, let detail): .altered(path: path, detail: detail)
      case .file(let problem): .unreadable(detail: ErrorDetail(any: problem))
      }
  }

  /// One sentence: what was found and what was expected.
  public var description: String {
    switch self {
    case .notFound(let name, let isFolder, let similar):
      "\(name): \(isFolder ? "there is no model in this folder" : "there is no such model")"
        + (similar.isEmpty ? "" : "; did you mean \(similar.joined(separator: " or "))?")
    case .notInstalled(let model, let folders):
      "\(model.rawValue): there is no such model in \(folders.joined(separator: ", "))"
    case .none(let folders):
      "there is no model: none is named"
        + (folders.isEmpty ? "" : ", and none is in " + folders.joined(separator: ", "))
    case .missing(let path): "\(path): there is no such model"
    case .notAModel(let path, let key):
      "\(path): this is not a checkpoint of textgen: its metadata has no \"\(key)\""
    case .newerVersion(let path, let found, let supported):
      "\(path): the checkpoint has format version \(found), and this program reads up to "
        + "\(supported)"
    case .damaged(let path, let key, let detail):
      "\(path): the metadata \"\(key)\" is not usable: \(detail); the file is damaged or was altered"
    case .altered(let path, let detail): "\(path): \(detail); the file was altered"
    case .unreadable(let detail): detail.description
    }
  }
}
