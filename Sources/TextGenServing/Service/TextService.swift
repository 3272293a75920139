import Synchronization
package import TextGen

/// Answers requests: everything of the server but its sockets.
///
///     let service = TextService(version: "1", limits: limits, clock: .system)
///     try service.open([model])
///     switch service.admit(head) {
///     case .refused(let answer): send(answer)
///     case .admitted(let route):
///       send(await service.answer(route, to: head, body: try await readBody()))
///     }
///
/// Clients may ask at once. A task that is cancelled ends the work for its client.
package final class TextService: Sendable {
  let version: String
  let limits: ServiceLimits
  let clock: ServiceClock
  /// When it began, in seconds since 1970.
  let start: Int
  /// What is counted.
  package let metrics: Metrics
  let executor = SearchExecutor()
  /// Where poems are searched for, which takes seconds: words need not wait for them.
  let poets = SearchExecutor(limit: 1)
  let sessions: SessionStore
  let contexts: ContextCache
  private let state = Mutex(State())
  private let searches = Atomic(0)

  private struct State {
    var models: [ServedModel]?
    var memory: WriterMemory?
    var rules = AccessRules()
    var isStopping = false
  }

  /// A service without models, which says that it loads them.
  package init(
    version: String, limits: ServiceLimits = ServiceLimits(), rules: AccessRules = AccessRules(),
    clock: ServiceClock = .system
  ) {
    self.version = version
    self.limits = limits
    self.clock = clock
    start = clock.date()
    metrics = Metrics()
    sessions = SessionStore(limits, metrics: metrics)
    contexts = ContextCache(metrics: metrics)
    state.withLock { $0.rules = rules }
  }

  /// Offers `models` from now on, the first of them where none is named; there is at least one. Sessions may go
  /// on with `memory`.
  ///
  /// - Throws: `ModelError` where the file of one has gone meanwhile.
  package func open(
    _ models: [TextModel], memory: WriterMemory? = nil
  ) throws(ModelError) {
    precondition(!models.isEmpty, "no model to offer")
    var served: [ServedModel] = []
    for model in models {
      let model = try ServedModel(
        model, version: version, limits: limits.writing, metrics: metrics, clock: clock.now)
      model.warm()
      served.append(model)
    }
    state.withLock { state in
      state.models = served
      state.memory = memory
    }
  }

  /// Takes notice of the port on which the server listens.
  package func listen(onPort port: Int) { state.withLock { $0.rules.port = port } }

  /// Takes no more work; what is written ends within some seconds.
  package func stop() {
    let models = state.withLock { state in
      state.isStopping = true
      return state.models
    }
    for scheduler in (models ?? []).flatMap(\.schedulers) { scheduler.stop() }
    sessions.keep()
  }

  /// Forgets what was used last too long ago; requests do so, too, but there may be none for hours.
  package func forgetExpired() {
    sessions.removeExpired(now: clock.now())
    contexts.removeExpired(now: clock.now())
  }

  /// Who may use it.
  package var rules: AccessRules { state.withLock { $0.rules } }

  /// The memory that stays; nil for none.
  var memory: WriterMemory? { state.withLock { $0.memory } }

  /// The models, the first one first.
  ///
  /// - Throws: `ServiceFailure` where they are still loaded, or the server stops.
  func models() throws(ServiceFailure) -> [ServedModel] {
    let (models, isStopping) = state.withLock { ($0.models, $0.isStopping) }
    if isStopping { throw .stopping }
    guard let models else { throw .loading }
    return models
  }

  /// The model of that name, or the first one.
  ///
  /// - Throws: `ServiceFailure` where there is none.
  func model(_ name: String?) throws(ServiceFailure) -> ServedModel {
    let models = try models()
    guard let name else { return models[0] }
    guard let model = models.first(where: { $0.name == name }) else {
      throw .noModel(name, among: models.map(\.name))
    }
    return model
  }

  /// What `body` finds, computed beside what clients are waited for with.
  ///
  /// - Throws: `ServiceFailure` where too much waits already, and what `body` throws.
  func search<Result: Sendable>(
    on executor: SearchExecutor? = nil,
    _ body: @Sendable @escaping () throws(ServiceFailure) -> Result
  ) async throws(ServiceFailure) -> Result {
    defer { searches.wrappingSubtract(1, ordering: .relaxed) }
    guard searches.wrappingAdd(1, ordering: .relaxed).newValue <= limits.searches else {
      metrics.count(.refused("overloaded"))
      throw .overloaded("\(limits.searches) searches run or wait already, which is the most")
    }
    return try await (executor ?? self.executor).run(body)
  }
}
