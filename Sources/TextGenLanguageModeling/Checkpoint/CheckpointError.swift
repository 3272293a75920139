/// Why a checkpoint is refused: one sentence with the file, what was found and what was expected.
package enum CheckpointError: Error, Sendable, Hashable, CustomStringConvertible {
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
  case file(detail: String)

  /// The sentence for people.
  package var description: String {
    switch self {
    case .missing(let path):
      "\(path): there is no such model; train one with `textgen train`, or name another"
    case .notACheckpoint(let path, let key):
      "\(path): this is not a checkpoint of textgen: its metadata has no \"\(key)\"; "
        + "choose the model.safetensors that `textgen train` wrote"
    case .newerVersion(let path, let found, let supported):
      "\(path): the checkpoint has format version \(found), and this program reads up to "
        + "\(supported); use a newer textgen"
    case .invalidMetadata(let path, let key, let detail):
      "\(path): the metadata \"\(key)\" is not usable: \(detail); the file is damaged or was "
        + "altered, use another copy"
    case .mismatch(let path, let detail):
      "\(path): \(detail); the file was altered, use another copy"
    case .file(let detail): detail
    }
  }
}
