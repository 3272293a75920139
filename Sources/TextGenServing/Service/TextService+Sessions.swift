import TextGenJSON

extension TextService {
  /// An answer of `POST /v1/sessions`.
  func makeSession(_ request: SessionRequest) throws(ServiceFailure) -> ServiceAnswer {
    let model = try model(request.model)
    let (id, session) = try sessions.make(request, model, now: clock.now())
    return .json(
      [
        "id": .string(id), "method": .string(session.method.rawValue),
        "expires_in": .int(request.lifetime),
      ], status: 201)
  }

  /// An answer of `GET /v1/sessions/{id}`.
  func sessionRecord(_ id: String) throws(ServiceFailure) -> ServiceAnswer {
    let now = clock.now()
    let session = try sessions.session(id, now: now)
    return .json([
      "id": .string(id), "method": .string(session.method.rawValue),
      "characters": .int(session.characters), "expires_in": .int(session.secondsLeft(now)),
    ])
  }

  /// An answer of a session's keyboard: that of `complete --keyboard`, byte for byte.
  func keyboard(_ id: String, _ body: [UInt8]) async throws(ServiceFailure) -> ServiceAnswer {
    let session = try sessions.session(id, now: clock.now())
    let line = try await search { () throws(ServiceFailure) -> String in try session.answer(body) }
    return .text(
      Array(line.utf8), "application/json", status: line.hasPrefix("{\"error\"") ? 400 : 200)
  }
}
