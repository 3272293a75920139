#if Server
  /// Bytes from one who makes them to one who sends them: the maker waits until what it made last is taken.
  actor HandOff {
    /// Nobody takes bytes any more.
    struct Closed: Error {}

    private var bytes: [UInt8]?
    private var isFinished = false
    private var isClosed = false
    private var taker: CheckedContinuation<[UInt8]?, Never>?
    private var maker: CheckedContinuation<Void, Never>?

    /// Gives bytes, and returns when there is room for more.
    ///
    /// - Throws: `Closed`.
    func put(_ bytes: [UInt8]) async throws {
      if isClosed { throw Closed() }
      if let taker {
        self.taker = nil
        return taker.resume(returning: bytes)
      }
      self.bytes = bytes
      await withCheckedContinuation { maker = $0 }
      if isClosed { throw Closed() }
    }

    /// Gives bytes to one who waits for others; where nobody waits they are dropped.
    func offer(_ bytes: [UInt8]) {
      taker?.resume(returning: bytes)
      taker = nil
    }

    /// Says that there are no more.
    func finish() {
      isFinished = true
      taker?.resume(returning: nil)
      taker = nil
    }

    /// The next bytes; nil at the end.
    func take() async -> [UInt8]? {
      if let bytes {
        self.bytes = nil
        maker?.resume()
        maker = nil
        return bytes
      }
      if isFinished || isClosed { return nil }
      return await withCheckedContinuation { taker = $0 }
    }

    /// Takes no more.
    func close() {
      isClosed = true
      bytes = nil
      maker?.resume()
      maker = nil
    }
  }
#endif
