import TextGenJSON

extension TextService {
  /// An answer of `/v1/gates`.
  func gates(_ request: GatesRequest) async throws(ServiceFailure) -> ServiceAnswer {
    let model = try model(request.model)
    return .json(
      try await search { () throws(ServiceFailure) -> JSONValue in
        try GatesAnswer(request, model).json
      })
  }
}
