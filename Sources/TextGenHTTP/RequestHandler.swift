#if Server
  import HTTPTypes
  import HummingbirdCore
  import NIOCore
  import TextGenServing

  /// Answers the requests of connections.
  struct RequestHandler: Sendable {
    /// A connection ends after an answer, or without one.
    private struct ConnectionEnd: Error {}

    let service: TextService
    /// How long a client may take to take what is written for it.
    let writingTime: TimeAmount
    let log: @Sendable (RequestRecord) -> Void
    /// How often a client that waits for an event hears that the connection lives.
    private let pingTime = Duration.seconds(15)

    /// Answers one request.
    ///
    /// - Throws: whatever ends the connection.
    func respond(
      to request: Request, _ writer: consuming ResponseWriter, on channel: any Channel
    ) async throws {
      let start = ContinuousClock.now
      let head = RequestHead(
        method: request.method.rawValue, target: request.head.path ?? "/",
        headers: request.headers.map { (name: $0.name.rawName, value: $0.value) }
          + host(of: request))
      var record = RequestRecord(method: head.method)
      var tokens: TokenTally?
      defer {
        record.tokens = tokens?.value
        record.duration = ContinuousClock.now - start
        service.didAnswer(record)
        log(record)
      }
      let route: Route
      switch service.admit(head) {
      case .admitted(let found): route = found
      case .refused(let answer):
        // A body that nobody wants is not waited for.
        return try await write(
          answer, for: head, &record, isLast: hasBody(head), to: writer, on: channel)
      }
      record.route = route.name
      var body: [UInt8] = []
      if route.takesBody {
        if head["expect"]?.lowercased() == "100-continue" {
          try await writer.writeInformationalHead(HTTPResponse(status: .continue))
        }
        switch await BodyReader(service.bodyLimit).read(request.body) {
        case .bytes(let bytes): body = bytes
        case .tooLarge:
          return try await write(
            .failure(service.bodyTooLarge), for: head, &record, isLast: true, to: writer,
            on: channel)
        case .tooLate:
          return try await write(
            .failure(service.bodyTooLate), for: head, &record, isLast: true, to: writer,
            on: channel)
        case .gone:
          record.status = ServiceFailure.clientGone.status
          throw ConnectionEnd()
        }
      }
      let departure = try await ClientWatch.departure(from: channel)
      defer { departure.forget() }
      let answering = Task { [service, head, body] in
        await service.answer(route, to: head, body: body)
      }
      if route.takesBody { departure.whenGone { answering.cancel() } }
      let answer = await answering.value
      (record.status, tokens) = (answer.status, answer.tokens)
      guard answer.status != ServiceFailure.clientGone.status else { throw ConnectionEnd() }
      guard case .stream(let events) = answer.body else {
        return try await write(answer, for: head, &record, isLast: false, to: writer, on: channel)
      }
      let response = response(answer, for: head)
      var sink = try await writer.writeHead(response)
      let handOff = HandOff()
      let writing = Task {
        await events { bytes in try await handOff.put(bytes) }
        await handOff.finish()
      }
      departure.whenGone { writing.cancel() }
      // A stream that waits for its turn is not taken for one that has ended.
      let pinging = Task {
        while true {
          try await Task.sleep(for: pingTime)
          await handOff.offer(ServiceAnswer.ping)
        }
      }
      defer { pinging.cancel() }
      do {
        while let bytes = await handOff.take() {
          record.bytes += bytes.count
          let timer = closing(channel, in: writingTime)
          try await sink.write(ByteBuffer(bytes: bytes))
          timer.cancel()
        }
        try await sink.finish(nil)
      } catch {
        writing.cancel()
        await handOff.close()
        throw error
      }
    }

    /// Writes a whole answer; after the last one the connection ends.
    private func write(
      _ answer: ServiceAnswer, for head: RequestHead, _ record: inout RequestRecord, isLast: Bool,
      to writer: consuming ResponseWriter, on channel: any Channel
    ) async throws {
      record.status = answer.status
      var response = response(answer, for: head)
      var bytes: [UInt8] = []
      if case .whole(let whole) = answer.body { bytes = whole }
      if ![204, 304].contains(answer.status) {
        response.headerFields[.contentLength] = "\(bytes.count)"
      }
      if isLast { response.headerFields[.connection] = "close" }
      let timer = closing(channel, in: writingTime)
      defer { timer.cancel() }
      if head.method == "HEAD" || bytes.isEmpty {
        try await writer.writeResponse(response)
      } else {
        record.bytes = bytes.count
        try await writer.write(
          response: response, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
      }
      if isLast { throw ConnectionEnd() }
    }

    private func response(_ answer: ServiceAnswer, for head: RequestHead) -> HTTPResponse {
      var response = HTTPResponse(status: HTTPResponse.Status(code: answer.status))
      for (name, value) in answer.headers + service.rules.sharingHeaders(for: head) {
        guard let name = HTTPField.Name(name) else { continue }
        response.headerFields.append(HTTPField(name: name, value: value))
      }
      return response
    }

    /// The host of a request, which is no header of HTTPTypes.
    private func host(of request: Request) -> [(name: String, value: String)] {
      request.head.authority.map { [(name: "host", value: $0)] } ?? []
    }

    private func hasBody(_ head: RequestHead) -> Bool {
      head["transfer-encoding"] != nil || head["content-length"].map { $0 != "0" } ?? false
    }

    /// Closes a connection after some time, unless that is cancelled: its client takes nothing.
    private func closing(_ channel: any Channel, in time: TimeAmount) -> Scheduled<Void> {
      channel.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }
  }
#endif
