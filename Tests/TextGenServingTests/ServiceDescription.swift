import TextGenJSON

@testable import TextGenServing

/// The server's description of itself, and whether an answer is as it says.
struct ServiceDescription {
  let document = (try? JSONReader.value(PageFile.description.bytes)) ?? .null

  private var check: SchemaCheck { SchemaCheck(document: document) }

  /// The description of a route and method.
  func operation(_ method: String, _ path: String) -> JSONValue? {
    document["paths"]?[path]?[method.lowercased()]
  }

  /// What an answer has against the description.
  func faults(
    _ method: String, _ path: String, _ status: Int, _ text: String, _ type: String
  ) -> [String] {
    // The page's own files are no part of the interface.
    if let file = PageFile(path: path), file != .description || status == 304 { return [] }
    guard let operation = operation(method, path) else { return ["the route is not described"] }
    guard var answer = operation["responses"]?["\(status)"] else {
      return ["the status \(status) is not described"]
    }
    if case .string(let name)? = answer["$ref"] { answer = check.resolved(name) }
    let name = String(type.prefix { $0 != ";" })
    guard let content = answer["content"] else {
      return text.isEmpty ? [] : ["a body is not described"]
    }
    guard let media = content[name] else { return ["the type \(name) is not described"] }
    if name == "text/event-stream" {
      let schema = media["x-event"] ?? .null
      return text.split(separator: "\n\n").flatMap { event -> [String] in
        let line = event.dropFirst("data: ".count)
        guard line != "[DONE]" else { return [] }
        guard let value = try? JSONReader.value(Array(line.utf8)) else {
          return ["an event is not JSON"]
        }
        return check.faults(value, schema)
      }
    }
    if name == "application/x-ndjson" {
      return text.split(separator: "\n").flatMap { line -> [String] in
        guard let value = try? JSONReader.value(Array(line.utf8)) else {
          return ["a line is not JSON"]
        }
        return check.faults(value, media["x-line"] ?? .null)
      }
    }
    guard name == "application/json" else { return [] }
    guard let value = try? JSONReader.value(Array(text.utf8)) else {
      return ["the body is not JSON"]
    }
    return check.faults(value, media["schema"] ?? .null)
  }
}
