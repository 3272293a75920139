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
