package import TextGenAdaptation
import TextGenLanguageModeling
import TextGenSafeTensors
package import TextGenTokenization

/// What models have learned of a writer, in a file of his own: counted sequences of tokens, and no other text.
package struct MemoryFile: Sendable, Hashable {
  /// The most sequences that are kept, of 12 bytes each; the oldest ones go first.
  package static let limit = 500_000
  private static let format = "1"

  package let path: String
  /// Whether nobody else's file has this name.
  private let isOurs: Bool

  /// The memory at `path`, where there may be none yet.
  package init(_ path: String) { (self.path, isOurs) = (path, false) }

  /// The memory in `folder` that was counted with the tokens of `tokenizer`.
  package init(_ folder: String, _ tokenizer: any Tokenizer) {
    path = "\(folder)/memory-\(Self.hash(of: tokenizer)).safetensors"
    isOurs = true
  }

  /// What is remembered, by a model with `tokenizer`; nothing where there is no file.
  ///
  /// - Throws: `MemoryError` where the file is none, or was counted with other tokens.
  package func read(_ tokenizer: any Tokenizer) throws(MemoryError) -> TextMemory {
    guard let memory = TextMemory(try counts(tokenizer)) else { throw damaged }
    return memory
  }

  /// What is counted in the file; nothing where there is none.
  ///
  /// - Throws: `MemoryError` as `read`.
  package func counts(_ tokenizer: any Tokenizer) throws(MemoryError) -> MemoryCounts {
    guard FileSystem.exists(path) else { return TextMemory().counts }
    let (metadata, counts): ([String: String], MemoryCounts)
    do throws(SafeTensorsError) {
      let file = try SafeTensorsFile(path: path)
      metadata = file.metadata
      try file.verifyChecksum()
      counts = MemoryCounts(
        parents: try file.values(named: "parents", as: Int32.self),
        tokens: try file.values(named: "tokens", as: Int32.self),
        counts: try file.values(named: "counts", as: Int32.self),
        gates: try file.values(named: "gates", as: Float.self))
    } catch {
      throw isOurs ? .lost(detail: error.description) : .unreadable(detail: error.description)
    }
    guard metadata["textgen.memory"] == Self.format, counts.isConsistent else { throw damaged }
    guard metadata["textgen.vocabulary"] == Self.hash(of: tokenizer),
      Int(counts.largestToken) < tokenizer.vocabulary.count
    else { throw .otherTokens(path: path) }
    return counts
  }

  /// Writes what is remembered in place of the file, the newest of it where it is too much.
  ///
  /// - Throws: `MemoryError` where the system refuses.
  package func write(_ counts: MemoryCounts, _ tokenizer: any Tokenizer) throws(MemoryError) {
    var counts = counts
    counts.keepNewest(Self.limit)
    var writer = SafeTensorsWriter(metadata: [
      "textgen.memory": Self.format, "textgen.vocabulary": Self.hash(of: tokenizer),
    ])
    writer.add("parents", shape: [counts.count], counts.parents)
    writer.add("tokens", shape: [counts.count], counts.tokens)
    writer.add("counts", shape: [counts.count], counts.counts)
    writer.add("gates", shape: [counts.gates.count], counts.gates)
    do {
      try FileSystem.createFolder(folder)
      try writer.write(to: path)
    } catch {
      throw .notWritten(detail: "\(error)")
    }
  }

  /// What `body`, which reads the file and writes it again, does while nobody else does so.
  ///
  /// Where the folder can't be locked, or somebody holds it for more than a second, it does so all the same.
  package func exclusively<Result>(
    _ body: () throws(MemoryError) -> Result
  ) throws(MemoryError) -> Result {
    try? FileSystem.createFolder(folder)
    let lock = try? FolderLock(folder.isEmpty ? "." : folder, tries: 200)
    defer { withExtendedLifetime(lock) {} }
    return try body()
  }

  /// Forgets a word; returns how many sequences went.
  ///
  /// - Throws: `MemoryError` as `read`, or where the system refuses to write.
  package func forget(_ word: String, _ tokenizer: any Tokenizer) throws(MemoryError) -> Int {
    guard FileSystem.exists(path) else { return 0 }
    return try exclusively { () throws(MemoryError) -> Int in
      let before = try counts(tokenizer)
      var left = before
      MemoryWords(tokenizer).forget(word, in: &left)
      if left.count < before.count { try write(left, tokenizer) }
      return before.count - left.count
    }
  }

  private var folder: String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "" }

  /// Removes the file: models are then as they were.
  ///
  /// - Throws: `MemoryError` where the file at a given path is no memory, or the system refuses.
  package func clear() throws(MemoryError) {
    guard FileSystem.exists(path) else { return }
    guard isOurs || (try? SafeTensorsFile(path: path))?.metadata["textgen.memory"] != nil else {
      throw .damaged(path: path)
    }
    do throws(CheckpointError) {
      try FileSystem.removeFile(path)
    } catch {
      throw .notWritten(detail: "\(error)")
    }
  }

  private var damaged: MemoryError {
    let error = MemoryError.damaged(path: path)
    return isOurs ? .lost(detail: error.description) : error
  }

  /// What tells the tokens of one model from another's.
  private static func hash(of tokenizer: any Tokenizer) -> String {
    var hash = XXH64()
    for id in 0..<tokenizer.vocabulary.count {
      let bytes = tokenizer.vocabulary.bytes(of: TokenID(id))
      hash.update(UInt64(bytes.count))
      hash.update(bytes)
    }
    return String(hash.digest, radix: 16)
  }
}

/// Why a memory can't be used.
package enum MemoryError: Error, Sendable, Hashable, CustomStringConvertible {
  /// It was counted with the tokens of another model.
  case otherTokens(path: String)
  /// The file is no memory, or its numbers contradict themselves.
  case damaged(path: String)
  /// The file can't be read; the detail names it.
  case unreadable(detail: String)
  /// The file that the program keeps by itself is damaged; the detail names it.
  case lost(detail: String)
  /// The system refuses to write it; the detail names it.
  case notWritten(detail: String)

  /// One sentence: what was found and what was expected.
  package var description: String {
    switch self {
    case .otherTokens(let path):
      "\(path) was learned with a model of other tokens; expected one learned with this model"
    case .damaged(let path): "\(path) is damaged, or no memory of a writer"
    case .unreadable(let detail), .lost(let detail), .notWritten(let detail): detail
    }
  }
}
