#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Questions about paths.
package enum FileSystem {
  /// Whether something is at `path`.
  package static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// Whether `path` is a folder, or a link to one.
  package static func isFolder(_ path: String) -> Bool {
    guard let folder = unsafe opendir(path) else { return false }
    unsafe closedir(folder)
    return true
  }

  /// The size of the file at `path` in bytes; nil where there is none.
  package static func byteCount(_ path: String) -> Int? { status(path).map { Int($0.st_size) } }

  /// Whether both paths lead to one file, by whatever links.
  package static func isSameFile(_ first: String, _ second: String) -> Bool {
    guard let first = status(first), let second = status(second) else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  private static func status(_ path: String) -> stat? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status : nil
  }

  /// Creates the folder `path` and those above it, where they are missing.
  ///
  /// - Throws: `CheckpointError.file` where the system refuses.
  package static func createFolder(_ path: String) throws(CheckpointError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += part
      if !isFolder(made), unsafe mkdir(made, 0o777) != 0, !isFolder(made) {
        throw .file(
          detail:
            "\(path): the folder cannot be created: \(unsafe String(cString: strerror(errno)))")
      }
      made += "/"
    }
  }
}
