import FoundationEssentials

/// What a line of `complete --keyboard` asks for.
package struct KeyboardRequest: Sendable {
  /// Bytes of a request at most.
  package static let maximumLineLength = 1 << 20
  /// Candidates that are asked for at most.
  static let maximumCount = 1000
  /// Characters that one request deletes at most: as many as the session remembers.
  static let maximumDeletion = TypingSession.memory

  /// Whether all text is to be forgotten first.
  let isReset: Bool
  /// Characters (grapheme clusters) to be taken away before the cursor, before text is added.
  let deleted: Int
  /// Text written since the last request.
  package let added: String
  /// Letters of the word that is being written.
  let prefix: String
  /// Text to the right of the cursor.
  let after: String
  /// Whether punctuation marks are listed, too.
  let wantsMarks: Bool
  /// Candidates asked for; nil when none are.
  let count: Int?

  /// Reads a line; nil stands for one that is too long.
  ///
  /// - Throws: `RequestError` for anything that is not exactly a request.
  package init(_ line: [UInt8]?) throws(RequestError) {
    let fields = try Self.fields(line)
    isReset = fields.reset ?? false
    deleted = fields.delete ?? 0
    added = fields.add ?? ""
    prefix = fields.prefix ?? ""
    after = fields.after ?? ""
    wantsMarks = fields.marks ?? false
    let texts = [fields.add, fields.prefix, fields.after]
    let asks =
      texts.contains { $0 != nil } || fields.k != nil || fields.delete != nil
      || fields.marks != nil
    guard asks || isReset else { throw .empty }
    let k = fields.k ?? 5
    guard (1...Self.maximumCount).contains(k) else { throw .count(k) }
    guard (0...Self.maximumDeletion).contains(deleted) else { throw .deletion(deleted) }
    count = asks ? k : nil
  }

  private static func fields(_ line: [UInt8]?) throws(RequestError) -> Fields {
    guard let bytes = line else { throw .tooLong }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
    do {
      return try JSONDecoder().decode(Fields.self, from: Data(text.utf8))
    } catch let error as RequestError {
      throw error
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
    let after: String?
    let k: Int?
    let delete: Int?
    let marks: Bool?

    enum Key: String, CodingKey, CaseIterable { case add, after, delete, k, marks, prefix, reset }

    init(from decoder: any Decoder) throws {
      let names = try decoder.container(keyedBy: AnyKey.self).allKeys.map(\.stringValue)
      if let unknown = names.filter({ Key(rawValue: $0) == nil }).min() {
        throw RequestError.unknownKey(unknown)
      }
      let values = try decoder.container(keyedBy: Key.self)
      reset = try values.decodeIfPresent(Bool.self, forKey: .reset)
      add = try values.decodeIfPresent(String.self, forKey: .add)
      prefix = try values.decodeIfPresent(String.self, forKey: .prefix)
      after = try values.decodeIfPresent(String.self, forKey: .after)
      k = try values.decodeIfPresent(Int.self, forKey: .k)
      delete = try values.decodeIfPresent(Int.self, forKey: .delete)
      marks = try values.decodeIfPresent(Bool.self, forKey: .marks)
    }
  }

  /// A key of any name.
  private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init?(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }
  }
}

/// Why a line is no request: one sentence.
package enum RequestError: Error, Sendable, Hashable, CustomStringConvertible {
  case tooLong
  case notUTF8
  case notJSON
  case unknownKey(String)
  case wrongType(String?)
  case empty
  case count(Int)
  case deletion(Int)

  package var description: String {
    switch self {
    case .tooLong:
      "the line has more than \(KeyboardRequest.maximumLineLength) bytes; add the text in pieces"
    case .notUTF8: "the line is not UTF-8"
    case .notJSON:
      "the line is not one JSON object such as {\"add\":\"Os \",\"prefix\":\"al\",\"k\":5}"
    case .unknownKey(let key):
      "the key \"\(key.prefix(40))\" is unknown; the keys are add, after, delete, k, marks, "
        + "prefix and reset"
    case .wrongType(let key?):
      "\"\(key)\" has the wrong type; reset and marks are true or false, add, prefix and after are "
        + "strings, k and delete are whole numbers"
    case .wrongType(nil): "the line is JSON, but not an object"
    case .empty: "the request asks for nothing; give reset, add, delete, prefix or after"
    case .count(let found):
      "k is \(found), but must be 1 to \(KeyboardRequest.maximumCount)"
    case .deletion(let found):
      "delete is \(found), but must be 0 to \(KeyboardRequest.maximumDeletion)"
    }
  }
}
