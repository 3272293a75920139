import TextGenJSON

@testable import TextGenServing

/// Holds values against the schemas of the server's description: as much of JSON Schema as that uses.
struct SchemaCheck {
  let document: JSONValue

  /// What `value` has against `schema`, with the place of each fault; nothing where it fits.
  func faults(_ value: JSONValue, _ schema: JSONValue, at place: String = "$") -> [String] {
    if case .string(let name)? = schema["$ref"] { return faults(value, resolved(name), at: place) }
    if case .array(let choices)? = schema["anyOf"] {
      return choices.contains { faults(value, $0, at: place).isEmpty }
        ? [] : ["\(place): \(value.text.prefix(80)) fits nothing of \(schema.text.prefix(120))"]
    }
    var found: [String] = []
    if let constant = schema["const"], constant != value {
      found.append("\(place) is not \(constant)")
    }
    if case .array(let values)? = schema["enum"], !values.contains(value) {
      found.append("\(place) is \(value.text), none of \(schema["enum"]?.text ?? "")")
    }
    let types: [String] =
      switch schema["type"] {
      case .string(let name): [name]
      case .array(let names):
        names.compactMap { if case .string(let name) = $0 { name } else { nil } }
      default: []
      }
    if !types.isEmpty, !types.contains(where: { Self.isType(value, $0) }) {
      return ["\(place) is \(value.kind), no \(types)"]
    }
    if let number = RequestFields.number(value) {
      for (name, isWrong) in [("minimum", { $0 < $1 }), ("maximum", { $0 > $1 })]
        as [(String, (Double, Double) -> Bool)]
      {
        if let bound = schema[name].flatMap(RequestFields.number), isWrong(number, bound) {
          found.append("\(place) is \(number), beyond \(bound)")
        }
      }
    }
    if case .array(let values) = value, let items = schema["items"] {
      for (index, item) in values.enumerated() {
        found += faults(item, items, at: "\(place)[\(index)]")
      }
    }
    return found + (types.contains("object") ? memberFaults(value, schema, at: place) : [])
  }

  private func memberFaults(_ value: JSONValue, _ schema: JSONValue, at place: String) -> [String] {
    guard case .object(let members) = value else { return [] }
    var found: [String] = []
    if case .array(let names)? = schema["required"] {
      for case .string(let name) in names where value[name] == nil {
        found.append("\(place) has no \(name)")
      }
    }
    for member in members {
      let inner = "\(place).\(member.name)"
      if let known = schema["properties"]?[member.name] {
        found += faults(member.value, known, at: inner)
      } else if schema["additionalProperties"] == .bool(false) {
        found.append("\(inner) is not described")
      } else if let others = schema["additionalProperties"] {
        found += faults(member.value, others, at: inner)
      }
    }
    return found
  }

  /// What a reference such as `#/components/schemas/Error` leads to.
  func resolved(_ reference: String) -> JSONValue {
    reference.split(separator: "/").dropFirst().reduce(document) { value, name in
      value[String(name)] ?? .null
    }
  }

  private static func isType(_ value: JSONValue, _ type: String) -> Bool {
    switch (value, type) {
    case (.null, "null"), (.bool, "boolean"), (.int, "integer"), (.int, "number"),
      (.number, "number"), (.string, "string"), (.array, "array"), (.object, "object"):
      true
    default: false
    }
  }
}
