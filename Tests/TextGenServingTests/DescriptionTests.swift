import Testing
import TextGenJSON

@testable import TextGenServing

struct DescriptionTests {
  private let description = ServiceDescription()

  private func members(_ value: JSONValue?) -> [JSONValue.Member] {
    if case .object(let members)? = value { members } else { [] }
  }

  @Test func `each route that is described exists, with its methods and body`() throws {
    let paths = members(description.document["paths"])
    #expect(paths.count > 20)
    for path in paths {
      for method in members(path.value).map(\.name) where method != "parameters" {
        let route = try Route(
          method: method.uppercased(), path: path.name.replacing("{id}", with: "x"))
        #expect(route.takesBody == (path.value[method]?["requestBody"] != nil), "\(path.name)")
        #expect(route.isFree == (path.value[method]?["security"] != nil), "\(path.name)")
      }
    }
  }

  @Test func `references lead somewhere`() {
    let check = SchemaCheck(document: description.document)
    func walk(_ value: JSONValue) {
      switch value {
      case .object(let members):
        if case .string(let name)? = value["$ref"] {
          #expect(check.resolved(name) != .null, "\(name)")
        }
        for member in members { walk(member.value) }
      case .array(let values): for value in values { walk(value) }
      default: break
      }
    }
    walk(description.document)
  }

  @Test func `the check finds what is wrong`() throws {
    let check = SchemaCheck(document: description.document)
    let schema: JSONValue = ["$ref": "#/components/schemas/Usage"]
    let right: JSONValue = ["prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3]
    #expect(check.faults(right, schema).isEmpty)
    for wrong: JSONValue in [
      ["prompt_tokens": 1], ["prompt_tokens": -1, "completion_tokens": 2, "total_tokens": 3],
      ["prompt_tokens": 1.5, "completion_tokens": 2, "total_tokens": 3],
      ["prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3, "x": 1], [], "a",
    ] { #expect(!check.faults(wrong, schema).isEmpty, "\(wrong.text)") }
  }
}
