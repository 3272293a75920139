import Synchronization
import TextGenJSON

extension LanguageServer {
  /// The answer to `initialize`.
  func initialize(_ parameters: JSONValue) -> JSONValue {
    let client = parameters["capabilities"]
    var names: [String] = []
    if case .array(let values)? = client?["general"]?["positionEncodings"] {
      names = values.compactMap { if case .string(let name) = $0 { name } else { nil } }
    }
    let encoding = PositionEncoding.chosen(of: names)
    let process: Int32? =
      if case .int(let number)? = parameters["processId"], number > 0 {
        Int32(exactly: number)
      } else { nil }
    let (settings, problems) = state.withLock { state in
      let problems = parameters["initializationOptions"].map { state.settings.take($0) } ?? []
      state.encoding = encoding
      state.client = process
      state.phase = .running
      return (state.settings, problems)
    }
    for problem in problems { warn(problem) }
    let letters = settings.triggersOnLetters ? Self.letters : []
    var capabilities: [JSONValue.Member] = [
      JSONValue.Member("positionEncoding", .string(encoding.rawValue)),
      JSONValue.Member("textDocumentSync", ["openClose": true, "change": 2]),
      JSONValue.Member(
        "completionProvider",
        [
          "triggerCharacters": .array(([" ", "-", "’"] + letters).map(JSONValue.string)),
          "resolveProvider": false, "completionItem": ["labelDetailsSupport": true],
        ]),
    ]
    if let inline = client?["textDocument"]?["inlineCompletion"], inline != .null {
      capabilities.append(JSONValue.Member("inlineCompletionProvider", .object([])))
    }
    return [
      "capabilities": .object(capabilities),
      "serverInfo": ["name": "textgen", "version": .string(version)],
    ]
  }

  /// The letters of Portuguese.
  private static let letters = "abcdefghijklmnopqrstuvwxyzáâãàçéêíóôõúü".flatMap { letter in
    [String(letter), letter.uppercased()]
  }

  /// Takes a message that has no answer.
  func notice(_ method: String, _ parameters: JSONValue) {
    switch method {
    case "textDocument/didOpen": open(parameters["textDocument"] ?? .null)
    case "textDocument/didChange": change(parameters)
    case "textDocument/didClose":
      guard let name = Self.document(of: parameters) else { return }
      overtake(name)
      let (closed, settings) = state.withLock { state in
        (state.documents.removeValue(forKey: name), state.settings)
      }
      if let closed, let line = closed.edited { didWrite(line, of: closed.text, settings) }
    case "workspace/didChangeConfiguration":
      for problem in state.withLock({ $0.settings.take(parameters["settings"] ?? .null) }) {
        warn(problem)
      }
    case "$/cancelRequest":
      guard let id = parameters["id"] else { return }
      state.withLock { $0.running[id] }?.task.cancel()
    default: break
    }
  }

  private func open(_ document: JSONValue) {
    guard case .string(let name)? = document["uri"], case .string(let text)? = document["text"]
    else {
      return
    }
    let language: String = if case .string(let id)? = document["languageId"] { id } else { "" }
    overtake(name)
    state.withLock { $0.documents[name] = Open(text: TextDocument(text, language: language)) }
  }

  private func change(_ parameters: JSONValue) {
    guard let name = Self.document(of: parameters),
      case .array(let changes)? = parameters["contentChanges"]
    else { return }
    overtake(name)
    var left: (line: Int, document: TextDocument)?
    let (isWhole, settings) = state.withLock { state -> (Bool, LanguageSettings) in
      guard var document = state.documents[name]?.text else { return (false, state.settings) }
      var (isWhole, edited) = (true, state.documents[name]?.edited)
      for change in changes {
        guard case .string(let text)? = change["text"] else {
          isWhole = false
          continue
        }
        if let range = change["range"], range != .null {
          guard let start = Self.position(range["start"]), let end = Self.position(range["end"])
          else {
            isWhole = false
            continue
          }
          if let line = edited, line != start.line { left = (line, document) }
          edited = start.line
          document.replace(from: start, to: end, with: text, state.encoding)
        } else {
          edited = nil
          document.replaceAll(with: text)
        }
      }
      state.documents[name]?.text = document
      state.documents[name]?.edited = edited
      return (isWhole, state.settings)
    }
    if let left { didWrite(left.line, of: left.document, settings) }
    if !isWhole {
      warn("a change of \(name) is not as the protocol has it; open the document again")
    }
  }

  /// Ends the requests for a document that is another one by now.
  private func overtake(_ name: String) {
    let tasks = state.withLock { state in
      let ids = state.running.filter { $0.value.document == name }.keys
      return ids.compactMap { id -> Task<Void, Never>? in
        guard let running = state.running[id], !running.task.isCancelled else { return nil }
        state.running[id]?.reason = .contentModified
        return running.task
      }
    }
    for task in tasks { task.cancel() }
  }

  static func document(of parameters: JSONValue) -> String? {
    if case .string(let name)? = parameters["textDocument"]?["uri"] { name } else { nil }
  }

  static func position(_ value: JSONValue?) -> TextDocument.Position? {
    guard case .int(let line)? = value?["line"], case .int(let column)? = value?["character"] else {
      return nil
    }
    return TextDocument.Position(line: line, column: column)
  }
}
