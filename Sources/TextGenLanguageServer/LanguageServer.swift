import Synchronization
package import TextGen
import TextGenGeneration
import TextGenJSON

/// Words for writers in any editor: the language server protocol (3.18), without its stream.
///
///     let server = LanguageServer(version: "1", model: { try TextModel() }, send: write)
///     while let body = read() { if let status = server.receive(body) { exit(status) } }
///
/// `initialize` is answered before the model is there; requests for words wait for it.
package final class LanguageServer: Sendable {
  enum Phase: Sendable {
    case new
    case running
    case shutDown
  }

  /// A request that is being answered.
  struct Running: Sendable {
    var document: String
    /// Why it ends where its task is cancelled.
    var reason = RemoteError.requestCancelled
    var task: Task<Void, Never>
  }

  /// A document that a client has open.
  struct Open: Sendable {
    var text: TextDocument
    var session: DocumentSession?
    var judgement: Judgement?
    /// The line that was changed last.
    var edited: Int?
  }

  struct State: Sendable {
    var phase = Phase.new
    /// The number of the client's process, where it was told.
    var client: Int32?
    var encoding = PositionEncoding.utf16
    var settings = LanguageSettings()
    var documents: [String: Open] = [:]
    var running: [JSONValue: Running] = [:]
    /// Lines that wait to be learned.
    var written: [String] = []
    /// Whether the memory can't be used.
    var lacksMemory = false
    /// Whether the model can't be used, and the client's user knows.
    var lacksModel = false
  }

  let version: String
  let model: Task<TextModel, any Error>
  /// The memory of the model's writer; nil for none.
  let memory: (@Sendable (TextModel) throws -> MemoryFile)?
  let learner = Mutex<LineLearner?>(nil)
  let state = Mutex(State())
  private let send: @Sendable ([UInt8]) -> Void

  /// A server with the model that `model` loads, which gives each message to `send`, framed; `send` is called
  /// from several threads. What is written goes into `memory`, where there is one.
  package init(
    version: String, model: @escaping @Sendable () throws -> TextModel,
    memory: (@Sendable (TextModel) throws -> MemoryFile)? = nil,
    send: @escaping @Sendable ([UInt8]) -> Void
  ) {
    self.version = version
    self.memory = memory
    self.send = send
    self.model = Task.detached { try model() }
  }

  /// Takes a message; returns the status with which the process ends, where it does.
  package func receive(_ found: MessageReader.Found) -> Int32? {
    guard case .body(let body) = found, let message = try? JSONReader.value(body) else {
      fail(.null, .parseError)
      return nil
    }
    guard case .string(let method)? = message["method"] else {
      if message["id"] == nil || message["result"] == nil && message["error"] == nil {
        fail(message["id"] ?? .null, .invalidRequest)
      }
      return nil
    }
    let parameters = message["params"] ?? .null
    if let id = message["id"] {
      request(method, id, parameters)
      return nil
    }
    if method == "exit" { return state.withLock { $0.phase } == .shutDown ? 0 : 1 }
    if state.withLock({ $0.phase }) == .running { notice(method, parameters) }
    return nil
  }

  /// Whether a client has said `initialize`.
  package var hasClient: Bool { state.withLock { $0.phase } != .new }

  /// The number of the client's process; nil where it has told none.
  package var client: Int32? { state.withLock { $0.client } }

  /// Waits until all requests so far are answered.
  package func finish() async {
    for running in state.withLock({ Array($0.running.values) }) { await running.task.value }
  }

  private func request(_ method: String, _ id: JSONValue, _ parameters: JSONValue) {
    switch (state.withLock { $0.phase }, method) {
    case (.new, "initialize"): answer(id, initialize(parameters))
    case (.new, _): fail(id, .notInitialized)
    case (.running, "shutdown"):
      state.withLock { $0.phase = .shutDown }
      answer(id, .null)
    case (.running, "textDocument/completion"): find(.list, id, parameters)
    case (.running, "textDocument/inlineCompletion"): find(.ghost, id, parameters)
    case (.running, "initialize"), (.shutDown, _): fail(id, .invalidRequest)
    case (.running, _): fail(id, .methodNotFound)
    }
  }
}

extension LanguageServer {
  func answer(_ id: JSONValue, _ result: JSONValue) {
    post(["jsonrpc": "2.0", "id": id, "result": result])
  }

  func fail(_ id: JSONValue, _ error: RemoteError) {
    post([
      "jsonrpc": "2.0", "id": id,
      "error": ["code": .int(error.rawValue), "message": .string(error.message)],
    ])
  }

  /// Warns the client's user.
  func warn(_ sentence: String) {
    post([
      "jsonrpc": "2.0", "method": "window/logMessage",
      "params": ["type": 2, "message": .string(sentence)],
    ])
  }

  /// Shows the client's user, once, why there are no words.
  func failModel(_ error: any Error) {
    let isKnown = state.withLock { state in
      defer { state.lacksModel = true }
      return state.lacksModel
    }
    guard !isKnown else { return }
    post([
      "jsonrpc": "2.0", "method": "window/showMessage",
      "params": ["type": 1, "message": .string("textgen: the model cannot be used: \(error)")],
    ])
  }

  private func post(_ message: JSONValue) { send(MessageReader.framed(message.bytes)) }
}
