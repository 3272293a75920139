package import TextGenLanguageModeling
package import TextGenTokenization

/// Texts of many requests in the making, side by side in one model.
///
///     var batch = TextBatch<Model, FreeText>(model: model, tokenizer: tokenizer)
///     batch.join(1, request)
///     while !batch.isEmpty {
///       for piece in batch.step() { show(piece.chunk, ofRequest: piece.request) }
///     }
///
/// Requests join and leave between two steps. A text depends on its request alone, to the bit, and not on
/// those beside it.
package struct TextBatch<Model: AutoregressiveModel, Constraint: TextConstraint>: Sendable {
  /// A piece of a text of one of the requests.
  package struct Piece: Sendable, Hashable {
    /// The number of the request.
    package var request: Int
    /// The piece.
    package var chunk: TextChunk
  }

  /// The most tokens of a prompt that are read in one step.
  package static var promptBlock: Int { 128 }

  private let model: Model
  private let tokenizer: any Tokenizer
  /// The texts that are being written, and the states before their next tokens.
  private var rows: [Row] = []
  private var states: [Model.State] = []
  /// Requests whose prompts are being read, the one that came first first.
  private var newcomers: [Newcomer] = []
  /// Pieces of texts that have ended without a token.
  private var endings: [Piece] = []

  private struct Row: Sendable {
    let request: Int
    var draft: TextDraft<Model, Constraint>
  }

  private struct Newcomer: Sendable {
    let request: Int
    var writers: [TextWriter<Constraint>]
    var state: Model.State
    var unread: ArraySlice<TokenID>
  }

  /// A batch of no texts.
  package init(model: Model, tokenizer: any Tokenizer) {
    (self.model, self.tokenizer) = (model, tokenizer)
  }

  /// Whether all texts have ended, and their ends were given out.
  package var isEmpty: Bool { rows.isEmpty && newcomers.isEmpty && endings.isEmpty }

  /// The number of texts that have not ended.
  package var textCount: Int { rows.count + newcomers.reduce(0) { $0 + $1.writers.count } }

  /// The number of texts that the last step wrote a token of, or the next one will.
  package var rowCount: Int { rows.count }

  /// How far each text is that has not ended.
  package var progress: [TextProgress] {
    rows.map(\.draft.progress) + newcomers.flatMap { $0.writers.map(\.progress) }
  }

  /// Adds texts after `state`, once it has read `unread`.
  mutating func join(
    _ request: Int, _ writers: [TextWriter<Constraint>], state: Model.State, unread: [TokenID]
  ) {
    let newcomer = Newcomer(
      request: request, writers: writers, state: state, unread: unread[...])
    if unread.isEmpty { begin(newcomer) } else { newcomers.append(newcomer) }
  }

  /// Takes the texts of a request out; nothing more comes of them.
  package mutating func leave(_ request: Int) {
    newcomers.removeAll { $0.request == request }
    endings.removeAll { $0.request == request }
    let kept = rows.indices.filter { rows[$0].request != request }
    guard kept.count < rows.count else { return }
    (rows, states) = (kept.map { rows[$0] }, kept.map { states[$0] })
  }

  /// Reads on in the prompt of the first newcomer, and writes one token in each text but those of the
  /// requests that are `resting`.
  package mutating func step(resting: Set<Int> = []) -> [Piece] {
    readPrompt(resting: resting)
    var pieces = endings
    endings = []
    let (asleep, asleepStates) = takeRows(of: resting)
    if !rows.isEmpty { write(into: &pieces) }
    rows += asleep
    states += asleepStates
    return pieces
  }
}

extension TextBatch where Constraint == FreeText {
  /// Ends the texts of a request where they are, for their length, and takes them out.
  package mutating func cut(_ request: Int) -> [Piece] {
    var pieces = endings.filter { $0.request == request }
    for newcomer in newcomers where newcomer.request == request {
      for writer in newcomer.writers { pieces.append(cut(TextDraft(writer), of: request)) }
    }
    for row in rows where row.request == request { pieces.append(cut(row.draft, of: request)) }
    leave(request)
    return pieces
  }

  private func cut(_ draft: TextDraft<Model, Constraint>, of request: Int) -> Piece {
    var draft = draft
    let text = draft.cut()
    return Piece(
      request: request,
      chunk: TextChunk(
        index: draft.index, text: text, tokens: draft.takeNotes(), result: draft.result))
  }

  /// Adds the texts of `request`, which must be valid, under a number that no request in the batch has; the
  /// model begins with `state`, where there is one, and what it has learned in it.
  package mutating func join(
    _ number: Int, _ request: WritingRequest, knowing state: Model.State? = nil
  ) {
    var state = state ?? model.makeState()
    model.feed(Array(request.prompt.tokens.prefix(1)), to: &state)
    join(
      number, request.writers(tokenizer), state: state, unread: Array(request.prompt.ownTokens))
  }
}

extension TextBatch {
  private mutating func readPrompt(resting: Set<Int>) {
    guard let place = newcomers.firstIndex(where: { !resting.contains($0.request) }) else { return }
    var newcomer = newcomers.remove(at: place)
    model.learn(Array(newcomer.unread.prefix(Self.promptBlock)), state: &newcomer.state)
    newcomer.unread = newcomer.unread.dropFirst(Self.promptBlock)
    if newcomer.unread.isEmpty { begin(newcomer) } else { newcomers.insert(newcomer, at: place) }
  }

  /// Puts the texts of a request, whose prompt is read, into rows; those that have ended end.
  private mutating func begin(_ newcomer: Newcomer) {
    for writer in newcomer.writers {
      let draft = TextDraft<Model, Constraint>(writer)
      if let result = draft.result {
        endings.append(
          Piece(
            request: newcomer.request,
            chunk: TextChunk(index: draft.index, text: "", result: result)))
      } else {
        rows.append(Row(request: newcomer.request, draft: draft))
        states.append(newcomer.state)
      }
    }
  }

  private mutating func takeRows(of resting: Set<Int>) -> ([Row], [Model.State]) {
    if resting.isEmpty { return ([], []) }
    let places = rows.indices.filter { resting.contains(rows[$0].request) }
    guard !places.isEmpty else { return ([], []) }
    let taken = (places.map { rows[$0] }, places.map { states[$0] })
    let left = rows.indices.filter { !resting.contains(rows[$0].request) }
    (rows, states) = (left.map { rows[$0] }, left.map { states[$0] })
    return taken
  }

  /// Writes one token in each text.
  private mutating func write(into pieces: inout [Piece]) {
    let logits = model.logProbabilities(after: states)
    var remaining: [Row] = []
    var remainingStates: [Model.State] = []
    var tokens: [TokenID] = []
    // Those that have gone back, which the model has nothing new to read for.
    var returned: [Row] = []
    var returnedStates: [Model.State] = []
    for n in rows.indices {
      var (row, state) = (rows[n], states[n])
      let (step, text) = row.draft.write(logits[n], after: &state, tokenizer: tokenizer)
      let result = row.draft.result
      if !text.isEmpty || result != nil {
        pieces.append(
          Piece(
            request: row.request,
            chunk: TextChunk(
              index: row.draft.index, text: text, tokens: row.draft.takeNotes(), result: result)))
      }
      switch step {
      case .token(let token):
        remaining.append(row)
        remainingStates.append(state)
        tokens.append(token)
      case .back:
        returned.append(row)
        returnedStates.append(state)
      case .end: break
      }
    }
    model.advance(&remainingStates, with: tokens)
    (rows, states) = (remaining + returned, remainingStates + returnedStates)
  }
}
