/// A JSON value whose keys and nulls are written as they are given.
indirect enum JSONValue: Encodable, Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case unsigned(UInt64)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .int(let value): try container.encode(value)
    case .unsigned(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let values): try container.encode(values)
    case .object(let values): try container.encode(values)
    }
  }

  static func optional(_ value: Int?) -> JSONValue { value.map(JSONValue.int) ?? .null }
  static func optional(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
  static func strings(_ values: [String]) -> JSONValue { .array(values.map(JSONValue.string)) }
  static func ints(_ values: [Int]) -> JSONValue { .array(values.map(JSONValue.int)) }
}
