package import TextGenLanguageModeling
import TextGenTokenization

/// Texts that are written side by side, one token each at a time, as a sequence of chunks.
///
/// A text that keeps a rule comes in one chunk, when it is done: until then it may go back.
package struct TextStream<Model: AutoregressiveModel, Constraint: TextConstraint>: Sequence,
  IteratorProtocol, Sendable
{
  private var batch: TextBatch<Model, Constraint>
  private var chunks: [TextChunk] = []

  init(
    model: Model, tokenizer: any Tokenizer, writers: [TextWriter<Constraint>], state: Model.State
  ) {
    batch = TextBatch(model: model, tokenizer: tokenizer)
    batch.join(0, writers, state: state, unread: [])
  }

  /// The next chunk of any of the texts; nil when all have ended.
  package mutating func next() -> TextChunk? {
    while chunks.isEmpty, !batch.isEmpty { chunks = batch.step().reversed().map(\.chunk) }
    return chunks.popLast()
  }
}
