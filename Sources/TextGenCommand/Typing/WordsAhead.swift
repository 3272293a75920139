import Synchronization
import TextGen
import TextGenAdaptation
import TextGenTerminal

/// Finds words while somebody types: a newer request ends the one before it, so that keys never wait.
final class WordsAhead: Sendable {
  typealias Found = (request: TerminalWriter.Request, suggestions: Suggestions)

  private let session: Mutex<DocumentSession>
  private let count: Int
  private let task = Mutex<Task<Void, Never>?>(nil)
  private let found = Mutex<Found?>(nil)
  private let notify: @Sendable () -> Void

  /// One that finds `count` words in `session`, and calls `notify` when it has.
  init(_ session: DocumentSession, count: Int, notify: @escaping @Sendable () -> Void) {
    self.session = Mutex(session)
    self.count = max(1, count)
    self.notify = notify
  }

  /// What is remembered; nil without a memory.
  var memory: TextMemory? { session.withLock { $0.memory } }

  /// Begins to find the words for `request`, and gives up those of an earlier one.
  func find(_ request: TerminalWriter.Request) {
    task.withLock { task in
      task?.cancel()
      task = Task.detached { [self] in
        let suggestions = session.withLock { session -> Suggestions? in
          guard !Task.isCancelled else { return nil }
          session.follow(request.text)
          guard !Task.isCancelled else { return nil }
          return session.suggestions(typed: request.typed, count: count)
        }
        guard let suggestions, !Task.isCancelled else { return }
        found.withLock { $0 = (request, suggestions) }
        notify()
      }
    }
  }

  /// What was found last, once.
  func take() -> Found? {
    found.withLock { found in
      defer { found = nil }
      return found
    }
  }
}
