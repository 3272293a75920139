import FoundationEssentials
import Generation
import LanguageModeling
import Tokenization

/// A writing session of `complete --keyboard`: one JSON request a line, one JSON answer a line.
///
/// A request that cannot be understood is answered with its error and changes nothing.
struct KeyboardSession<Model: AutoregressiveModel> {
  private var context: PredictionContext<Model>

  /// A session that begins with an empty text.
  init(model: Model, tokenizer: any Tokenizer) {
    context = WordPredictor(model: model, tokenizer: tokenizer, options: .interactive)
      .makeContext()
  }

  /// The answer to one line.
  mutating func answer(_ line: StandardInput.Line) -> String {
    do throws(RequestError) {
      return jsonText(answer(try KeyboardRequest(line)))
    } catch {
      return jsonText(["error": error.description])
    }
  }

  private mutating func answer(_ request: KeyboardRequest) -> Answer {
    if request.isReset { context.reset() }
    guard let count = request.count else { return Answer() }
    context.append(request.added)
    let found = context.candidates(prefix: request.prefix, count: count).candidates
    return Answer(candidates: found.map(\.word), probabilities: found.map(\.probability))
  }

  /// The names of the properties are the keys of the JSON.
  private struct Answer: Encodable {
    var candidates: [String] = []
    var probabilities: [Double] = []
  }
}

/// What a line asks for.
struct KeyboardRequest {
  /// Bytes of a request at most.
  static let maximumLineLength = 1 << 20
  /// Candidates that are asked for at most.
  static let maximumCount = 1000

  /// Whether all text is to be forgotten first.
  let isReset: Bool
  /// Text written since the last request.
  let added: String
  /// Letters of the word that is being written.
  let prefix: String
  /// Candidates asked for; nil when none are.
  let count: Int?

  /// Reads a line.
  ///
  /// - Throws: `RequestError` for anything that is not exactly a request.
  init(_ line: StandardInput.Line) throws(RequestError) {
    let fields = try Self.fields(line)
    isReset = fields.reset ?? false
    added = fields.add ?? ""
    prefix = fields.prefix ?? ""
    let asks = fields.add != nil || fields.prefix != nil || fields.k != nil
    guard asks || isReset else { throw .empty }
    let k = fields.k ?? 5
    guard (1...KeyboardRequest.maximumCount).contains(k) else { throw .count(k) }
    count = asks ? k : nil
  }

  private static func fields(_ line: StandardInput.Line) throws(RequestError) -> Fields {
    guard case .whole(let bytes) = line else { throw .tooLong }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
    do {
      return try JSONDecoder().decode(Fields.self, from: Data(text.utf8))
    } catch DecodingError.typeMismatch(_, let context) {
      throw .wrongType(context.codingPath.first?.stringValue)
    } catch {
      throw .notJSON
    }
  }

  private struct Fields: Decodable {
    let reset: Bool?
    let add: String?
    let prefix: String?
    let k: Int?
  }
}

/// Why a line is no request: one sentence.
enum RequestError: Error, CustomStringConvertible {
  case tooLong
  case notUTF8
  case notJSON
  case wrongType(String?)
  case empty
  case count(Int)

  var description: String {
    switch self {
    case .tooLong:
      "the line has more than \(KeyboardRequest.maximumLineLength) bytes; add the text in pieces"
    case .notUTF8: "the line is not UTF-8"
    case .notJSON:
      "the line is not one JSON object such as {\"add\":\"Os \",\"prefix\":\"al\",\"k\":5}"
    case .wrongType(let key?):
      "\"\(key)\" has the wrong type; reset is true or false, add and prefix are strings, k is a "
        + "whole number"
    case .wrongType(nil): "the line is JSON, but not an object"
    case .empty: "the request asks for nothing; give reset, or add and prefix"
    case .count(let found):
      "k is \(found), but must be 1 to \(KeyboardRequest.maximumCount)"
    }
  }
}
