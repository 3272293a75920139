#if Server
  import Glibc
  import HummingbirdCore
  import Logging
  import NIOCore
  import NIOPosix
  package import TextGenServing

  /// Listens on a port and hands requests to a service.
  ///
  /// Nothing of a request reaches the file system, and no connection is made.
  package struct HTTPServer: Sendable {
    /// Where and within which bounds it listens.
    package struct Options: Sendable, Hashable {
      /// An address of this machine, or a name of one.
      package var host = "127.0.0.1"
      /// A port; 0 for one that is free.
      package var port = 8398
      /// A socket that listens already, in place of one at the address; nil for none.
      package var socket: Int32?
      /// Whether such a socket may be one that other machines reach.
      package var admitsOthers = false
      /// Connections at once; further ones wait.
      package var connections = 1024
      /// Seconds within which a header must be complete, and after which an idle connection is closed.
      package var idleSeconds = 15
      /// Seconds within which a client must take what is written for it.
      package var writingSeconds = 30

      /// A server for this machine alone.
      package init() {}
    }

    /// Why a server cannot listen.
    package enum Failure: Error, Sendable, Hashable {
      /// Somebody else listens on the port.
      case portTaken(Int)
      /// The system refuses, and why.
      case cannotListen(String)
      /// The socket that was handed over is one that other machines reach, at that address.
      case openToOthers(String)
    }

    private let service: TextService
    private let options: Options
    private let log: @Sendable (RequestRecord) -> Void

    /// A server that hands requests to `service`, and each to `log` when it is answered.
    package init(
      _ service: TextService, _ options: Options, log: @escaping @Sendable (RequestRecord) -> Void
    ) {
      (self.service, self.options, self.log) = (service, options, log)
    }

    /// Listens until `stop` returns, then lets what is written end, and returns.
    ///
    /// `didBegin` is told the port as soon as clients can connect.
    ///
    /// - Throws: `Failure` where it can't listen.
    package func run(
      didBegin: @escaping @Sendable (Int) async -> Void, stop: @escaping @Sendable () async -> Void
    ) async throws {
      let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
      let (server, service) = (server(in: group, didBegin), service)
      let forgetting = Task {
        while true {
          try await Task.sleep(for: .seconds(10))
          service.forgetExpired()
        }
      }
      defer { forgetting.cancel() }
      var failure: Failure?
      do {
        try await withThrowingTaskGroup(of: Void.self) { tasks in
          tasks.addTask { try await server.run() }
          tasks.addTask {
            await stop()
            service.stop()
            try await server.shutdownGracefully()
          }
          // Whichever fails ends the other.
          while try await tasks.next() != nil {}
        }
      } catch let error as Failure {
        failure = error
      } catch let error as IOError where error.errnoCode == EADDRINUSE {
        failure = .portTaken(options.port)
      } catch {
        failure = .cannotListen("\(error)")
      }
      try? await group.shutdownGracefully()
      if let failure { throw failure }
    }

    private func server(
      in group: any EventLoopGroup, _ didBegin: @escaping @Sendable (Int) async -> Void
    ) -> any ListeningServer {
      let logger = Logger(label: "textgen", factory: { _ in SwiftLogNoOpLogHandler() })
      let begin: @Sendable (any Channel) async -> Void = { channel in
        await didBegin(channel.localAddress?.port ?? 0)
      }
      if let socket = options.socket {
        return GivenSocketServer(
          socket, options, channel, group: group, logger: logger, didBegin: begin)
      }
      return Server(
        childChannelSetup: channel, configuration: configuration, onServerRunning: begin,
        eventLoopGroup: group, logger: logger)
    }

    private var configuration: ServerConfiguration {
      ServerConfiguration(
        address: .hostname(options.host, port: options.port), backlog: 256,
        availableConnectionsDelegate: MaximumAvailableConnections(
          options.connections,
          logger: Logger(label: "textgen", factory: { _ in SwiftLogNoOpLogHandler() })))
    }

    private var channel: HTTP1Channel {
      let handler = RequestHandler(
        service: service, writingTime: .seconds(Int64(options.writingSeconds)), log: log)
      return HTTP1Channel(
        responder: { request, writer, channel in
          try await handler.respond(to: request, writer, on: channel)
        },
        configuration: HTTP1Channel.Configuration(
          additionalChannelHandlers: [ClientWatch()],
          idleTimeout: .seconds(Int64(options.idleSeconds)),
          httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
            maxHeaderFieldSize: 8 << 10, maxHeaderListSize: 16 << 10, maxHeaderFieldCount: 64)))
    }
  }
#endif
