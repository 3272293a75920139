package import TextGen
import TextGenAdaptation
import TextGenJSON
import TextGenTokenization

/// The memory that stays of the one writer whose server this is.
package struct WriterMemory: Sendable {
  /// The model whose tokens it counts.
  let modelName: String
  private let file: MemoryFile
  private let tokenizer: any Tokenizer

  /// The memory in `file` of a model's writer.
  ///
  /// - Throws: `MemoryError` where the file is none.
  package init(_ file: MemoryFile, _ model: TextModel) throws(MemoryError) {
    (self.file, tokenizer) = (file, model.tokenizer)
    modelName = ServedModel.name(of: model)
    _ = try file.read(model.tokenizer)
  }

  /// What brings one session's learning into it.
  func keeper() throws(ServiceFailure) -> MemoryKeeper {
    try usable { () throws(MemoryError) in try MemoryKeeper(file, tokenizer) }
  }

  /// Its words, the most frequent first, and the number of sequences that it has.
  func words() throws(ServiceFailure) -> (words: [(word: String, count: Int)], sequences: Int) {
    let counts = try usable { () throws(MemoryError) in try file.read(tokenizer).counts }
    return (MemoryWords(tokenizer).list(counts), counts.count)
  }

  /// Erases it.
  func clear() throws(ServiceFailure) {
    try usable { () throws(MemoryError) in try file.clear() }
  }

  private func usable<Result>(
    _ body: () throws(MemoryError) -> Result
  ) throws(ServiceFailure) -> Result {
    do throws(MemoryError) { return try body() } catch { throw .memoryUnusable }
  }
}
