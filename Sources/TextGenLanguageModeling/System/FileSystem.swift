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
  package static func isFolder(_ path: String) -> Bool { kind(of: path) == .folder }

  /// Whether `path` is a file of bytes, or a link to one: no folder, no pipe, no device.
  package static func isRegularFile(_ path: String) -> Bool {
    status(path).map { $0.st_mode & S_IFMT == S_IFREG } ?? false
  }

  /// The first bytes of a regular file, at most `count`; empty where it cannot be read.
  package static func firstBytes(of path: String, _ count: Int) -> [UInt8] {
    guard isRegularFile(path) else { return [] }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    let found = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe read(descriptor, buffer.baseAddress, buffer.count)
    }
    return Array(bytes.prefix(max(0, found)))
  }

  /// `path` from the root on, links followed as far as it exists.
  package static func resolved(_ path: String) -> String {
    guard let pointer = unsafe realpath(path.isEmpty ? "." : path, nil) else {
      let trimmed = path.hasSuffix("/") ? String(path.dropLast()) : path
      guard let slash = trimmed.lastIndex(of: "/") else { return resolved(".") + "/" + trimmed }
      let folder = slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
      return resolved(folder) + trimmed[slash...]
    }
    defer { unsafe free(pointer) }
    return unsafe String(cString: pointer)
  }

  /// Whether `path` is in the folder `folder`, at any depth, or is that folder.
  package static func isInside(_ path: String, of folder: String) -> Bool {
    let (path, folder) = (resolved(path), resolved(folder))
    return path == folder || path.hasPrefix(folder == "/" ? "/" : folder + "/")
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

  /// Removes the file at `path`, where there is one.
  ///
  /// - Throws: `CheckpointError.file` where the system refuses.
  package static func removeFile(_ path: String) throws(CheckpointError) {
    guard unsafe unlink(path) != 0, errno != ENOENT else { return }
    throw .file(.notRemoved(path: path, reason: unsafe String(cString: strerror(errno))))
  }

  /// Creates the folder `path` and those above it, where they are missing.
  ///
  /// - Throws: `CheckpointError.file` where the system refuses.
  package static func createFolder(_ path: String) throws(CheckpointError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += part
      if !isFolder(made), unsafe mkdir(made, 0o777) != 0 {
        let reason = unsafe String(cString: strerror(errno))
        // Another process may have made it in the meantime.
        guard isFolder(made) else {
          throw .file(.notCreated(folder: path, reason: reason))
        }
      }
      made += "/"
    }
  }
}
