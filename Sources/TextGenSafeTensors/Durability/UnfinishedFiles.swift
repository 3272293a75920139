import Glibc
import Synchronization

/// Files that are being written and have not taken their names yet.
package final class UnfinishedFiles: Sendable {
  /// Those of this process.
  package static let ofProcess = UnfinishedFiles()

  private let paths = Mutex<Set<String>>([])

  package init() {}

  /// Removes them all, for a process that leaves while it writes. What they were to replace stays.
  package func remove() {
    paths.withLock { paths in
      for path in paths { unsafe unlink(path) }
      paths = []
    }
  }

  func insert(_ path: String) { paths.withLock { _ = $0.insert(path) } }

  func forget(_ path: String) { paths.withLock { _ = $0.remove(path) } }
}
