import Synchronization
import TextGen
import TextGenAdaptation
import TextGenTokenization

/// A memory that stays: read at the start, written now and then.
final class KeptMemory: Sendable {
  /// A session that begins with what is remembered.
  let session: TypingSession
  private let keeper: Mutex<MemoryKeeper>

  /// The memory of `model`'s writer at `path`, or where it usually is.
  ///
  /// - Throws: `MemoryError` where the file is none; `Failure` where there is no place for it, or the model
  ///   learns already.
  init(_ model: TextModel, path: String?) throws {
    let keeper = try MemoryKeeper(Self.file(path, model), model.tokenizer)
    guard let session = keeper.session(model) else {
      throw Failure(MemoryMessage.learnsAlready)
    }
    self.session = session
    self.keeper = Mutex(keeper)
  }

  /// The file at `path`, or where a memory with the tokens of `model` usually is.
  static func file(_ path: String?, _ model: TextModel) throws(Failure) -> MemoryFile {
    if let path { return MemoryFile(path) }
    guard let folder = StateFolder.path else { throw Failure(MemoryMessage.noHome) }
    return MemoryFile(folder, model.tokenizer)
  }

  /// Writes what is remembered; where that fails, it is said.
  func keep(_ memory: TextMemory?) {
    if let trouble = memory.flatMap(write) { Conversation.warn(trouble) }
  }

  /// Writes it where much was learned since it was last written; returns what is to be said where that fails.
  func keepIfWorthIt(_ memory: TextMemory?) -> MemoryMessage? {
    guard let memory, keeper.withLock({ $0.isWorthKeeping(memory) }) else { return nil }
    return write(memory)
  }

  private func write(_ memory: TextMemory) -> MemoryMessage? {
    do throws(MemoryError) {
      try keeper.withLock { keeper throws(MemoryError) in try keeper.keep(memory) }
      return nil
    } catch {
      return .notKept(error.sentence)
    }
  }
}
