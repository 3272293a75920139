import FoundationEssentials
import TextGenLanguageModeling
import TextGenSafeTensors
import TextGenTokenization

/// The file of a text that is being written, and beside it what was not saved yet.
struct WrittenFile {
  /// Bytes of a file at most.
  private static let limit = 10 << 20

  /// Nil for a text that has no name yet.
  private(set) var path: String?
  /// The hash of what the file held when it was last read or written; nil where that never was.
  private var saved: UInt64?
  /// Whether the name was given while the text was written, and nothing lies under it yet.
  private var isNamedHere = false

  /// The folder of texts without a name; nil where there is none.
  private let states: String?
  /// Where the text is kept while it has no name; nil where that never was needed.
  private var place: UntitledPlace?

  /// A text at `path`, or one without a name.
  init(_ path: String?, states: String? = StateFolder.path) {
    self.path = path
    self.states = states
  }

  /// The text of the file; empty where there is none yet.
  ///
  /// - Throws: `Failure` for a folder or a file that is too large, `TextFileError` for one that is no text.
  mutating func read() throws -> String {
    guard let path, FileSystem.exists(path) else { return "" }
    guard !FileSystem.isFolder(path) else { throw Failure(TypingMessage.isFolder(path)) }
    if let count = FileSystem.byteCount(path), count > Self.limit {
      throw Failure(TypingMessage.tooLarge(path, bytes: count, most: Self.limit))
    }
    let file = try TextFile(contentsOf: path)
    saved = XXH64.digest(of: file.bytes)
    return file.text
  }

  /// Whether the file is not as it was left: somebody else has written or removed it, or it can't be read.
  var hasChanged: Bool {
    guard let path else { return false }
    guard FileSystem.exists(path) else { return saved != nil }
    guard let saved, let now = FileManager.default.contents(atPath: path) else { return true }
    return XXH64.digest(of: Array(now)) != saved
  }

  /// Gives the text a name, under which there may be another text.
  mutating func take(name path: String) { (self.path, saved, isNamedHere) = (path, nil, true) }

  /// Takes a name back under which the text was not saved.
  mutating func dropName() { if isNamedHere { (path, isNamedHere) = (nil, false) } }

  /// Writes `text` in place of the file.
  mutating func write(_ text: String) throws {
    guard let path else { return }
    try AtomicFile.replace(path) { try $0.write(text) }
    saved = XXH64.digest(of: Array(text.utf8))
    // While the text had no name, it was kept elsewhere.
    removeRecovery()
    (isNamedHere, place) = (false, nil)
  }
}

extension WrittenFile {
  /// Where a text is kept that was not saved: beside its file, else in a place of its own; nil where it
  /// has none yet.
  private var recoveryPath: String? {
    guard let path, !isNamedHere else { return place?.path }
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    return path[..<slash] + "." + path[slash...] + ".recovery"
  }

  /// A text that was not saved, where it is another one than `saved`; for a text without a name that of
  /// a writer who has gone.
  mutating func recovered(besides saved: String) -> String? {
    if recoveryPath == nil { place = states.flatMap { UntitledPlace.abandoned(in: $0) } }
    guard let path = recoveryPath, FileSystem.exists(path) else { return nil }
    return (try? TextFile(contentsOf: path).text).flatMap { $0 == saved ? nil : $0 }
  }

  /// Keeps `text` until it is saved; where the system refuses, that costs nothing now.
  mutating func keep(_ text: String) {
    if recoveryPath == nil { place = states.flatMap { UntitledPlace.free(in: $0) } }
    guard let path = recoveryPath else { return }
    try? AtomicFile.replace(path) { try $0.write(text) }
  }

  /// Removes what was kept.
  func removeRecovery() { if let path = recoveryPath { try? FileSystem.removeFile(path) } }
}
