import Foundation
import Synchronization
import Testing
import TextGen
import TextGenJSON

@testable import TextGenLanguageServer

/// A server and a client that speaks to it.
struct LanguageServerTests {
  private static let model = Result { try TextModel("portugues", options: .init(threads: 1)) }

  /// What the server has sent.
  private final class Client: Sendable {
    let server: LanguageServer

    init(
      _ model: @escaping @Sendable () throws -> TextModel = {
        try LanguageServerTests.model.get()
      },
      memory: (@Sendable (TextModel) throws -> MemoryFile)? = nil
    ) {
      let sent = Sent()
      server = LanguageServer(
        version: "1", model: model, memory: memory, send: { sent.add($0) })
      self.sent = sent
    }

    private let sent: Sent

    /// Bytes that several threads add to.
    private final class Sent: Sendable {
      let bytes = Mutex<[UInt8]>([])

      func add(_ more: [UInt8]) { bytes.withLock { $0 += more } }
    }

    /// The messages so far.
    var messages: [JSONValue] {
      var reader = MessageReader()
      return reader.read(sent.bytes.withLock { $0 }).compactMap { found in
        if case .body(let body) = found { try? JSONReader.value(body) } else { nil }
      }
    }

    @discardableResult
    func send(_ text: String) -> Int32? { server.receive(.body(Array(text.utf8))) }

