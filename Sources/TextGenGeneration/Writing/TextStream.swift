package import TextGenLanguageModeling
package import TextGenTokenization

/// Texts that are written side by side, one token each at a time, as a sequence of chunks.
///
/// A text that keeps a rule comes in one chunk, when it is done: until then it may go back.
package struct TextStream<Model: AutoregressiveModel, Constraint: TextConstraint>: Sequence,
  IteratorProtocol, Sendable
{
  private let model: Model
  private let tokenizer: any Tokenizer
  private let sampler: any TokenSampler
  private var drafts: [TextDraft<Model, Constraint>]
  private var states: [Model.State]
  private var chunks: [TextChunk] = []

  init(
    model: Model, tokenizer: any Tokenizer, sampler: any TokenSampler,
    writers: [TextWriter<Constraint>], state: Model.State
  ) {
    self.model = model
    self.tokenizer = tokenizer
    self.sampler = sampler
    let all = writers.map { TextDraft<Model, Constraint>($0) }
    let ended = all.filter { $0.result != nil }
    drafts = all.filter { $0.result == nil }
    states = Array(repeating: state, count: drafts.count)
    chunks = ended.reversed().map { TextChunk(index: $0.index, text: "", result: $0.result) }
  }

  /// The next chunk of any of the texts; nil when all have ended.
  package mutating func next() -> TextChunk? {
    while chunks.isEmpty, !drafts.isEmpty { step() }
    return chunks.popLast()
  }

  /// Writes one token in each text.
  private mutating func step() {
    let rows = model.logProbabilities(after: states)
    var remaining: [TextDraft<Model, Constraint>] = []
    var remainingStates: [Model.State] = []
    var tokens: [TokenID] = []
    // Those that have gone back, which the model has nothing new to read for.
    var returned: [TextDraft<Model, Constraint>] = []
    var returnedStates: [Model.State] = []
    for n in drafts.indices {
      var (draft, state) = (drafts[n], states[n])
      let (step, text) = draft.write(
        rows[n], after: &state, sampler: sampler, tokenizer: tokenizer)
      let result = draft.result
      if !text.isEmpty || result != nil {
        chunks.append(TextChunk(index: draft.index, text: text, result: result))
      }
      switch step {
      case .token(let token):
        remaining.append(draft)
        remainingStates.append(state)
        tokens.append(token)
      case .back:
        returned.append(draft)
        returnedStates.append(state)
      case .end: break
      }
    }
    chunks.reverse()
    model.advance(&remainingStates, with: tokens)
    (drafts, states) = (remaining + returned, remainingStates + returnedStates)
  }
}

/// A piece of one of several texts that are written side by side.
package struct TextChunk: Sendable, Hashable {
  /// The number of the text, from 0.
  package var index: Int
  /// Whole grapheme clusters that follow the text's earlier chunks; empty only in a last chunk.
  package var text: String
  /// The whole text, in its last chunk.
  package var result: GeneratedText?

  /// A chunk of text number `index`.
  package init(index: Int, text: String, result: GeneratedText? = nil) {
    self.index = index
    self.text = text
    self.result = result
  }
}

/// A text that has ended.
package struct GeneratedText: Sendable, Hashable {
  /// The text that follows the prompt, in whole grapheme clusters; empty where it failed.
  package var text: String
  /// The tokens that were chosen; the last of them may reach beyond the end of `text`.
  package var tokens: [TokenID]
  /// Why the text ended.
  package var stopped: StopReason
  /// Why there is no text; nil where there is one.
  package var failure: ConstraintFailure?

  /// A text, its tokens and why it ended.
  package init(
    text: String, tokens: [TokenID], stopped: StopReason, failure: ConstraintFailure? = nil
  ) {
    self.text = text
    self.tokens = tokens
    self.stopped = stopped
    self.failure = failure
  }
}
