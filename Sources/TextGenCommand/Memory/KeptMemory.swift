import TextGen
import TextGenAdaptation
import TextGenTokenization

/// A memory that stays: read at the start, written now and then.
struct KeptMemory {
  /// The model with what is remembered.
  let model: TextModel
  private let file: MemoryFile

  /// The memory of `model`'s writer at `path`, or where it usually is.
  ///
  /// - Throws: `MemoryError` where the file is none; `Failure` where there is no place for it, or the model
  ///   learns already.
  init(_ model: TextModel, path: String?) throws {
    file = try Self.file(path, model)
    let memory = try file.read(model.tokenizer)
    guard let learning = model.adapting(by: .memory, remembering: memory) else {
      throw Failure(MemoryMessage.learnsAlready)
    }
    self.model = learning
  }

  /// The file at `path`, or where a memory with the tokens of `model` usually is.
  static func file(_ path: String?, _ model: TextModel) throws(Failure) -> MemoryFile {
    if let path { return MemoryFile(path) }
    guard let folder = StateFolder.path else { throw Failure(MemoryMessage.noHome) }
    return MemoryFile(folder, model.tokenizer)
  }

  /// Writes what is remembered; where that fails, it is said.
  func keep(_ memory: TextMemory?) {
    guard let memory else { return }
    do throws(MemoryError) {
      try file.write(memory, model.tokenizer)
    } catch {
      Conversation.warn(MemoryMessage.notKept(error.sentence))
    }
  }
}
