import Dispatch
import Foundation
import Testing
import TextGenAdaptation

@testable import TextGen

struct MemoryFileTests {
  private static let model = Result { try TextModel("portugues", options: .init(threads: 1)) }

  /// Calls `body` with the place of a file that is not there yet.
  private func withFile(_ body: (MemoryFile) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(MemoryFile(folder.appendingPathComponent("de/dentro/memory.safetensors").path))
  }

  private func words(_ model: TextModel, after text: String, memory: TextMemory) throws
    -> [Candidate]
  {
    let learning = try #require(model.adapting(by: .memory, remembering: memory))
    return learning.nextWords(after: text, count: 3).words
  }

  @Test func `what was learned is there at the next start, and gone when it is cleared`() throws {
    let model = try Self.model.get()
    let learning = try #require(model.adapting(by: .memory))
    var session = learning.makeTypingSession()
    session.append("Zebedeu Quintanilha chegou. Zebedeu Quintanilha saiu. O Zebedeu Quintanilha ")
    let memory = try #require(session.memory)
    try withFile { file in
      #expect(try file.read(model.tokenizer).count == 0)
      try file.write(memory.counts, model.tokenizer)
      let kept = try file.read(model.tokenizer)
      #expect(kept.counts == memory.counts)
      let learned = try words(model, after: "O Zebedeu ", memory: kept)
      #expect(learned.contains { $0.word == "Quintanilha" })
      let bytes = try Data(contentsOf: URL(fileURLWithPath: file.path))
      #expect(bytes.firstRange(of: Data("Quintanilha".utf8)) == nil)
      try file.clear()
      let empty = try file.read(model.tokenizer)
      let plain = model.nextWords(after: "O Zebedeu ", count: 3).words
      #expect(try words(model, after: "O Zebedeu ", memory: empty) == plain)
      try file.clear()
    }
  }

  @Test func `a word is listed, and forgotten alone`() throws {
    let model = try Self.model.get()
    let learning = try #require(model.adapting(by: .memory))
    var session = learning.makeTypingSession()
    session.append("O gato Quintanilha dorme. O gato Quintanilha come. O gato dorme. ")
    var counts = try #require(session.memory).counts
    let list = MemoryWords(model.tokenizer)
    let words = Dictionary(uniqueKeysWithValues: list.list(counts).map { ($0.word, $0.count) })
    #expect(words["gato"] == 3 && words["dorme"] == 2)
    list.forget("quintanilha", in: &counts)
    let memory = try #require(TextMemory(counts))
    let after = try self.words(model, after: "O gato ", memory: memory)
    #expect(!after.contains { $0.word.contains("Quint") })
    #expect(list.list(counts).contains { $0.word == "gato" })
    #expect(!list.list(counts).contains { $0.word.lowercased().contains("quintanilha") })
  }

  @Test func `a file that is none is refused by its name`() throws {
    let model = try Self.model.get()
    try withFile { file in
      let url = URL(fileURLWithPath: file.path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("nada".utf8).write(to: url)
      #expect(throws: MemoryError.self) { try file.read(model.tokenizer) }
      try file.write(TextMemory().counts, model.tokenizer)
      var bytes = try Data(contentsOf: url)
      bytes[bytes.count - 3] ^= 0x40
      try bytes.write(to: url)
      #expect(throws: MemoryError.self) { try file.read(model.tokenizer) }
    }
  }

  @Test func `what the program keeps by itself can be erased when it is damaged`() throws {
    let model = try Self.model.get()
    try withFile { file in
      let folder = URL(fileURLWithPath: file.path).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let kept = MemoryFile(folder.path, model.tokenizer)
      try Data("nada".utf8).write(to: URL(fileURLWithPath: kept.path))
      do throws(MemoryError) {
        _ = try kept.read(model.tokenizer)
        Issue.record("it was read")
      } catch {
        guard case .lost(let detail) = error else { throw error }
        #expect(detail.contains(kept.path))
      }
      try kept.clear()
      #expect(try kept.counts(model.tokenizer).count == 0)
    }
  }

  @Test func `a given file that is no memory is not removed`() throws {
    try withFile { file in
      let url = URL(fileURLWithPath: file.path)
      try file.clear()
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("meus poemas".utf8).write(to: url)
      #expect(throws: MemoryError.damaged(path: file.path)) { try file.clear() }
      #expect(try Data(contentsOf: url) == Data("meus poemas".utf8))
    }
  }

  @Test func `what could not be written is written with what comes after it`() throws {
    let model = try Self.model.get()
    try withFile { file in
      let url = URL(fileURLWithPath: file.path)
      var keeper = try MemoryKeeper(file, model.tokenizer)
      var session = try #require(keeper.session(model))
      session.append("Zebedeu Quintanilha chegou. Zebedeu Quintanilha saiu. ")
      // Where the folder would be, there is a file.
      let folder = url.deletingLastPathComponent()
      let outer = folder.deletingLastPathComponent()
      try FileManager.default.createDirectory(at: outer, withIntermediateDirectories: true)
      try Data().write(to: folder)
      let memory = try #require(session.memory)
      #expect(throws: MemoryError.self) { try keeper.keep(memory) }
      #expect(!keeper.isWorthKeeping(memory))
      try FileManager.default.removeItem(at: folder)
      try keeper.keep(memory)
      #expect(try file.counts(model.tokenizer) == memory.counts)
    }
  }

  @Test func `those who write at the same moment lose nothing of each other`() throws {
    let tokenizer = try Self.model.get().tokenizer
    let gates = TextMemory().counts.gates
    try withFile { file in
      let keepers = try (0..<8).map { _ in try MemoryKeeper(file, tokenizer) }
      DispatchQueue.concurrentPerform(iterations: keepers.count) { number in
        do {
          let counts = MemoryCounts(
            parents: [0], tokens: [Int32(number)], counts: [1], gates: gates)
          var keeper = keepers[number]
          try keeper.keep(try #require(TextMemory(counts)))
        } catch {
          Issue.record(error)
        }
      }
      #expect(Set(try file.counts(tokenizer).tokens) == Set(0..<8))
    }
  }

  @Test func `two sessions at once keep what both learned, each once`() throws {
    let model = try Self.model.get()
    try withFile { file in
      var one = try MemoryKeeper(file, model.tokenizer)
      var other = try MemoryKeeper(file, model.tokenizer)
      var first = try #require(one.session(model))
      var second = try #require(other.session(model))
      first.append("Zebedeu Quintanilha chegou. Zebedeu Quintanilha saiu. ")
      try one.keep(try #require(first.memory))
      try one.keep(try #require(first.memory))
      second.append("Aristarco Bragadoce chegou. Aristarco Bragadoce saiu. ")
      try other.keep(try #require(second.memory))
      // A reset begins another text and forgets nothing.
      first.reset()
      first.append("Zebedeu Quintanilha riu. ")
      try one.keep(try #require(first.memory))
      let words = MemoryWords(model.tokenizer).list(try file.counts(model.tokenizer))
      let counts = Dictionary(uniqueKeysWithValues: words.map { ($0.word, $0.count) })
      #expect(counts["Quintanilha"] == 3 && counts["Bragadoce"] == 2)
      try file.clear()
      first.append("Zebedeu Quintanilha dormiu. ")
      try one.keep(try #require(first.memory))
      let left = MemoryWords(model.tokenizer).list(try file.counts(model.tokenizer))
      #expect(left.first { $0.word == "Quintanilha" }?.count == 1)
    }
  }
}
