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
  /// The state of the file when it was last read or written.
  private var stamp: Stamp?
  /// What kept the text while it had another name.
  private var earlierRecovery: String?

  /// What tells one state of a file from another.
  private struct Stamp: Hashable {
    var size: Int
    var hash: UInt64
  }

  /// A text at `path`, or one without a name.
  init(_ path: String?) { self.path = path }

  /// The text of the file; empty where there is none yet.
  ///
  /// - Throws: `Failure` for a folder or a file that is too large, `TextFileError` for one that is no text.
  mutating func read() throws -> String {
    guard let path, FileSystem.exists(path) else { return "" }
    guard !FileSystem.isFolder(path) else { throw Failure(TypingMessage.isFolder(path)) }
    if let count = FileSystem.byteCount(path), count > Self.limit {
      throw Failure(TypingMessage.tooLarge(path, bytes: count, most: Self.limit))
    }
    let text = try TextFile(contentsOf: path).text
    stamp = Self.stamp(of: path)
    return text
  }

  /// Whether somebody else has changed the file.
  var hasChanged: Bool { path.map { Self.stamp(of: $0) != stamp } ?? false }

  /// Gives the text a name.
  mutating func take(name path: String) {
    earlierRecovery = recoveryPath
    self.path = path
    stamp = nil
  }

  /// Writes `text` in place of the file.
  mutating func write(_ text: String) throws {
    guard let path else { return }
    try AtomicFile.replace(path) { try $0.write(text) }
    stamp = Self.stamp(of: path)
    if let earlierRecovery { try? FileSystem.removeFile(earlierRecovery) }
    earlierRecovery = nil
    removeRecovery()
  }

  private static func stamp(of path: String) -> Stamp? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    let hash = data.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return Stamp(size: data.count, hash: hash)
  }
}

extension WrittenFile {
  /// Where a text is kept that was not saved: beside its file, else in the folder for states of programs.
  private var recoveryPath: String? {
    if let path {
      let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
      return path[..<slash] + "." + path[slash...] + ".recovery"
    }
    return StateFolder.path.map { $0 + "/untitled.recovery" }
  }

  /// A text that was not saved, where it is another one than `saved`.
  func recovered(besides saved: String) -> String? {
    guard let path = recoveryPath, FileSystem.exists(path) else { return nil }
    return (try? TextFile(contentsOf: path).text).flatMap { $0 == saved ? nil : $0 }
  }

  /// Keeps `text` until it is saved; where the system refuses, that costs nothing now.
  func keep(_ text: String) {
    guard let path = recoveryPath else { return }
    if self.path == nil, let folder = StateFolder.path {
      try? FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    }
    try? AtomicFile.replace(path) { try $0.write(text) }
  }

  /// Removes what was kept.
  func removeRecovery() { if let path = recoveryPath { try? FileSystem.removeFile(path) } }
}
