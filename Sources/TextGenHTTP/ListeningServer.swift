#if Server
  import HummingbirdCore

  /// What serves the connections of a socket until it is shut down.
  protocol ListeningServer: Sendable {
    /// Serves; returns once it is shut down.
    func run() async throws

    /// Takes no more connections, and returns when those that are there have ended.
    func shutdownGracefully() async throws
  }

  extension Server: ListeningServer where ChildChannel == HTTP1Channel {}
#endif
