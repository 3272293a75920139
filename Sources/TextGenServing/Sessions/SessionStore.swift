import Synchronization
import TextGen
import TextGenAdaptation

/// The sessions of writers whose texts a model learns from: in memory alone, each forgotten some time after
/// its last use.
package final class SessionStore: Sendable {
  private let limits: ServiceLimits
  private let metrics: Metrics
  private let sessions = Mutex<[String: WriterSession]>([:])
  private let budget: SessionBudget

  /// No sessions.
  package init(_ limits: ServiceLimits, metrics: Metrics) {
    (self.limits, self.metrics) = (limits, metrics)
    budget = SessionBudget(limit: limits.sessionBytes)
  }

  /// The bytes of what they have learned.
  var byteCount: Int { budget.bytes }

  /// The number of sessions.
  package var count: Int { sessions.withLock { $0.count } }

  /// Begins a session with `model`, which goes on with `memory` where that is wanted.
  ///
  /// - Throws: `ServiceFailure` where there are too many, or no memory.
  package func make(
    _ request: SessionRequest, _ model: ServedModel, memory: WriterMemory?, now: Duration
  ) throws(ServiceFailure) -> (id: String, session: WriterSession) {
    if request.method == .both, !limits.adaptsNetworks {
      throw .unsupported(
        "method", "method both is not allowed here; start the server with --adapt-network")
    }
    let keeper = try request.remembers ? Self.keeper(of: memory, request, model) : nil
    guard
      let typing = keeper.map({ $0.session(model.model) })
        ?? model.model.adapting(by: request.method == .memory ? .memory : .both)?
        .makeTypingSession()
    else {
      throw .unsupported("model", "the model \"\(model.name)\" learns already and has no sessions")
    }
    let session = WriterSession(
      model.model, called: model.name, typing: typing, keeper: keeper, request,
      characterLimit: limits.sessionCharacters, budget: budget, now: now)
    // 128 random bits.
    let id = "s-" + [0, 1].map { _ in Self.digits(UInt64.random(in: .min ... .max)) }.joined()
    removeExpired(now: now)
    let failure = sessions.withLock { sessions -> ServiceFailure? in
      guard budget.hasRoom else { return budget.refusal }
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
    removeExpired(now: now)
    guard let session = sessions.withLock({ $0[id] }) else { throw Self.notFound }
    session.touch(now)
    return session
  }

  /// Forgets a session and all that it has learned.
  ///
  /// - Throws: `ServiceFailure` where there is none.
  package func erase(_ id: String) throws(ServiceFailure) {
    guard let session = sessions.withLock({ $0.removeValue(forKey: id) }) else {
      throw Self.notFound
    }
    session.dropMemory()
  }

  /// Forgets the sessions whose time is over, once what they are to remember is kept.
  package func removeExpired(now: Duration) {
    for session in sessions.withLock({ Self.removeExpired(&$0, now) }) { session.keep() }
  }

  /// Keeps what the sessions are to remember.
  func keep() { for session in remembering { session.keep() } }

  /// Ends the sessions that remember: the memory was erased.
  func dropMemories() {
    let ended = sessions.withLock { sessions in
      let ended = sessions.filter { $0.value.remembers }
      for id in ended.keys { sessions[id] = nil }
      return ended.values
    }
    for session in ended { session.dropMemory() }
  }

  private var remembering: [WriterSession] {
    sessions.withLock { $0.values.filter(\.remembers) }
  }

  private static func removeExpired(
    _ sessions: inout [String: WriterSession], _ now: Duration
  ) -> [WriterSession] {
    let expired = sessions.filter { $0.value.secondsLeft(now) == 0 }
    for id in expired.keys { sessions[id] = nil }
    return Array(expired.values)
  }

  private static func keeper(
    of memory: WriterMemory?, _ request: SessionRequest, _ model: ServedModel
  ) throws(ServiceFailure) -> MemoryKeeper {
    guard let memory else {
      throw .unsupported(
        "remember", "remember is not allowed here; start the server with --memory")
    }
    guard request.method == .memory, memory.modelName == model.name else {
      throw .unsupported(
        "remember",
        "only sessions of the method memory and the model \"\(memory.modelName)\" can remember")
    }
    return try memory.keeper()
  }

  private static func digits(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static let notFound = ServiceFailure(
    status: 404, .invalidRequest, code: "session_not_found",
    "there is no such session; it was erased, its time is over, or the server was started anew")
}
