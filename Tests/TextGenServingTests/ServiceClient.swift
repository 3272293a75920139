import Testing
import TextGen
import TextGenJSON

@testable import TextGenServing

/// A client of a service without its sockets, which has a model of the box.
///
/// An answer that is not as the server describes it is a fault.
struct ServiceClient {
  struct Reply {
    var status: Int
    var text: String
    var headers: [String: String]

    /// The body as JSON.
    var json: JSONValue { (try? JSONReader.value(Array(text.utf8))) ?? .null }

    /// The events of a stream.
    var events: [String] {
      text.split(separator: "\n\n").map { String($0.dropFirst("data: ".count)) }
    }
  }

  /// The model that it has.
  let model: TextModel
  let service: TextService

  /// A client of a service of the given limits and memory.
  init(_ limits: ServiceLimits = ServiceLimits(), memory: MemoryFile? = nil) throws {
    model = try Self.loaded.get()
    service = TextService(version: "1", limits: limits)
    let model = model
    try service.open([model], memory: try memory.map { try WriterMemory($0, model) })
  }

  /// The client that tests share where they change nothing for each other.
  static let shared = Result { try ServiceClient() }

  private static let loaded = Result { try TextModel("portugues", options: .init(threads: 1)) }
  private static let description = ServiceDescription()

  /// What is answered.
  func call(
    _ method: String, _ path: String, _ body: String = "", headers: [(String, String)] = []
  ) async -> Reply {
    let head = RequestHead(
      method: method, target: path,
      headers: [("host", "localhost"), ("content-type", "application/json")] + headers)
    switch service.admit(head) {
    case .refused(let answer): return await reply(answer)
    case .admitted(let route):
      let reply = await reply(await service.answer(route, to: head, body: Array(body.utf8)))
      let faults = Self.description.faults(
        method, route.name, reply.status, reply.text, reply.headers["content-type"] ?? "")
      if reply.status != ServiceFailure.clientGone.status {
        #expect(faults.isEmpty, "\(method) \(path) \(body.prefix(200)): \(faults)")
      }
      return reply
    }
  }

  private func reply(_ answer: ServiceAnswer) async -> Reply {
    var bytes: [UInt8] = []
    switch answer.body {
    case .whole(let whole): bytes = whole
    case .stream(let write): await write { bytes += $0 }
    }
    return Reply(
      status: answer.status, text: String(decoding: bytes, as: UTF8.self),
      headers: Dictionary(answer.headers.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }))
  }
}

/// The text of a string.
func string(_ value: JSONValue?) -> String? {
  if case .string(let text) = value { text } else { nil }
}

/// The values of a list.
func list(_ value: JSONValue?) -> [JSONValue] {
  if case .array(let values) = value { values } else { [] }
}
