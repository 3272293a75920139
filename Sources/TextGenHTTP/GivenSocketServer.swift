#if Server
  import HummingbirdCore
  import Logging
  import NIOCore
  import NIOPosix
  import Synchronization

  /// A server on a socket that listens already, as a service manager hands it over.
  ///
  /// Hummingbird's own server opens its socket itself; connections are served as there.
  final class GivenSocketServer: ListeningServer {
    /// There are as many connections as may be, or the server stops.
    private struct Refused: Error {}

    private struct State {
      var listener: (any Channel)?
      var connections: [ObjectIdentifier: any Channel] = [:]
      var isStopping = false
    }

    private let options: HTTPServer.Options
    private let socket: Int32
    private let channel: HTTP1Channel
    private let group: any EventLoopGroup
    private let logger: Logger
    private let didBegin: @Sendable (any Channel) async -> Void
    private let state = Mutex(State())

    init(
      _ socket: Int32, _ options: HTTPServer.Options, _ channel: HTTP1Channel,
      group: any EventLoopGroup, logger: Logger,
      didBegin: @escaping @Sendable (any Channel) async -> Void
    ) {
      (self.socket, self.options, self.channel) = (socket, options, channel)
      (self.group, self.logger, self.didBegin) = (group, logger, didBegin)
    }

    func run() async throws {
      let listener = try await ServerBootstrap(group: group)
        // Nobody is let in before it is known whom the socket lets in.
        .serverChannelOption(ChannelOptions.autoRead, value: false)
        .childChannelOption(ChannelOptions.allowRemoteHalfClosure, value: true)
        .childChannelInitializer { [self] in serve($0) }
        .withBoundSocket(socket).get()
      let isStopping = state.withLock { state in
        state.listener = listener
        return state.isStopping
      }
      do {
        try check(listener.localAddress)
        guard !isStopping else { return try await listener.close().get() }
      } catch {
        try? await listener.close().get()
        throw error
      }
      await didBegin(listener)
      try await listener.setOption(ChannelOptions.autoRead, value: true).get()
      try await listener.closeFuture.get()
    }

    func shutdownGracefully() async throws {
      let (listener, connections) = state.withLock { state in
        state.isStopping = true
        return (state.listener, Array(state.connections.values))
      }
      try? await listener?.close().get()
      for connection in connections {
        connection.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
      }
      for connection in connections { try? await connection.closeFuture.get() }
    }

    /// Refuses a socket without a port, and one that others reach where they may not.
    private func check(_ address: SocketAddress?) throws(HTTPServer.Failure) {
      guard let address, address.port != nil, let host = address.ipAddress else {
        throw .cannotListen("the socket that was handed over is none of TCP")
      }
      guard options.admitsOthers || ["127.0.0.1", "::1"].contains(host) else {
        throw .openToOthers(host)
      }
    }

    private func serve(_ connection: any Channel) -> EventLoopFuture<Void> {
      let isAdmitted = state.withLock { state in
        guard !state.isStopping, state.connections.count < options.connections else { return false }
        state.connections[ObjectIdentifier(connection)] = connection
        return true
      }
      guard isAdmitted else { return connection.eventLoop.makeFailedFuture(Refused()) }
      connection.closeFuture.whenComplete { [self] _ in
        state.withLock { $0.connections[ObjectIdentifier(connection)] = nil }
      }
      return channel.setup(channel: connection, logger: logger).map { [channel, logger] value in
        Task { await channel.handle(value: value, logger: logger) }
      }
    }
  }
#endif
