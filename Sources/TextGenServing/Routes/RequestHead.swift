/// A request without its body.
package struct RequestHead: Sendable, Hashable {
  package var method: String
  /// The path with its query, as it was sent.
  package var target: String
  /// The headers, their names in lower case.
  package var headers: [String: String]

  /// A request; of headers of one name the last one counts.
  package init(method: String, target: String, headers: [(name: String, value: String)] = []) {
    self.method = method
    self.target = target
    self.headers = Dictionary(
      headers.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { $1 })
  }

  /// The path, without the query.
  package var path: String { String(target.prefix { $0 != "?" && $0 != "#" }) }

  /// The value of `name` in the query, where it is there; `%` and two digits stand for a byte.
  func query(_ name: String) -> String? {
    let query = target.prefix { $0 != "#" }.drop { $0 != "?" }.dropFirst()
    let part = query.split(separator: "&").first { $0.hasPrefix(name + "=") }
    return part.flatMap { PercentEncoding.decoded($0.dropFirst(name.count + 1)) }
  }

  /// The value of a header.
  package subscript(name: String) -> String? { headers[name] }
}
