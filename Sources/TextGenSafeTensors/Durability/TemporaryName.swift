import Glibc

/// The name of a temporary file: `.textgen-PID-RANDOM.tmp`.
///
/// The number of the process tells whether anybody still writes to the file. The name does not
/// grow with the target's, which may be as long as the file system allows.
struct TemporaryName {
  private static let prefix = ".textgen-"
  private static let suffix = ".tmp"

  /// The folder and the name.
  let path: String

  /// A new name in `folder` for this process.
  init(in folder: String) {
    let random = String(UInt64.random(in: .min ... .max), radix: 16)
    path = "\(folder)/\(Self.prefix)\(getpid())-\(random)\(Self.suffix)"
  }

  /// The process that made a file of this name, or nil for any other sort of name.
  static func process(of name: String) -> Int32? {
    guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return nil }
    let parts = name.dropFirst(prefix.count).dropLast(suffix.count).split(
      separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, UInt64(parts[1], radix: 16) != nil,
      let process = Int32(parts[0]), process > 0
    else { return nil }
    return process
  }
}

extension AtomicFile {
  /// Removes the temporary files that killed processes have left in `folder`, and returns how many.
  ///
  /// Call it while holding the folder's lock: a process of another container or machine looks dead
  /// from here. A folder that cannot be read has nothing removed.
  @discardableResult
  package static func removeStale(in folder: String) -> Int {
    names(in: folder).count { name in
      guard let process = TemporaryName.process(of: name), isDead(process) else { return false }
      return unsafe unlink("\(folder)/\(name)") == 0
    }
  }

  private static func isDead(_ process: Int32) -> Bool {
    kill(process, 0) != 0 && errno == ESRCH
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names
  }
}
