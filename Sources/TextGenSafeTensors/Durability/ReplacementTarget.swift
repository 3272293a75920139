import Glibc

/// The file that a path leads to, which need not exist yet.
struct ReplacementTarget {
  /// The path after following links, so that a link stays and the file behind it is replaced.
  let path: String

  /// The folder that holds the file.
  let folder: String

  /// The permission bits of the present file, or nil where there is none.
  let permissions: UInt32?

  init(_ path: String) throws(FileError) {
    do {
      self.path = try Self.followingLinks(path)
      folder = Self.folder(of: self.path)
      permissions = try Self.mode(of: self.path)
    } catch {
      throw .notWritten(path, error, previousExists: false)
    }
    guard let permissions else { return }
    guard permissions & S_IFMT != S_IFDIR else {
      throw FileError(path, .notRegularFile, nil, "is a folder; name a file to write")
    }
    guard permissions & S_IFMT == S_IFREG else {
      throw FileError(path, .notRegularFile, nil, "is a device or a pipe; name a file to write")
    }
  }

  /// The folder part of a path, `.` where it has none.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func mode(of path: String) throws(SystemError) -> UInt32? {
    var status = stat()
    do {
      _ = try SystemError.check { unsafe stat(path, &status) }
    } catch {
      guard error.code == ENOENT else { throw error }
      return nil
    }
    return status.st_mode
  }

  private static func followingLinks(_ path: String) throws(SystemError) -> String {
    var path = path
    for _ in 0..<40 {  // as many links as Linux follows
      guard let target = try linkTarget(path) else { return path }
      path = target.hasPrefix("/") ? target : folder(of: path) + "/" + target
    }
    throw SystemError(code: ELOOP)
  }

  /// What the link `path` points to, or nil for anything but a link.
  private static func linkTarget(_ path: String) throws(SystemError) -> String? {
    let bytes: [UInt8]
    do {
      bytes = try bytesOfLink(path)
    } catch {
      guard error.code == EINVAL || error.code == ENOENT else { throw error }
      return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func bytesOfLink(_ path: String) throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 4096)  // PATH_MAX
    let count = try SystemError.check {
      unsafe bytes.withUnsafeMutableBufferPointer { buffer in
        unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
          guard let start = characters.baseAddress else { return -1 }
          return unsafe readlink(path, start, characters.count)
        }
      }
    }
    return Array(bytes.prefix(count))
  }
}
