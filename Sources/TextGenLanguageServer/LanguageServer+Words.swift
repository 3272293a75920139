import Synchronization
import TextGen
import TextGenAdaptation
import TextGenGeneration
import TextGenJSON

extension LanguageServer {
  /// What a client asks for.
  enum Kind: Sendable {
    case list
    case ghost
  }

  /// A request for words at a place.
  struct Wish: Sendable {
    var kind: Kind
    var document: String
    var text: TextDocument
    var place: TextDocument.Place
    /// The column of the place, as the client counts.
    var column: Int
    var isInvoked: Bool
    /// What is selected in the client's list, which ghost text goes on with.
    var selected: String?
    var settings: LanguageSettings
    var encoding: PositionEncoding
  }

  /// Begins to answer a request for words.
  func find(_ kind: Kind, _ id: JSONValue, _ parameters: JSONValue) {
    guard let name = Self.document(of: parameters),
      let position = Self.position(parameters["position"])
    else { return fail(id, .invalidParams) }
    let context = parameters["context"]
    let selected: String? =
      if case .string(let text)? = context?["selectedCompletionInfo"]?["text"] { text } else { nil }
    let isKnown = state.withLock { state -> Bool in
      guard let text = state.documents[name]?.text else { return false }
      let place = text.clamped(position, state.encoding)
      let column = state.encoding.columns(of: text.content(of: place.line).prefix(place.byte))
      let wish = Wish(
        kind: kind, document: name, text: text, place: place, column: column,
        isInvoked: (context?["triggerKind"] ?? .int(1)) == .int(1), selected: selected,
        settings: state.settings, encoding: state.encoding)
      state.running[id] = Running(
        document: name, task: Task.detached { [self] in await respond(to: wish, id) })
      return true
    }
    if !isKnown { fail(id, .invalidParams) }
  }

  private func respond(to wish: Wish, _ id: JSONValue) async {
    let found: Result<JSONValue, RemoteError>
    do {
      found = .success(words(for: wish, try await model.value))
    } catch {
      failModel(error)
      found = .failure(.requestFailed)
    }
    let reason = state.withLock { $0.running.removeValue(forKey: id)?.reason }
    if Task.isCancelled { return fail(id, reason ?? .requestCancelled) }
    switch found {
    case .success(let value): answer(id, value)
    case .failure(let error): fail(id, error)
    }
  }

  private func words(for wish: Wish, _ model: TextModel) -> JSONValue {
    let nothing: JSONValue =
      wish.kind == .list ? ["isIncomplete": true, "items": []] : ["items": []]
    let settings = wish.settings
    guard settings.languages.contains(wish.text.language),
      let context = ProseContext(wish.text, at: wish.place),
      wants(wish, context)
    else { return nothing }
    let known = state.withLock { $0.documents[wish.document] }
    if !wish.isInvoked {
      let judgement = Judgement(context.text, after: known?.judgement, model)
      state.withLock { $0.documents[wish.document]?.judgement = judgement }
      guard judgement.isPortuguese, !Task.isCancelled else { return nothing }
    }
    var session =
      known?.session ?? makeSession(model, settings, for: context.text)
    session.follow(context.text)
    guard !Task.isCancelled else { return nothing }
    let found = session.suggestions(typed: context.typed, count: settings.count)
    state.withLock { $0.documents[wish.document]?.session = session }
    let items = WordItems(
      context: context, settings: settings, encoding: wish.encoding, line: wish.place.line,
      column: wish.column)
    return wish.kind == .list
      ? items.list(found)
      : items.ghosts(found, isInvoked: wish.isInvoked, selected: wish.selected, in: session)
  }

  /// A session for a document, whose text before the cursor is `text`.
  private func makeSession(
    _ model: TextModel, _ settings: LanguageSettings, for text: String
  ) -> DocumentSession {
    if let session = withLearner(model, { $0.document(text) }) ?? nil { return session }
    let learning = settings.learnsFromDocument ? model.adapting(by: .memory) : nil
    return DocumentSession((learning ?? model).makeTypingSession())
  }

  /// Whether words are wanted at a place, asked for or not.
  private func wants(_ wish: Wish, _ context: ProseContext) -> Bool {
    if wish.isInvoked { return true }
    if context.typed.isEmpty {
      return wish.settings.afterSpace == (wish.kind == .list ? .list : .ghost)
    }
    // Within a word that goes on after the cursor nothing is to be put in.
    if context.after.first.map({ $0.isLetter || $0.isNumber }) ?? false { return false }
    return context.typed.count >= wish.settings.minimumPrefix
  }
}

/// Whether what a writer writes is Portuguese: by what its last characters cost.
struct Judgement: Sendable, Hashable {
  /// The characters that are looked at, and how many are needed for a judgement.
  private static let (window, least) = (200, 60)
  /// Bits per character beyond which a text is none.
  private static let limit = 3.5

  private let text: String
  let isPortuguese: Bool

  /// The judgement on `text`; that of some letters before is good enough.
  init(_ text: String, after earlier: Judgement?, _ model: TextModel) {
    if let earlier, text.utf8.count - earlier.text.utf8.count < 40, text.hasPrefix(earlier.text) {
      self = earlier
      return
    }
    self.text = text
    let end = String(text.suffix(Self.window))
    isPortuguese =
      end.count < Self.least || (model.score(end).bitsPerCharacter ?? 0) <= Self.limit
  }
}
