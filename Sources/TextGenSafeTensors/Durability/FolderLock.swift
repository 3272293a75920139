import Glibc

/// The sole right of one process to work in a folder, held until the value is gone.
///
/// It is a `flock` on the folder itself: the system frees it however the process ends, and no lock
/// file is left behind.
package final class FolderLock: Sendable {
  private let descriptor: Int32

  /// Locks `folder`, which must exist; where it is held, it is tried `tries` times more, 5 ms apart.
  ///
  /// - Throws: `FileError` of kind `locked` where another process, or another value of this one,
  ///   holds the lock; `lockingUnsupported` where the file system has no locks (some network
  ///   drives), where the caller may choose to go on without; `notOpened` otherwise.
  package init(_ folder: String, tries: Int = 20) throws(FileError) {
    do {
      descriptor = try SystemFileOperations().openFolder(folder)
    } catch {
      throw FileError(folder, .notOpened, error, "cannot be opened as a folder: \(error)")
    }
    do {
      try Self.lock(descriptor, tries: tries)
    } catch {
      close(descriptor)
      guard error.code != EWOULDBLOCK else {
        throw FileError(
          folder, .locked, error,
          "is in use by another process; wait until it ends or choose another folder")
      }
      throw FileError(
        folder, .lockingUnsupported, error,
        "cannot be locked: \(error); make sure that no other"
          + " process writes there")
    }
  }

  /// Takes the lock. A process that is being started holds what its parent held until it runs, so one
  /// that was freed a moment ago may need a few tries.
  private static func lock(_ descriptor: Int32, tries: Int) throws(SystemError) {
    for _ in 0..<tries {
      do {
        _ = try SystemError.check { flock(descriptor, LOCK_EX | LOCK_NB) }
        return
      } catch {
        guard error.code == EWOULDBLOCK else { throw error }
        usleep(5_000)
      }
    }
    _ = try SystemError.check { flock(descriptor, LOCK_EX | LOCK_NB) }
  }

  deinit { close(descriptor) }
}
