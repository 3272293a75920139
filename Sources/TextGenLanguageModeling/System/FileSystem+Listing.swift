#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension FileSystem {
  /// What is at a path, links followed.
  package enum Kind: String, Sendable {
    case file
    case folder
    case pipe
    case socket
    case device
  }

  /// What is at `path`; nil where there is nothing, or the system does not say.
  package static func kind(of path: String) -> Kind? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFIFO: .pipe
    case S_IFSOCK: .socket
    default: .device
    }
  }

  /// Whether `path` is itself a link, wherever it leads.
  package static func isLink(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The names in `folder`, in the order of their bytes.
  ///
  /// - Throws: `CorpusError.unreadableFolder` with the system's reason.
  static func names(in folder: String) throws(CorpusError) -> [String] {
    guard let stream = unsafe opendir(folder) else {
      throw .unreadableFolder(folder: folder, reason: unsafe String(cString: strerror(errno)))
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The bytes that are free for this user where `path` is, or would be; nil where the system does not
  /// say.
  package static func freeByteCount(at path: String) -> Int? {
    var status = statvfs()
    var path = path
    while unsafe statvfs(path, &status) != 0 {
      guard errno == ENOENT, path != ".", path != "/" else { return nil }
      let parts = path.split(separator: "/").dropLast()
      path = (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
      if path.isEmpty { path = "." }
    }
    // A file system of the kernel's own has no blocks at all.
    guard status.f_blocks > 0 else { return nil }
    let (bytes, isTooLarge) = UInt64(status.f_bavail).multipliedReportingOverflow(
      by: UInt64(status.f_frsize))
    return isTooLarge ? nil : Int(clamping: bytes)
  }
}
