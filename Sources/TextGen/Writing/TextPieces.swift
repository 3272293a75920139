package import TextGenGeneration

/// A text while a model writes it: pieces of whole characters, as they come.
///
///     for await piece in try model.write(after: "Ó mar") { print(piece, terminator: "") }
///
/// Nothing is computed before a piece is asked for, or after the last one was taken. A task that is cancelled
/// gets no further piece.
public struct TextPieces: AsyncSequence, Sendable {
  public typealias Element = String

  private let stream: any AnyTextStream
  /// The seed that gives the same text again.
  public let seed: UInt64

  package init(_ stream: any AnyTextStream, seed: UInt64) {
    (self.stream, self.seed) = (stream, seed)
  }

  /// The text from its beginning; each iterator writes it anew, always the same.
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(stream: stream) }

  /// Writes the pieces of one text.
  public struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate var stream: any AnyTextStream

    /// The next piece; nil at the end, or where the task is cancelled.
    public mutating func next() async -> String? {
      while !Task.isCancelled, let chunk = stream.next() {
        // Lets other tasks of this thread go first.
        await Task.yield()
        if !chunk.text.isEmpty { return chunk.text }
      }
      return nil
    }
  }

  /// The whole text, written at once.
  public func written() -> WrittenText {
    var stream = stream
    while let chunk = stream.next() {
      if let result = chunk.result { return WrittenText(result, seed: seed) }
    }
    return WrittenText(GeneratedText(text: "", tokens: [], stopped: .end), seed: seed)
  }
}

/// Texts of a model of any kind while they are written.
package protocol AnyTextStream: Sendable {
  mutating func next() -> TextChunk?
}

extension TextStream: AnyTextStream {}
