import TextGen
import TextGenJSON
import TextGenTokenization

extension TextService {
  /// An answer of `/tokenize`.
  func tokenize(_ request: TokenizeRequest) async throws(ServiceFailure) -> ServiceAnswer {
    let model = try model(request.model)
    return .json(
      try await search { () throws(ServiceFailure) -> JSONValue in
        let tokenizer = model.model.tokenizer
        let tokens = tokenizer.encode(request.content)
        guard request.withPieces else { return ["tokens": .array(tokens.map { .int(Int($0)) })] }
        var previous: TokenID? = tokenizer.lineBreak
        let pieces = tokens.map { token -> JSONValue in
          defer { previous = token }
          let bytes = tokenizer.surface(of: token, after: previous)
          return ["id": .int(Int(token)), "piece": TokenText.json(bytes)]
        }
        return ["tokens": .array(pieces)]
      })
  }

  /// An answer of `/detokenize`.
  func detokenize(_ request: DetokenizeRequest) async throws(ServiceFailure) -> ServiceAnswer {
    let model = try model(request.model)
    return .json(
      try await search { () throws(ServiceFailure) -> JSONValue in
        let tokenizer = model.model.tokenizer
        let tokens = try PromptField.tokens(request.tokens, "tokens", tokenizer)
        return ["content": .string(tokenizer.decode(tokens))]
      })
  }
}
