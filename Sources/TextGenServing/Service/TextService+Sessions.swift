import TextGenJSON

extension TextService {
  /// An answer of `POST /v1/sessions`.
  func makeSession(_ request: SessionRequest) async throws(ServiceFailure) -> ServiceAnswer {
    let (model, now, memory) = (try model(request.model), clock.now(), memory)
    let (id, session) = try await search { [sessions] () throws(ServiceFailure) in
      try sessions.make(request, model, memory: memory, now: now)
    }
    return .json(
      [
        "id": .string(id), "method": .string(session.method.rawValue),
        "remembers": .bool(session.remembers), "expires_in": .int(request.lifetime),
      ], status: 201)
  }

  /// The model of a request and the session that it names, which must be one of that model.
  func session(
    _ id: String?, model name: String?
  ) throws(ServiceFailure) -> (model: ServedModel, session: WriterSession?) {
    guard let id else { return (try model(name), nil) }
    let session = try sessions.session(id, now: clock.now())
    let model = try model(name ?? session.modelName)
    guard model.name == session.modelName else {
      throw .invalidValue("model", "the session is one of the model \"\(session.modelName)\"")
    }
    return (model, session)
  }

  /// An answer of `GET /v1/sessions/{id}`.
  func sessionRecord(_ id: String) throws(ServiceFailure) -> ServiceAnswer {
    let now = clock.now()
    let session = try sessions.session(id, now: now)
    let (sequences, bytes) = session.size
    return .json([
      "id": .string(id), "method": .string(session.method.rawValue),
      "remembers": .bool(session.remembers), "characters": .int(session.characters),
      "sequences": .int(sequences), "bytes": .int(bytes),
      "expires_in": .int(session.secondsLeft(now)),
    ])
  }

  /// An answer of a session's keyboard: that of `complete --keyboard`, byte for byte.
  func keyboard(_ id: String, _ body: [UInt8]) async throws(ServiceFailure) -> ServiceAnswer {
    let session = try sessions.session(id, now: clock.now())
    let (line, isRefusal) = try await search { () throws(ServiceFailure) in
      try session.answer(body)
    }
    return .text(Array(line.utf8), "application/json", status: isRefusal ? 400 : 200)
  }

  /// An answer of `GET /v1/sessions/{id}/words`.
  func sessionWords(_ id: String, _ head: RequestHead) async throws(ServiceFailure) -> ServiceAnswer
  {
    let session = try sessions.session(id, now: clock.now())
    let (prefix, count) = (head.query("prefix") ?? "", try Self.count(head))
    return .json(
      try await search { () throws(ServiceFailure) in
        Self.list(session.words().filter { $0.word.hasPrefix(prefix) }, count)
      })
  }

  /// An answer of `DELETE /v1/sessions/{id}/words/{word}`.
  func forget(_ word: String, of id: String) async throws(ServiceFailure) -> ServiceAnswer {
    let session = try sessions.session(id, now: clock.now())
    try await search { () throws(ServiceFailure) in try session.forget(word) }
    return .empty(status: 204)
  }

  /// An answer of `GET /v1/memory`.
  func memoryRecord(_ head: RequestHead) async throws(ServiceFailure) -> ServiceAnswer {
    guard let memory else { throw .noMemory }
    let count = try Self.count(head)
    return .json(
      try await search { [sessions] () throws(ServiceFailure) -> JSONValue in
        sessions.keep()
        let (words, sequences) = try memory.words()
        return ["sequences": .int(sequences), "words": Self.list(words, count)]
      })
  }

  /// An answer of `DELETE /v1/memory`.
  func eraseMemory() async throws(ServiceFailure) -> ServiceAnswer {
    guard let memory else { throw .noMemory }
    try await search { [sessions] () throws(ServiceFailure) in
      sessions.dropMemories()
      try memory.clear()
    }
    return .empty(status: 204)
  }

  /// How many words a list has at most, by the query.
  private static func count(_ head: RequestHead) throws(ServiceFailure) -> Int {
    guard let text = head.query("count") else { return 50 }
    guard let count = Int(text), (1...1000).contains(count) else {
      throw .invalidValue(
        "count", "count is \"\(text.prefix(40))\", but must be a whole number from 1 to 1000")
    }
    return count
  }

  private static func list(_ words: [(word: String, count: Int)], _ count: Int) -> JSONValue {
    .array(
      words.prefix(count).map { ["word": .string($0.word), "count": .int($0.count)] })
  }
}
