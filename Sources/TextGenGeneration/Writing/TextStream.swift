package import TextGenLanguageModeling
package import TextGenTokenization

/// Texts that are written side by side, one token each at a time, as a sequence of chunks.
package struct TextStream<Model: AutoregressiveModel>: Sequence, IteratorProtocol, Sendable {
  private let model: Model
  private let tokenizer: any Tokenizer
  private let sampler: any TokenSampler
  private var writers: [TextWriter]
  private var states: [Model.State]
  private var chunks: [TextChunk] = []

  init(
    model: Model, tokenizer: any Tokenizer, sampler: any TokenSampler, writers: [TextWriter],
    state: Model.State
  ) {
    self.model = model
    self.tokenizer = tokenizer
    self.sampler = sampler
    let ended = writers.filter { $0.result != nil }
    self.writers = writers.filter { $0.result == nil }
    states = Array(repeating: state, count: self.writers.count)
    chunks = ended.reversed().map { TextChunk(index: $0.index, text: "", result: $0.result) }
  }

  /// The next chunk of any of the texts; nil when all have ended.
  package mutating func next() -> TextChunk? {
    while chunks.isEmpty, !writers.isEmpty { step() }
    return chunks.popLast()
  }

  /// Writes one token in each text.
  private mutating func step() {
    let rows = model.logProbabilities(after: states)
    var remaining: [TextWriter] = []
    var remainingStates: [Model.State] = []
    var tokens: [TokenID] = []
    for n in writers.indices {
      var writer = writers[n]
      let (token, text) = writer.write(rows[n], sampler: sampler, tokenizer: tokenizer)
      let result = writer.result
      if !text.isEmpty || result != nil {
        chunks.append(TextChunk(index: writer.index, text: text, result: result))
      }
      guard result == nil, let token else { continue }
      remaining.append(writer)
      remainingStates.append(states[n])
      tokens.append(token)
    }
    chunks.reverse()
    model.advance(&remainingStates, with: tokens)
    (writers, states) = (remaining, remainingStates)
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
  /// The text that follows the prompt, in whole grapheme clusters.
  package var text: String
  /// The tokens that were chosen; the last of them may reach beyond the end of `text`.
  package var tokens: [TokenID]
  /// Why the text ended.
  package var stopped: StopReason

  /// A text, its tokens and why it ended.
  package init(text: String, tokens: [TokenID], stopped: StopReason) {
    self.text = text
    self.tokens = tokens
    self.stopped = stopped
  }
}
