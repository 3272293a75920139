import TextGenLanguageModeling
import TextGenTokenization

/// A text in the making and, where it keeps a rule, the moments to which it can go back.
///
/// Where no token may follow, the text is at a dead end and goes back by one token, so that it tries one
/// way after the other; each 32nd time by 8, 16, 32, … tokens, as the cause may lie far back. What led to
/// nothing is refused at the moment that it goes back to: for good where it's the last token, else until no
/// other token is left. After `mostDeadEnds`, or at a moment before which there is none,
/// it fails.
struct TextDraft<Model: AutoregressiveModel, Constraint: TextConstraint>: Sendable {
  /// What becomes of a text with one token more.
  enum Step {
    /// The model reads the token next.
    case token(TokenID)
    /// The text is at an earlier moment, in the state that it had then.
    case back
    /// The text has ended.
    case end
  }

  /// A text before a token was chosen, and that token.
  private struct Moment: Sendable {
    var writer: TextWriter<Constraint>
    var state: Model.State
    var refused: Set<TokenID>
    var tried: Set<TokenID>
    var token: TokenID
  }

  /// The most dead ends of one text.
  static var mostDeadEnds: Int { 256 }
  /// The most tokens that a text can go back.
  static var mostMoments: Int { 512 }

  private var writer: TextWriter<Constraint>
  private var moments: [Moment] = []
  /// The tokens from here that are dead ends.
  private var refused: Set<TokenID> = []
  /// The tokens from here that have led to dead ends, but might lead elsewhere.
  private var tried: Set<TokenID> = []
  private var deadEnds = 0
  /// The tokens of the longest text that came to a dead end; the text, and what it wanted.
  private var furthest = -1
  private var failure = ConstraintFailure(beginning: "", wanted: [], deadEnds: 0)
  private var hasFailed = false

  init(_ writer: TextWriter<Constraint>) {
    self.writer = writer
    // It may have ended before its first token, by a limit of 0.
    hasFailed = writer.result != nil && writer.rule?.isComplete == false
  }

  /// The number of the text.
  var index: Int { writer.index }

  /// The text, once it has ended.
  var result: GeneratedText? {
    hasFailed
      ? GeneratedText(text: "", tokens: [], stopped: .failed, failure: failure) : writer.result
  }

  /// How far the text is.
  var progress: TextProgress { writer.progress }

  /// The notes of the tokens that were written since the last call.
  mutating func takeNotes() -> [WrittenToken] { writer.takeNotes() }

  /// Ends a text without a rule where it is, unless it has ended, and returns what can be shown.
  mutating func cut() -> String { writer.cut() }

  /// Writes a token chosen from `logits`, (V), that the model gives after `state`, and returns what can be
  /// shown: a text that may go back shows nothing before its end.
  mutating func write(
    _ logits: [Float], after state: inout Model.State, tokenizer: any Tokenizer
  ) -> (step: Step, text: String) {
    guard writer.rule != nil else {
      let (token, text) = writer.write(logits, tokenizer: tokenizer)
      return (writer.result == nil ? token.map(Step.token) ?? .end : .end, text)
    }
    let before = writer
    let (token, _) = writer.write(
      logits, refusing: refused.union(tried), tokenizer: tokenizer)
    guard let token else { return (goBack(to: &state, from: before, isStuck: true), "") }
    moments.append(
      Moment(writer: before, state: state, refused: refused, tried: tried, token: token))
    if moments.count > Self.mostMoments { moments.removeFirst() }
    (refused, tried) = ([], [])
    if writer.result == nil { return (.token(token), "") }
    if writer.rule?.isComplete == true { return (.end, writer.shown) }
    return (goBack(to: &state, from: before, isStuck: false), "")
  }

  /// Takes the text back from a dead end, which is where `last` can't go on: it is stuck without a token, or
  /// has come to a limit with the last one.
  private mutating func goBack(
    to state: inout Model.State, from last: TextWriter<Constraint>, isStuck: Bool
  ) -> Step {
    let generator = writer.generator
    deadEnds += 1
    failure.deadEnds = deadEnds
    if last.tokens.count > furthest {
      furthest = last.tokens.count
      failure.beginning = last.shown
      failure.wanted = last.rule?.wanted ?? []
    }
    guard deadEnds < Self.mostDeadEnds, !moments.isEmpty || !tried.isEmpty else {
      hasFailed = true
      return .end
    }
    if isStuck, !tried.isEmpty {
      (writer, tried) = (last, [])
    } else {
      let index = max(0, moments.count - Self.distance(ofDeadEnd: deadEnds))
      let moment = moments[index]
      let isNeighbour = index == moments.count - 1
      moments.removeLast(moments.count - index)
      (writer, state) = (moment.writer, moment.state)
      (refused, tried) = (moment.refused, moment.tried)
      if isNeighbour { refused.insert(moment.token) } else { tried.insert(moment.token) }
    }
    writer.generator = generator
    return .back
  }

  /// How many tokens the text goes back from its dead end number `n`, from 1.
  private static func distance(ofDeadEnd n: Int) -> Int { n % 32 == 0 ? 4 << (n / 32) : 1 }
}
