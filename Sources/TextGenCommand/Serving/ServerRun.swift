#if Server
  import ArgumentParser
  import Dispatch
  import FoundationEssentials
  import Glibc
  import Synchronization
  import TextGen
  import TextGenCompute
  import TextGenHTTP
  import TextGenJSON
  import TextGenLanguageModeling
  import TextGenServing

  /// A server from its start to its end.
  struct ServerRun: Sendable {
    /// Seconds after a signal until the server leaves, whatever is going on.
    private static let patience = 10.0

    private let settings: ServeSettings
    private let memory: (@Sendable (TextModel) throws -> MemoryFile)?
    private let engine: Engine

    /// A server that computes with `engine`, whose writer's sessions may go on with the memory that `memory`
    /// finds for a model.
    init(
      _ settings: ServeSettings, memory: (@Sendable (TextModel) throws -> MemoryFile)?,
      engine: Engine
    ) {
      (self.settings, self.memory, self.engine) = (settings, memory, engine)
    }

    /// Serves until a signal comes.
    ///
    /// - Throws: `ModelError`, or `Failure` where it can't listen.
    func run() throws {
      SystemHeap.useHugePages()
      let (stops, continuation) = AsyncStream.makeStream(of: Void.self)
      let signals = SignalStops(ServingMessage.stopping) {
        ServiceManager()?.tell(.stopping)
        continuation.finish()
        DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience) { _exit(0) }
      }
      defer { withExtendedLifetime(signals) {} }
      let end = ServingEnd()
      Task.detached {
        do {
          try await serve(until: stops)
          end.come(nil)
        } catch {
          end.come(error)
        }
      }
      try end.wait()
    }

    private func serve(until stops: AsyncStream<Void>) async throws {
      let service = TextService(
        version: VersionCommand.number,
        limits: limits, rules: rules)
      let server = HTTPServer(service, options) { record in write(record) }
      let (ports, didListen) = AsyncStream.makeStream(of: Int.self)
      do {
        try await withThrowingTaskGroup(of: Void.self) { tasks in
          tasks.addTask {
            try await server.run(
              didBegin: { port in
                service.listen(onPort: port)
                let host = ServeSettings.shown(settings.host)
                Conversation.say(ServingMessage.listening(url: "http://\(host):\(port)"))
                didListen.yield(port)
              },
              stop: { for await _ in stops {} })
          }
          tasks.addTask {
            let models = try loadModels()
            let memory = try memory.map { try WriterMemory($0(models[0]), models[0]) }
            try service.open(models, memory: memory)
            Conversation.say(ServingMessage.ready(models: models.map(\.name)))
            ServiceManager()?.tell(.ready)
            guard settings.opensPage else { return }
            for await port in ports {
              return PageOpener.open(PageOpener.address(host: settings.host, port: port))
            }
          }
          // Whichever fails ends the other.
          while try await tasks.next() != nil {}
        }
      } catch HTTPServer.Failure.portTaken(let port) {
        throw Failure(ServingMessage.portTaken(port))
      } catch HTTPServer.Failure.openToOthers(let address) {
        throw Failure(ServingMessage.openSocket(address: address))
      } catch HTTPServer.Failure.cannotListen(let detail) {
        throw Failure(
          ServingMessage.cannotListen(host: settings.host, port: settings.port, detail: detail))
      }
    }

    private func loadModels() throws -> [TextModel] {
      let catalog = ModelCatalog.ofProgram
      var chosen: [ChosenModel] = []
      for name in settings.models {
        chosen.append(ChosenModel(path: try catalog.path(of: name), reason: .named))
      }
      if chosen.isEmpty {
        if catalog.preferred != nil, let preferred = try ChosenModel.byDefault() {
          chosen.append(preferred)
        }
        chosen += BundledModel.allCases.compactMap { catalog.path(of: $0) }
          .map { ChosenModel(path: $0, reason: .bundled) }
      }
      guard !chosen.isEmpty else {
        throw ModelError.none(folders: ModelCatalog.ofProgram.allFolders)
      }
      return try chosen.map { chosen in
        let model = try TextModel(
          chosen, name: chosen.name, precision: settings.precision, adaptation: nil,
          engine: engine)
        if let mismatch = model.file.versionWarning { Conversation.warn(mismatch) }
        return model
      }
    }

    private func write(_ record: RequestRecord) {
      guard settings.log != .off else { return }
      let time = Date().ISO8601Format()
      Conversation.say(
        settings.log == .json ? record.json(at: time).text : record.text(at: time))
    }
  }

  /// The end of a server, for which the main thread waits.
  private final class ServingEnd: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private let failure = Mutex<(any Error)?>(nil)

    /// Says that the end has come, and why where it came too soon.
    func come(_ error: (any Error)?) {
      failure.withLock { $0 = error }
      semaphore.signal()
    }

    /// Returns when it has come.
    func wait() throws {
      semaphore.wait()
      if let error = failure.withLock({ $0 }) { throw error }
    }
  }

  extension ServerRun {
    private var limits: ServiceLimits {
      var limits = ServiceLimits()
      limits.writing.texts = settings.parallel
      limits.writing.waiting = settings.queue
      limits.sessions = settings.sessions
      limits.sessionBytes = settings.sessionMemory << 20
      limits.adaptsNetworks = settings.adaptsNetworks
      limits.hasPage = settings.hasPage
      limits.hasMetrics = settings.hasMetrics
      return limits
    }

    private var rules: AccessRules {
      var rules = AccessRules()
      for host in settings.hosts + [settings.host] {
        rules.hosts.insert(ServeSettings.shown(host).lowercased())
      }
      rules.origins = Set(settings.origins)
      rules.keys = settings.keys
      return rules
    }

    private var options: HTTPServer.Options {
      var options = HTTPServer.Options()
      options.host = settings.host
      options.port = settings.port
      options.socket = ServiceManager.handedSocket()
      options.admitsOthers = settings.admitsOthers
      return options
    }
  }
#endif
