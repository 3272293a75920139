import TextGenJSON
import TextGenTokenization

/// What a text goes on from, as a request gives it.
package enum PromptField: Sendable, Hashable {
  /// A text.
  case text(String)
  /// Ids of tokens.
  case tokens([Int])
  /// Texts and ids of tokens in turn.
  case parts([PromptField])

  /// The prompts in a field: a text, ids, a list of texts or a list of lists of ids.
  static func list(
    _ value: JSONValue?, _ field: String, atMost limit: Int
  ) throws(ServiceFailure) -> [PromptField] {
    guard let value else { return [.text("")] }
    switch value {
    case .string(let text): return [.text(text)]
    case .array(let values):
      guard !values.isEmpty else {
        throw .invalidValue(field, "\(field) is an empty list, but must be a text or list of texts")
      }
      if RequestFields.integer(values[0]) != nil { return [.tokens(try ids(values, field))] }
      guard values.count <= limit else {
        throw .invalidValue(
          field, "\(field) has \(values.count) prompts, but at most \(limit) are read at once")
      }
      var prompts: [PromptField] = []
      for (index, value) in values.enumerated() {
        let place = "\(field)[\(index)]"
        switch value {
        case .string(let text): prompts.append(.text(text))
        case .array(let values): prompts.append(.tokens(try ids(values, place)))
        default:
          throw .invalidValue(
            place, "\(place) is \(value.kind), but must be a text or a list of token ids")
        }
      }
      return prompts
    default:
      throw .invalidValue(
        field, "\(field) is \(value.kind), but must be a text or a list of texts or token ids")
    }
  }

  /// One prompt, which may be a list of texts and ids that follow one another.
  static func one(_ value: JSONValue?, _ field: String) throws(ServiceFailure) -> PromptField {
    guard case .array(let values) = value else {
      return try list(value, field, atMost: 1)[0]
    }
    guard values.contains(where: { RequestFields.integer($0) != nil }) || values.count == 1 else {
      throw .unsupported(
        field,
        "\(field) has \(values.count) prompts, but this route reads one; send a request for each")
    }
    var parts: [PromptField] = []
    for (index, value) in values.enumerated() {
      if case .string(let text) = value {
        parts.append(.text(text))
      } else {
        parts.append(.tokens(try ids([value], "\(field)[\(index)]")))
      }
    }
    return .parts(parts)
  }

  private static func ids(_ values: [JSONValue], _ field: String) throws(ServiceFailure) -> [Int] {
    var ids: [Int] = []
    ids.reserveCapacity(values.count)
    for (index, value) in values.enumerated() {
      guard let id = RequestFields.integer(value) else {
        let place = values.count == 1 ? field : "\(field)[\(index)]"
        throw .invalidValue(place, "\(place) is \(value.kind), but must be the id of a token")
      }
      ids.append(id)
    }
    return ids
  }

  /// The ids of a field as tokens of `tokenizer`.
  static func tokens(
    _ ids: [Int], _ field: String, _ tokenizer: any Tokenizer
  ) throws(ServiceFailure) -> [TokenID] {
    let count = tokenizer.vocabulary.count
    if let id = ids.first(where: { !(0..<count).contains($0) }) {
      throw .invalidValue(
        field, "\(field) has the token \(id), but the model's tokens are 0 to \(count - 1)")
    }
    return ids.map { TokenID(truncatingIfNeeded: $0) }
  }
}
