import Synchronization
import TextGen
import TextGenAdaptation

/// The sessions of writers whose texts a model learns from: in memory alone, each forgotten some time after
/// its last use.
package final class SessionStore: Sendable {
  private let limits: ServiceLimits
  private let metrics: Metrics
  private let sessions = Mutex<[String: WriterSession]>([:])

  /// No sessions.
  package init(_ limits: ServiceLimits, metrics: Metrics) {
    (self.limits, self.metrics) = (limits, metrics)
  }

  /// The number of sessions.
  package var count: Int { sessions.withLock { $0.count } }

  /// Begins a session with `model`.
  ///
  /// - Throws: `ServiceFailure` where there are too many.
  package func make(
    _ request: SessionRequest, _ model: ServedModel, now: Duration
  ) throws(ServiceFailure) -> (id: String, session: WriterSession) {
    if request.method == .both, !limits.adaptsNetworks {
      throw .unsupported(
        "method", "method both is not allowed here; start the server with --adapt-network")
    }
    guard
      let adaptive = model.model.adapting(by: request.method == .memory ? .memory : .both)
    else {
      throw .unsupported("model", "the model \"\(model.name)\" learns already and has no sessions")
    }
    let session = WriterSession(
      adaptive, called: model.name, request, characterLimit: limits.sessionCharacters, now: now)
    // 128 random bits.
    let id = "s-" + [0, 1].map { _ in Self.digits(UInt64.random(in: .min ... .max)) }.joined()
    let failure = sessions.withLock { sessions -> ServiceFailure? in
      Self.removeExpired(&sessions, now)
      let networks = sessions.values.count { $0.method == .both }
      guard sessions.count < limits.sessions,
        request.method == .memory || networks < limits.networkSessions
      else {
        return ServiceFailure(
          status: 503, .server, code: "sessions_full",
          "there are \(sessions.count) sessions, which is the most", retrySeconds: 60)
      }
      sessions[id] = session
      return nil
    }
    if let failure {
      metrics.count(.refused(failure.code))
      throw failure
    }
    return (id, session)
  }

  /// The session of that name, which is used now.
  ///
  /// - Throws: `ServiceFailure` where there is none, or no longer.
  package func session(_ id: String, now: Duration) throws(ServiceFailure) -> WriterSession {
    let session = sessions.withLock { sessions in
      Self.removeExpired(&sessions, now)
      return sessions[id]
    }
    guard let session else { throw Self.notFound }
    session.touch(now)
    return session
  }

  /// Forgets a session and all that it has learned.
  ///
  /// - Throws: `ServiceFailure` where there is none.
  package func erase(_ id: String) throws(ServiceFailure) {
    guard sessions.withLock({ $0.removeValue(forKey: id) }) != nil else { throw Self.notFound }
  }

  /// Forgets the sessions whose time is over.
  package func removeExpired(now: Duration) {
    sessions.withLock { Self.removeExpired(&$0, now) }
  }

  private static func removeExpired(_ sessions: inout [String: WriterSession], _ now: Duration) {
    sessions = sessions.filter { $0.value.secondsLeft(now) > 0 }
  }

  private static func digits(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static let notFound = ServiceFailure(
    status: 404, .invalidRequest, code: "session_not_found",
    "there is no such session; it was erased, its time is over, or the server was started anew")
}
