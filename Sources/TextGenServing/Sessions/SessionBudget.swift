import Synchronization

/// The bytes that all sessions together may learn.
///
/// What a text will take is known once it is read, so the last one may take some more. Networks of sessions'
/// own are not among them: these are few.
final class SessionBudget: Sendable {
  private let limit: Int
  private let used = Atomic(0)

  /// At most `limit` bytes.
  init(limit: Int) { self.limit = limit }

  /// Bytes that are taken.
  var bytes: Int { used.load(ordering: .relaxed) }

  /// Whether sessions may learn more.
  var hasRoom: Bool { bytes < limit }

  /// Takes notice of bytes that were taken, or with a number below 0 given back.
  func add(_ bytes: Int) { used.wrappingAdd(bytes, ordering: .relaxed) }

  /// The refusal of one who would learn more.
  var refusal: ServiceFailure {
    ServiceFailure(
      status: 503, .server, code: "sessions_full",
      "the sessions have learned \(bytes >> 20) MiB, and \(limit >> 20) MiB is the most",
      retrySeconds: 60)
  }
}
