package import TextGenJSON

/// The fields of a request: each is taken by its type and range, ignored by name, or refused at the end.
///
///     var fields = try RequestFields(body)
///     let count = try fields.integer("count", in: 1...100) ?? 5
///     try fields.finish()
///
/// A field that is null is the same as none.
package struct RequestFields {
  private var members: [String: JSONValue] = [:]
  private var names: [String] = []

  /// The fields of the object that `body` is.
  ///
  /// - Throws: `ServiceFailure` where it is none.
  package init(_ body: [UInt8]) throws(ServiceFailure) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONReader.value(body)
    } catch {
      throw .notJSON(error.description)
    }
    try self.init(value, field: nil)
  }

  /// The fields of an object in the field `field`.
  init(_ value: JSONValue, field: String?) throws(ServiceFailure) {
    guard case .object(let object) = value else {
      if let field {
        throw .invalidValue(field, "\(field) is \(value.kind), but must be an object")
      }
      throw .notJSON("it is \(value.kind)")
    }
    for member in object {
      names.append(member.name)
      if member.value != .null { members[member.name] = member.value }
    }
  }

  /// Takes a field as it is.
  package mutating func take(_ name: String) -> JSONValue? {
    names.removeAll { $0 == name }
    return members.removeValue(forKey: name)
  }

  /// Takes a string.
  package mutating func string(_ name: String) throws(ServiceFailure) -> String? {
    guard let value = take(name) else { return nil }
    return try Self.string(value, name)
  }

  /// Takes a string that must be there.
  package mutating func neededString(_ name: String) throws(ServiceFailure) -> String {
    guard let text = try string(name) else { throw .missing(name) }
    return text
  }

  /// Takes one of some words.
  package mutating func choice<Value: RawRepresentable<String>>(
    _ name: String, of values: [Value]
  ) throws(ServiceFailure) -> Value? {
    guard let text = try string(name) else { return nil }
    guard let value = values.first(where: { $0.rawValue == text }) else {
      throw .invalidValue(
        name,
        "\(name) is \"\(text.prefix(40))\", but must be "
          + values.map(\.rawValue).joined(separator: " or "))
    }
    return value
  }

  /// Takes a whole number of `range`.
  package mutating func integer(
    _ name: String, in range: ClosedRange<Int>
  ) throws(ServiceFailure) -> Int? {
    guard let value = take(name) else { return nil }
    guard let number = Self.integer(value), range.contains(number) else {
      let most = range.upperBound == Int.max ? " up" : " to \(range.upperBound)"
      let bounds = range == Int.min...Int.max ? "" : " from \(range.lowerBound)\(most)"
      throw .invalidValue(name, "\(name) is \(value.kind), but must be a whole number\(bounds)")
    }
    return number
  }

  /// Takes a number of `range`.
  package mutating func number(
    _ name: String, in range: ClosedRange<Double>
  ) throws(ServiceFailure) -> Double? {
    guard let value = take(name) else { return nil }
    guard let number = Self.number(value), range.contains(number) else {
      throw .invalidValue(
        name,
        "\(name) is \(value.kind), but must be a number from \(JSONValue.number(range.lowerBound).text) "
          + "to \(JSONValue.number(range.upperBound).text)")
    }
    return number
  }

  /// Takes true or false.
  package mutating func flag(_ name: String) throws(ServiceFailure) -> Bool? {
    guard let value = take(name) else { return nil }
    guard case .bool(let flag) = value else {
      throw .invalidValue(name, "\(name) is \(value.kind), but must be true or false")
    }
    return flag
  }

  /// Takes a list, with the field's name for each of its values.
  package mutating func list(
    _ name: String, atMost limit: Int
  ) throws(ServiceFailure) -> [(field: String, value: JSONValue)]? {
    guard let value = take(name) else { return nil }
    guard case .array(let values) = value else {
      throw .invalidValue(name, "\(name) is \(value.kind), but must be a list")
    }
    guard values.count <= limit else {
      throw .invalidValue(name, "\(name) has \(values.count) values, but at most \(limit) are read")
    }
    return values.enumerated().map { (field: "\(name)[\($0)]", value: $1) }
  }

  /// Passes over fields that change no answer.
  package mutating func ignore(_ names: [String]) {
    for name in names { _ = take(name) }
  }

  /// Refuses a field, where it is given and not one of the values `harmless`, for a reason.
  package mutating func refuse(
    _ name: String, unless harmless: [JSONValue] = [], _ reason: String
  ) throws(ServiceFailure) {
    guard let value = take(name), !harmless.contains(value) else { return }
    throw .unsupported(name, reason)
  }

  /// Refuses what was not taken.
  package func finish() throws(ServiceFailure) {
    if let name = names.first { throw .unknown(String(name.prefix(80))) }
  }
}

extension RequestFields {
  /// A string in a field.
  static func string(_ value: JSONValue, _ field: String) throws(ServiceFailure) -> String {
    guard case .string(let text) = value else {
      throw .invalidValue(field, "\(field) is \(value.kind), but must be a string")
    }
    return text
  }

  /// A whole number, which may be written with a fraction of 0.
  static func integer(_ value: JSONValue) -> Int? {
    switch value {
    case .int(let number): number
    case .number(let number): Int(exactly: number)
    default: nil
    }
  }

  /// A number.
  static func number(_ value: JSONValue) -> Double? {
    switch value {
    case .int(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }
}
