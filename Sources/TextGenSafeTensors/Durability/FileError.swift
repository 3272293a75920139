import Glibc

/// Why a file or folder could not be written or locked; `description` is one sentence that names it.
package struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The sort of problem.
  package enum Kind: Sendable, Hashable {
    /// A system call failed and the previous file, if any, is as it was.
    case notWritten
    /// The new file stands, but its folder may not be on the disk yet.
    case notFlushed
    /// The path names a folder or a device.
    case notRegularFile
    /// Another process holds the folder's lock.
    case locked
    /// The file system has no locks.
    case lockingUnsupported
    /// The folder cannot be opened.
    case notOpened
  }

  /// The file or folder, as the caller named it.
  package let path: String

  /// The sort of problem.
  package let kind: Kind

  /// The error of the operating system, if it gave one.
  package let cause: SystemError?

  /// The sentence for people.
  package let description: String

  init(_ path: String, _ kind: Kind, _ cause: SystemError? = nil, _ detail: String) {
    self.path = path
    self.kind = kind
    self.cause = cause
    self.description = "\(path) \(detail)"
  }

  static func notWritten(
    _ path: String, _ cause: SystemError, previousExists: Bool
  ) -> FileError {
    let consequence = previousExists ? "; the previous file is untouched" : ""
    return FileError(path, .notWritten, cause, "cannot be written: \(cause)\(consequence)")
  }
}
