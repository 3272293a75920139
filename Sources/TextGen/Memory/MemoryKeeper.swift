package import TextGenAdaptation
package import TextGenTokenization

/// A memory that stays while one writer's session learns: read when it begins, and brought up to date from time
/// to time with what the session has counted since, beside what others have written meanwhile.
package struct MemoryKeeper: Sendable {
  /// Where it stays.
  package let file: MemoryFile
  /// What the session begins with.
  package let memory: TextMemory
  private let tokenizer: any Tokenizer
  /// The counts that the session began with, and those that were written last.
  private var start: MemoryCounts
  private var last: MemoryCounts
  /// How many sequences there were when they were last to be written, whatever came of it.
  private var tried: Int

  /// Reads `file`, whose tokens are those of `tokenizer`.
  ///
  /// - Throws: `MemoryError` where the file is none, or was counted with other tokens.
  package init(_ file: MemoryFile, _ tokenizer: any Tokenizer) throws(MemoryError) {
    (self.file, self.tokenizer) = (file, tokenizer)
    memory = try file.read(tokenizer)
    start = memory.counts
    last = start
    tried = start.count
  }

  /// A session of `model`, which has these tokens, that begins with the memory and keeps what it learns when its
  /// text is reset; nil where the model learns already.
  package func session(_ model: TextModel) -> TypingSession? {
    guard let learning = model.adapting(by: .memory, remembering: memory) else { return nil }
    var session = learning.makeTypingSession()
    session.keepsLearned = true
    return session
  }

  /// Adds what the session has learned, `learned` being its memory, to what the file has.
  ///
  /// - Throws: `MemoryError` where the file is none, or can't be written.
  package mutating func keep(_ learned: TextMemory) throws(MemoryError) {
    let counts = learned.counts
    tried = counts.count
    let since = counts.goesOn(from: last) ? last : start
    if counts != since {
      let (file, tokenizer) = (file, tokenizer)
      try file.exclusively { () throws(MemoryError) -> Void in
        var whole = try file.counts(tokenizer)
        whole.add(counts, since: since)
        try file.write(whole, tokenizer)
      }
    }
    last = counts
  }

  /// Forgets a word in the file; `counts` is what the session remembers without it.
  ///
  /// - Throws: `MemoryError` where the file is none, or can't be written.
  package mutating func forget(_ word: String, leaving counts: MemoryCounts) throws(MemoryError) {
    (start, last, tried) = (counts, counts, counts.count)
    _ = try file.forget(word, tokenizer)
  }

  /// Whether `learned`, the session's memory, has much that is not written yet.
  package func isWorthKeeping(_ learned: TextMemory) -> Bool {
    abs(learned.count - tried) >= 1000
  }
}
