package import TextGenSafeTensors

/// Why a checkpoint is refused.
package enum CheckpointError: Error, Sendable, Hashable {
  /// There is no file.
  case missing(path: String)
  /// The file is a safetensors file, but none of ours.
  case notACheckpoint(path: String, missingKey: String)
  /// The file was written by a later version.
  case newerVersion(path: String, found: Int, supported: Int)
  /// A text in the file's metadata does not say what it must.
  case invalidMetadata(path: String, key: String, detail: String)
  /// Two parts of the file do not fit together.
  case mismatch(path: String, detail: String)
  /// The file itself is damaged or cannot be read or written.
  case file(FileProblem)
}

/// What is wrong with a file or a folder.
package enum FileProblem: Error, Sendable, Hashable {
  /// It cannot be read, or is no sound safetensors file.
  case format(SafeTensorsError)
  /// It cannot be written or locked.
  case system(FileError)
  /// The system does not remove the file.
  case notRemoved(path: String, reason: String)
  /// The system does not create the folder.
  case notCreated(folder: String, reason: String)
  /// Anything else: one sentence.
  case other(String)
}

extension CheckpointError: CustomStringConvertible {
  /// One sentence: the file, what was found and what was expected.
  package var description: String {
    switch self {
    case .missing(let path): "\(path): there is no such model"
    case .notACheckpoint(let path, let key):
      "\(path): this is not a checkpoint of textgen: its metadata has no \"\(key)\""
    case .newerVersion(let path, let found, let supported):
      "\(path): the checkpoint has format version \(found), and this program reads up to "
        + "\(supported)"
    case .invalidMetadata(let path, let key, let detail):
      "\(path): the metadata \"\(key)\" is not usable: \(detail); the file is damaged or was altered"
    case .mismatch(let path, let detail): "\(path): \(detail); the file was altered"
    case .file(let problem): problem.description
    }
  }
}

extension FileProblem: CustomStringConvertible {
  /// One sentence: the file, what was found and what was expected.
  package var description: String {
    switch self {
    case .format(let error): error.description
    case .system(let error): error.description
    case .notRemoved(let path, let reason): "\(path) cannot be removed: \(reason)"
    case .notCreated(let folder, let reason):
      "\(folder): the folder cannot be created: \(reason)"
    case .other(let sentence): sentence
    }
  }
}
