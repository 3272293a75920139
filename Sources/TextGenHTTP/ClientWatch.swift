#if Server
  import NIOCore
  import Synchronization

  /// Notices that the client of a connection has gone, also while nothing is read or written.
  ///
  /// A client that has closed its side counts as gone, though it might still read.
  final class ClientWatch: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = Never

    /// Who wants to know.
    let departure = Departure()

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
      if let event = event as? ChannelEvent, event == .inputClosed { departure.note() }
      context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
      departure.note()
      context.fireChannelInactive()
    }

    /// The departure of the client of `channel`, which has such a handler.
    static func departure(from channel: any Channel) async throws -> Departure {
      try await channel.eventLoop.submit {
        try channel.pipeline.syncOperations.handler(type: ClientWatch.self).departure
      }.get()
    }
  }

  /// That a client has gone, and what is to be done then.
  final class Departure: Sendable {
    private struct State {
      var hasGone = false
      var action: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    /// Calls `action` when the client goes, or now where it has gone; an earlier action is forgotten.
    func whenGone(_ action: @escaping @Sendable () -> Void) {
      let hasGone = state.withLock { state in
        state.action = action
        return state.hasGone
      }
      if hasGone { action() }
    }

    /// Forgets what was to be done.
    func forget() { state.withLock { $0.action = nil } }

    /// Takes notice that the client has gone.
    func note() {
      let action = state.withLock { state in
        state.hasGone = true
        return state.action
      }
      action?()
    }
  }
#endif
