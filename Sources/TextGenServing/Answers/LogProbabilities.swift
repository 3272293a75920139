import TextGenGeneration
import TextGenJSON
import TextGenTokenization

/// The log-probabilities of a text's tokens as OpenAI has them: lists side by side, piece by piece.
struct LogProbabilities: Sendable {
  private let tokenizer: any Tokenizer
  /// The token before the next one.
  private var previous: TokenID
  /// The code points of the text before the next token.
  private var offset = 0

  /// Those of a text that follows `previous`.
  init(_ tokenizer: any Tokenizer, after previous: TokenID) {
    (self.tokenizer, self.previous) = (tokenizer, previous)
  }

  /// The lists for the next tokens.
  mutating func json(_ tokens: [WrittenToken]) -> JSONValue {
    var (texts, values, best, offsets): ([JSONValue], [JSONValue], [JSONValue], [JSONValue]) =
      ([], [], [], [])
    for token in tokens {
      texts.append(.string(TokenText.string(token.bytes)))
      values.append(.number(token.chosen.logProbability))
      best.append(bestTokens(token))
      offsets.append(.int(offset))
      offset += token.bytes.count { $0 & 0b1100_0000 != 0b1000_0000 }
      previous = token.chosen.token
    }
    return [
      "tokens": .array(texts), "token_logprobs": .array(values), "top_logprobs": .array(best),
      "text_offset": .array(offsets),
    ]
  }

  /// The best tokens by their texts; of two with one text the better one stays.
  private func bestTokens(_ token: WrittenToken) -> JSONValue {
    var members: [JSONValue.Member] = []
    for choice in token.best {
      let name = TokenText.string(tokenizer.surface(of: choice.token, after: previous))
      if !members.contains(where: { $0.name == name }) {
        members.append(JSONValue.Member(name, .number(choice.logProbability)))
      }
    }
    return .object(members)
  }
}

/// The text of a token, which may be a part of a code point.
enum TokenText {
  /// The text; bytes that are none as OpenAI writes them: `bytes:\xc3`.
  static func string(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return "bytes:"
      + bytes.map { byte -> String in
        let digits = String(byte, radix: 16)
        return "\\x" + (digits.count < 2 ? "0" : "") + digits
      }.joined()
  }

  /// The text; a list of bytes where it is none.
  static func json(_ bytes: [UInt8]) -> JSONValue {
    String(validating: bytes, as: UTF8.self).map(JSONValue.string)
      ?? .array(bytes.map { .int(Int($0)) })
  }
}
