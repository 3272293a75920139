import Synchronization
import TextGen
import TextGenJSON

/// One writer's session: a keyboard that learns from what he writes.
package final class WriterSession: Sendable {
  /// What the model is called.
  let modelName: String
  /// What it learns with.
  package let method: SessionRequest.Method
  private let lifetime: Int
  private let characterLimit: Int
  private let document: Mutex<DocumentSession>
  private let use: Mutex<Use>

  private struct Use {
    var last: Duration
    var characters = 0
  }

  init(
    _ model: TextModel, called modelName: String, _ request: SessionRequest, characterLimit: Int,
    now: Duration
  ) {
    self.modelName = modelName
    method = request.method
    lifetime = request.lifetime
    self.characterLimit = characterLimit
    document = Mutex(DocumentSession(model.makeTypingSession()))
    use = Mutex(Use(last: now))
  }

  /// Takes notice of a use.
  func touch(_ now: Duration) { use.withLock { $0.last = now } }

  /// Whole seconds until the session is forgotten, 0 where its time is over.
  package func secondsLeft(_ now: Duration) -> Int {
    let left = use.withLock { $0.last } + .seconds(lifetime) - now
    return max(0, Int(left.seconds.rounded(.up)))
  }

  /// The characters that it has read.
  package var characters: Int { use.withLock { $0.characters } }

  /// The answer to `line`, a line of `complete --keyboard`.
  ///
  /// - Throws: `ServiceFailure` where the session has read all that it may.
  package func answer(_ line: [UInt8]) throws(ServiceFailure) -> String {
    try count(Self.addedCharacters(line), field: "add")
    return document.withLock { document in
      document.withTyping { KeyboardSession.answer(line, in: &$0) }
    }
  }

  /// The words that may come after `text`, of which what is new is learned.
  ///
  /// - Throws: `ServiceFailure` where the session has read all that it may.
  func suggestions(
    after text: String, typed: String, count number: Int
  ) throws(ServiceFailure) -> Suggestions {
    try count(document.withLock { $0.newCharacters(in: text) }, field: "text")
    return document.withLock { document in
      document.follow(text)
      return document.suggestions(typed: typed, count: number)
    }
  }

  /// Counts characters that are to be read.
  private func count(_ added: Int, field: String) throws(ServiceFailure) {
    let fits = use.withLock { use in
      guard use.characters + added <= characterLimit else { return false }
      use.characters += added
      return true
    }
    guard fits else {
      throw .tooLarge(
        "the session has read \(characters) of \(characterLimit) characters; begin another one",
        field: field)
    }
  }

  /// The characters that a line adds; 0 where it is none.
  private static func addedCharacters(_ line: [UInt8]) -> Int {
    guard let request = try? JSONReader.value(line), case .string(let text) = request["add"] else {
      return 0
    }
    return text.count
  }
}