    func request(_ id: Int, _ method: String, _ parameters: String = "{}") {
      send(#"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)","params":\#(parameters)}"#)
    }

    func notify(_ method: String, _ parameters: String = "{}") {
      send(#"{"jsonrpc":"2.0","method":"\#(method)","params":\#(parameters)}"#)
    }

    func answer(_ id: Int) -> JSONValue? { messages.first { $0["id"] == .int(id) } }

    func begin(_ options: String = "{}", encodings: String = #"["utf-8"]"#) {
      request(
        0, "initialize",
        #"""
        {"capabilities":{"general":{"positionEncodings":\#(encodings)},
        "textDocument":{"inlineCompletion":{}}},"initializationOptions":\#(options)}
        """#)
      notify("initialized")
    }

    func open(_ text: String, _ language: String = "markdown") {
      let literal = JSONValue.string(text).text
      notify(
        "textDocument/didOpen",
        #"{"textDocument":{"uri":"file:///a","languageId":"\#(language)","version":1,"text":\#(literal)}}"#
      )
    }

    /// The answer to a request for words at a place.
    func words(
      _ id: Int, _ line: Int, _ column: Int, kind: String = "completion", trigger: Int = 1
    ) async -> JSONValue? {
      request(
        id, "textDocument/" + kind,
        #"{"textDocument":{"uri":"file:///a"},"position":{"line":\#(line),"character":\#(column)},"context":{"triggerKind":\#(trigger)}}"#
      )
      await server.finish()
      return answer(id)
    }
  }

  private func items(_ answer: JSONValue?) -> [JSONValue] {
    if case .array(let items)? = answer?["result"]?["items"] { items } else { [] }
  }

  private func strings(_ values: [JSONValue], _ name: String) -> [String] {
    values.compactMap { if case .string(let text)? = $0[name] { text } else { nil } }
  }

  @Test func `a client is told what there is, before the model is`() {
    let client = Client { throw ModelError.none(folders: []) }
    client.request(7, "textDocument/completion")
    #expect(client.answer(7)?["error"]?["code"] == .int(-32002))
    client.begin(#"{"count":3,"x":1,"ghostThreshold":2}"#, encodings: #"["utf-32","utf-16"]"#)
    let capabilities = client.answer(0)?["result"]?["capabilities"]
    #expect(capabilities?["positionEncoding"] == "utf-16")
    #expect(capabilities?["textDocumentSync"]?["change"] == 2)
    #expect(capabilities?["inlineCompletionProvider"] != nil)
    let warnings = client.messages.filter { $0["method"] == "window/logMessage" }
    #expect(warnings.count == 2)
    client.request(1, "initialize")
    #expect(client.answer(1)?["error"]?["code"] == .int(-32600))
    client.request(2, "textDocument/hover")
    #expect(client.answer(2)?["error"]?["code"] == .int(-32601))
    client.send("{")
    #expect(client.messages.last?["error"]?["code"] == .int(-32700))
    #expect(client.send(#"{"jsonrpc":"2.0","method":"exit"}"#) == 1)
    client.request(3, "shutdown")
    #expect(client.answer(3)?["result"] == .null)
    client.request(4, "textDocument/completion")
    #expect(client.answer(4)?["error"]?["code"] == .int(-32600))
    #expect(client.send(#"{"jsonrpc":"2.0","method":"exit"}"#) == 0)
  }

  @Test func `the editor's process is known by its number`() {
    for (text, number) in [("7", 7), ("null", nil), ("-1", nil), ("99999999999", nil)]
      as [(String, Int32?)]
    {
      let client = Client { throw ModelError.none(folders: []) }
      client.request(0, "initialize", #"{"processId":\#(text),"capabilities":{}}"#)
      #expect(client.server.client == number, "\(text)")
    }
  }

  @Test func `a model that cannot be used fails requests alone`() async {
    let client = Client { throw ModelError.none(folders: []) }
    client.begin()
    client.open("Os alunos tir")
    #expect(await client.words(1, 0, 13)?["error"]?["code"] == .int(-32803))
    #expect(await client.words(2, 0, 13)?["error"]?["code"] == .int(-32803))
    // Why is shown once.
    #expect(client.messages.count { $0["method"] == "window/showMessage" } == 1)
  }

  @Test func `a list is of words for the letters typed, in its order`() async throws {
    let model = try Self.model.get()
    let client = Client()
    client.begin(#"{"count":4}"#)
    client.open("Ontem os alunos tir\nOs alunos da arv")
    let answer = await client.words(1, 0, 19)
    let items = items(answer)
    let expected = model.nextWords(after: "Ontem os alunos ", typed: "tir", count: 4).words
    #expect(strings(items, "label") == expected.map(\.word))
    #expect(strings(items, "sortText") == ["0000", "0001", "0002", "0003"])
    #expect(answer?["result"]?["isIncomplete"] == true)
    let edit = items.first?["textEdit"]
    #expect(
      edit?["range"]?["start"]?["character"] == 16 && edit?["range"]?["end"]?["character"] == 19)
    // Letters without their accents stay in what clients filter by.
    let folded = self.items(await client.words(2, 1, 16))
    #expect(strings(folded, "label").contains { $0.hasPrefix("árv") })
    #expect(strings(folded, "filterText").allSatisfy { $0.hasPrefix("arv") })
    for item in items + folded {
      guard case .string(let text)? = item["textEdit"]?["newText"] else { continue }
      #expect(text.first?.isWhitespace == false && text.last?.isWhitespace == false)
    }
  }

  @Test func `columns are those of the client's encoding`() async {
    for (encoding, column) in [("utf-8", 10), ("utf-16", 8), ("utf-32", 7)] {
      let client = Client()
      client.begin(encodings: #"["\#(encoding)"]"#)
      client.open("😀 um al", "plaintext")
      let items = items(await client.words(1, 0, column))
      #expect(!items.isEmpty)
      #expect(items.first?["textEdit"]?["range"]?["start"]?["character"] == .int(column - 2))
    }
  }

  @Test func `after a space there is ghost text, and a list for those who ask`() async {
    let client = Client()
    client.begin(#"{"ghostThreshold":0}"#)
    client.open("Bom dia, tudo ", "plaintext")
    #expect(items(await client.words(1, 0, 14, trigger: 2)).isEmpty)
    #expect(!items(await client.words(2, 0, 14)).isEmpty)
    #expect(items(await client.words(3, 0, 14, kind: "inlineCompletion", trigger: 2)).count == 1)
    #expect(items(await client.words(4, 0, 14, kind: "inlineCompletion")).count == 3)
    #expect(items(await client.words(5, 0, 2, trigger: 2)).isEmpty)
  }

  @Test func `ghost text goes on as long as each word is likely`() async {
    let client = Client()
    client.begin()
    client.open("Do meu ponto \nDo meu ponto X\nOs alunos da ", "plaintext")
    func ghosts(_ id: Int, _ line: Int, _ column: Int) async -> [String] {
      strings(
        items(await client.words(id, line, column, kind: "inlineCompletion")), "insertText")
    }
    #expect(await ghosts(1, 0, 13).first?.hasPrefix("de vista") == true)
    // Not before other text, and not where several words are as likely.
    #expect(await ghosts(2, 1, 13).first == "de")
    for text in await ghosts(3, 2, 13) { #expect(!text.contains(" "), "\(text)") }
  }

  @Test func `code and other languages have no words`() async {
    let client = Client()
    client.begin()
    client.open("```\nfunc al\n```")
    #expect(items(await client.words(1, 1, 7)).isEmpty)
    client.open("Os al", "swift")
    #expect(items(await client.words(2, 0, 5)).isEmpty)
    client.open("The quick brown fox jumps over the lazy dog because nothing else was happening th")
    #expect(items(await client.words(3, 0, 81, trigger: 3)).isEmpty)
    client.open("O rapaz saltou por cima do muro porque não havia mais nada para fazer naquela tar")
    #expect(!items(await client.words(4, 0, 82, trigger: 3)).isEmpty)
  }

  @Test func `changes are followed, and requests that they overtake end`() async {
    let client = Client()
    client.begin()
    client.open("Os ")
    for id in 1...50 {
      client.request(
        id, "textDocument/completion",
        #"{"textDocument":{"uri":"file:///a"},"position":{"line":0,"character":3}}"#)
      if id.isMultiple(of: 2) {
        client.notify(
          "textDocument/didChange",
          #"{"textDocument":{"uri":"file:///a"},"contentChanges":[{"range":{"start":{"line":0,"character":3},"end":{"line":0,"character":3}},"text":"a"}]}"#
        )
      } else {
        client.notify("$/cancelRequest", #"{"id":\#(id)}"#)
      }
    }
    await client.server.finish()
    for id in 1...50 {
      let answer = client.answer(id)
      let code = answer?["error"]?["code"]
      let isWhole = answer?["result"] != nil
      #expect(isWhole || code == .int(id.isMultiple(of: 2) ? -32801 : -32800), "\(id)")
    }
    #expect(client.server.state.withLock { $0.documents["file:///a"]?.text.text }?.count == 28)
    client.notify("textDocument/didClose", #"{"textDocument":{"uri":"file:///a"}}"#)
    #expect(await client.words(99, 0, 0)?["error"]?["code"] == .int(-32602))
  }

  @Test func `lines that were written are remembered, those that were there are not`() async throws
  {
    let model = try Self.model.get()
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = MemoryFile(folder.path + "/memory.safetensors")
    let client = Client(memory: { _ in file })
    client.begin()
    client.open("O Bragadoce chegou.\n\n```\nlet a\n```\n")
    func type(_ line: Int, _ text: String) {
      client.notify(
        "textDocument/didChange",
        #"{"textDocument":{"uri":"file:///a"},"contentChanges":[{"range":{"start":{"line":\#(line),"character":0},"end":{"line":\#(line),"character":0}},"text":"\#(text)"}]}"#
      )
    }
    type(1, "O Zebedeu Quintanilha saiu. O Zebedeu Quintanilha comeu.")
    type(3, "Aristarco ")
    type(5, "O Quintanilha dorme.")
    await client.server.keep()
    let words = MemoryWords(model.tokenizer).list(try file.counts(model.tokenizer))
    let counts = Dictionary(uniqueKeysWithValues: words.map { ($0.word, $0.count) })
    #expect(counts["Quintanilha"] == 3)
    #expect(counts["Bragadoce"] == nil && counts["Aristarco"] == nil)
    client.notify("textDocument/didClose", #"{"textDocument":{"uri":"file:///a"}}"#)
    let next = Client(memory: { _ in file })
    next.begin()
    next.open("O Zebedeu ")
    #expect(strings(items(await next.words(1, 0, 10)), "label").contains("Quintanilha"))
  }
}
