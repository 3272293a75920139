package import TextGen
import TextGenAdaptation

/// What a writer has written in his documents, line by line, for a memory that stays.
///
/// A line is learned when he has gone on to another one. Those that were there before, and what was pasted after
/// the first line, are not what he writes now.
package struct LineLearner: Sendable {
  /// Characters of a line that are learned at most.
  private static let limit = 4000

  private let model: TextModel
  private var session: TypingSession
  private var keeper: MemoryKeeper

  /// A learner of what goes into the memory of `keeper`, with `model`; nil where that learns already.
  package init?(_ model: TextModel, _ keeper: MemoryKeeper) {
    guard let session = keeper.session(model) else { return nil }
    (self.model, self.keeper, self.session) = (model, keeper, session)
  }

  /// Learns lines, and keeps what was learned when it is much.
  ///
  /// - Throws: `MemoryError` where it can't be kept.
  mutating func learn(_ lines: [String]) throws(MemoryError) {
    for line in lines { session.append(line.prefix(Self.limit) + "\n") }
    if let memory = session.memory, keeper.isWorthKeeping(memory) { try keep() }
  }

  /// Writes what was learned.
  ///
  /// - Throws: `MemoryError` where it can't be.
  mutating func keep() throws(MemoryError) {
    if let memory = session.memory { try keeper.keep(memory) }
  }

  /// A session for a document whose text before the cursor was `text` when its writer came: it knows what was
  /// learned so far.
  func document(_ text: String) -> DocumentSession? {
    guard let memory = session.memory,
      let learning = model.adapting(by: .memory, remembering: memory)
    else { return nil }
    return DocumentSession(learning.makeTypingSession(), goingOnFrom: text)
  }
}
