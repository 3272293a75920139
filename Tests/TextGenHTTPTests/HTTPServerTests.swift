#if Server
  import Dispatch
  import Glibc
  import Synchronization
  import Testing
  import TextGen
  import TextGenServing

  @testable import TextGenHTTP

  /// The server over real sockets.
  struct HTTPServerTests {
    /// A server while a test runs.
    private struct Running {
      let service: TextService
      let port: Int
      let records: Mutexed<[RequestRecord]>

      /// The whole answer to one request on a connection of its own.
      func call(_ method: String, _ path: String, _ body: String = "", headers: String = "")
        throws -> String
      {
        let connection = try #require(TestConnection(port: port))
        defer { connection.close() }
        connection.send(request(method, path, body, headers: headers + "Connection: close\r\n"))
        return connection.receive(until: nil)
      }

      /// The bytes of a request.
      func request(_ method: String, _ path: String, _ body: String = "", headers: String = "")
        -> String
      {
        let length = body.isEmpty ? "" : "Content-Length: \(body.utf8.count)\r\n"
        return "\(method) \(path) HTTP/1.1\r\nHost: localhost:\(port)\r\n"
          + "Content-Type: application/json\r\n\(length)\(headers)\r\n\(body)"
      }
    }

    /// A value under a lock.
    private final class Mutexed<Value: Sendable>: Sendable {
      private let value: Mutex<Value>

      init(_ value: Value) { self.value = Mutex(value) }

      func withLock<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
        value.withLock { body(&$0) }
      }
    }

    /// Calls `body` on a thread of its own, since it waits for sockets, while a server runs, which has to end
    /// afterwards.
    private func withServer(
      _ limits: ServiceLimits = ServiceLimits(), models: [TextModel] = [],
      _ change: (inout HTTPServer.Options) -> Void = { _ in },
      _ body: @escaping @Sendable (Running) throws -> Void
    ) async throws {
      let service = TextService(version: "1", limits: limits)
      if !models.isEmpty { try service.open(models) }
      var options = HTTPServer.Options()
      options.port = 0
      change(&options)
      let records = Mutexed<[RequestRecord]>([])
      let server = HTTPServer(service, options) { record in records.withLock { $0.append(record) } }
      let (ports, didBegin) = AsyncStream.makeStream(of: Int.self)
      let (stops, stop) = AsyncStream.makeStream(of: Void.self)
      let running = Task {
        try await server.run(
          didBegin: { port in
            service.listen(onPort: port)
            didBegin.yield(port)
          }, stop: { for await _ in stops {} })
      }
      var iterator = ports.makeAsyncIterator()
      let port = try #require(await iterator.next())
      let client = Running(service: service, port: port, records: records)
      let outcome = await withCheckedContinuation { continuation in
        DispatchQueue.global().async {
          continuation.resume(returning: Result { try body(client) })
        }
      }
      stop.finish()
      try await running.value
      try outcome.get()
    }

    private static let model = Result { try TextModel("portugues", options: .init(threads: 1)) }

    @Test func `requests are answered, and logged by their routes`() async throws {
      try await withServer { server in
        let health = try server.call("GET", "/health?x=1")
        #expect(health.hasPrefix("HTTP/1.1 503 "))
        #expect(health.lowercased().contains("retry-after: 1"))
        #expect(health.hasSuffix("\"code\":503}}"))
        let head = try server.call("HEAD", "/health")
        #expect(head.hasSuffix("\r\n\r\n"))
        #expect(try server.call("GET", "/nowhere").hasPrefix("HTTP/1.1 404 "))
        #expect(try server.call("GET", "/v1/fill").lowercased().contains("allow: post"))
        #expect(
          try server.call("GET", "/health", headers: "Origin: http://evil.example\r\n")
            .hasPrefix("HTTP/1.1 403 "))
        let routes = server.records.withLock { $0.map(\.route) }
        #expect(routes == ["/health", "/health", "other", "other", "other"])
      }
    }

    @Test func `a connection is kept for further requests`() async throws {
      try await withServer { server in
        let connection = try #require(TestConnection(port: server.port))
        defer { connection.close() }
        for _ in 0..<3 {
          connection.send(server.request("GET", "/health"))
          #expect(connection.receive(until: "}}").hasPrefix("HTTP/1.1 503 "))
        }
        connection.send(server.request("POST", "/v1/fill", "{\"text\":\"a\"}"))
        #expect(connection.receive(until: "}}").hasPrefix("HTTP/1.1 503 "))
      }
    }

    @Test func `what is too long is refused at once`() async throws {
      try await withServer { server in
        let connection = try #require(TestConnection(port: server.port))
        connection.send("GET /health HTTP/1.1\r\nHost: localhost\r\nX: ")
        for _ in 0..<32 {
          guard connection.send(String(repeating: "a", count: 1 << 16)) else { break }
        }
        // The answer, or the end where the rest came too late to be read.
        let answer = connection.receive(until: nil)
        #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 400 "))
        connection.close()
        let declared = try server.call(
          "POST", "/v1/fill", headers: "Content-Length: 2000000\r\n")
        #expect(declared.hasPrefix("HTTP/1.1 413 "))
        let chunk = "10000\r\n" + String(repeating: " ", count: 1 << 16) + "\r\n"
        let long = try #require(TestConnection(port: server.port))
        long.send(server.request("POST", "/v1/fill", headers: "Transfer-Encoding: chunked\r\n"))
        for _ in 0..<20 { if !long.send(chunk) { break } }
        let last = long.receive(until: "}}")
        #expect(last.isEmpty || last.hasPrefix("HTTP/1.1 413 "))
        long.close()
        #expect(try server.call("GET", "/health").hasPrefix("HTTP/1.1 503 "))
      }
    }

    @Test func `a body that never comes whole is not waited for`() async throws {
      var limits = ServiceLimits()
      limits.bodyTime = .milliseconds(100)
      try await withServer(limits) { server in
        let connection = try #require(TestConnection(port: server.port))
        defer { connection.close() }
        connection.send(
          server.request("POST", "/v1/fill", headers: "Content-Length: 100\r\n") + "{")
        #expect(connection.receive(until: nil).hasPrefix("HTTP/1.1 408 "))
      }
    }

    @Test func `a stream is events, and its client's leaving ends the text`() async throws {
      let model = try Self.model.get()
      try await withServer(models: [model]) { server in
        let whole = try server.call(
          "POST", "/v1/completions", #"{"max_tokens":5,"seed":1,"stream":true}"#)
        #expect(whole.lowercased().contains("content-type: text/event-stream"))
        #expect(whole.contains("data: [DONE]\n\n"))
        #expect(server.records.withLock { $0.last?.tokens } == 5)
        for _ in 0..<5 {
          let connection = try #require(TestConnection(port: server.port))
          connection.send(
            server.request(
              "POST", "/v1/completions",
              #"{"max_tokens":4096,"seed":1,"stream":true,"stream_interval_ms":0}"#))
          #expect(connection.receive(until: "data: ").hasPrefix("HTTP/1.1 200 "))
          connection.close()
        }
        // No text goes on: the next step has none.
        var isOver = false
        for _ in 0..<5_000 where !isOver {
          let metrics = try server.call("GET", "/metrics")
          isOver =
            metrics.contains("textgen_texts_running 0\n")
            && metrics.contains("textgen_texts_cancelled_total{reason=\"client\"} 5\n")
          if !isOver { usleep(1000) }
        }
        #expect(isOver)
      }
    }

    @Test func `a client that leaves while it waits ends its work`() async throws {
      let model = try Self.model.get()
      try await withServer(models: [model]) { server in
        let connection = try #require(TestConnection(port: server.port))
        connection.send(
          server.request("POST", "/v1/completions", #"{"max_tokens":4096,"n":16,"seed":1}"#))
        for _ in 0..<5_000 {
          if try server.call("GET", "/metrics").contains("textgen_texts_running 16\n") { break }
          usleep(1000)
        }
        connection.close()
        var isOver = false
        for _ in 0..<5_000 where !isOver {
          isOver = try server.call("GET", "/metrics").contains("textgen_texts_running 0\n")
          if !isOver { usleep(1000) }
        }
        #expect(isOver)
      }
    }

    /// A socket that listens on a free port of `address`, as a service manager has it.
    private func socket(on address: String) throws -> Int32 {
      let descriptor = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var place = sockaddr_in()
      place.sin_family = sa_family_t(AF_INET)
      place.sin_addr.s_addr = inet_addr(address)
      let status = withUnsafePointer(to: &place) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      try #require(status == 0 && listen(descriptor, 16) == 0)
      return descriptor
    }

    @Test func `a socket that listens already is served, and its streams end with the server`()
      async throws
    {
      let model = try Self.model.get()
      let descriptor = try socket(on: "127.0.0.1")
      try await withServer(models: [model]) {
        $0.socket = descriptor
        $0.connections = 2
      } _: { server in
        #expect(server.port > 0)
        let connection = try #require(TestConnection(port: server.port))
        connection.send(server.request("GET", "/health"))
        #expect(connection.receive(until: "}").hasPrefix("HTTP/1.1 200 "))
        connection.send(server.request("GET", "/health"))
        #expect(connection.receive(until: "}").hasPrefix("HTTP/1.1 200 "))
        // It is left open: the server has to end all the same.
      }
    }

    @Test func `a socket that others reach is refused without keys`() async throws {
      var options = HTTPServer.Options()
      options.socket = try socket(on: "0.0.0.0")
      let server = HTTPServer(TextService(version: "1"), options) { _ in }
      await #expect(throws: HTTPServer.Failure.openToOthers("0.0.0.0")) {
        try await server.run(didBegin: { _ in }, stop: { try? await Task.sleep(for: .seconds(60)) })
      }
    }

    @Test func `a taken port is said to be taken`() async throws {
      try await withServer { server in
        var options = HTTPServer.Options()
        options.port = server.port
        let second = HTTPServer(TextService(version: "1"), options) { _ in }
        let (ended, end) = (DispatchSemaphore(value: 0), Mutexed<(any Error)?>(nil))
        Task {
          do {
            try await second.run(
              didBegin: { _ in }, stop: { try? await Task.sleep(for: .seconds(60)) })
          } catch {
            end.withLock { $0 = error }
          }
          ended.signal()
        }
        ended.wait()
        let failure = end.withLock { $0 as? HTTPServer.Failure }
        #expect(failure == .portTaken(server.port))
      }
    }
  }
#endif
