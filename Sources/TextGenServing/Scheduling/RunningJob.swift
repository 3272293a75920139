import TextGenGeneration

/// A job whose texts are in the batch.
struct RunningJob: Sendable {
  /// A text, and what of it waits to be delivered.
  private struct Pending: Sendable {
    var chunk: TextChunk
    var hasBegun = false
    var lastDelivery = Duration.zero
  }

  let job: WriterJob
  /// When it began.
  let start: Duration
  /// When the first piece of any text came; nil before.
  private var firstPiece: Duration?
  /// Since when its texts rest; nil where they don't.
  var restingSince: Duration?
  /// The texts that have not ended.
  private(set) var openCount: Int
  private var pending: [[Int: Pending]]

  init(_ job: WriterJob, start: Duration) {
    self.job = job
    self.start = start
    openCount = job.textCount
    pending = job.requests.map { _ in [:] }
  }

  /// Takes a piece, and delivers it with those before it when its time has come.
  mutating func take(_ chunk: TextChunk, ofPrompt prompt: Int, now: Duration) {
    let first = firstPiece ?? now
    firstPiece = first
    var text =
      pending[prompt][chunk.index] ?? Pending(chunk: TextChunk(index: chunk.index, text: ""))
    text.chunk.text += chunk.text
    text.chunk.tokens += chunk.tokens
    text.chunk.result = chunk.result
    let isDue =
      job.pace.interval.map { interval in
        !text.hasBegun || now - text.lastDelivery >= interval
          || text.chunk.text.utf8.count >= job.pace.bytes
      } ?? false
    guard isDue || chunk.result != nil else {
      pending[prompt][chunk.index] = text
      return
    }
    job.delivery.send(
      WrittenPiece(
        prompt: prompt, chunk: text.chunk, reading: first - start, writing: now - first))
    if chunk.result != nil {
      openCount -= 1
      pending[prompt][chunk.index] = nil
    } else {
      pending[prompt][chunk.index] = Pending(
        chunk: TextChunk(index: chunk.index, text: ""), hasBegun: true, lastDelivery: now)
    }
  }
}
