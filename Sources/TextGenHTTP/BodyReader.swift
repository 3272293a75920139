#if Server
  import HummingbirdCore
  import NIOCore

  /// Reads bodies within bounds: the time is that of the whole, however slowly its pieces come.
  struct BodyReader: Sendable {
    /// What came of it.
    enum Outcome: Sendable {
      case bytes([UInt8])
      case tooLarge
      case tooLate
      /// The client left before the end.
      case gone
    }

    private let limit: Int
    private let time: Duration

    /// A reader of at most so many bytes, for at most so long.
    init(_ limit: (bytes: Int, time: Duration)) {
      self.limit = limit.bytes
      time = limit.time
    }

    /// Reads `body` to its end.
    func read(_ body: RequestBody) async -> Outcome {
      await withTaskGroup(of: Outcome?.self) { tasks in
        tasks.addTask { await collect(body) }
        tasks.addTask {
          // Cancelled when the body is there.
          do { try await Task.sleep(for: time) } catch { return nil }
          return .tooLate
        }
        defer { tasks.cancelAll() }
        while let outcome = await tasks.next() {
          if let outcome { return outcome }
        }
        return .gone
      }
    }

    private func collect(_ body: RequestBody) async -> Outcome {
      do {
        return .bytes(Array(try await body.collect(upTo: limit).readableBytesView))
      } catch is NIOTooManyBytesError {
        return .tooLarge
      } catch {
        return .gone
      }
    }
  }
#endif
