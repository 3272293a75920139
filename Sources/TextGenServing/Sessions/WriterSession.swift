import Synchronization
import TextGen
import TextGenAdaptation

/// One writer's session: a keyboard that learns from what he writes.
package final class WriterSession: Sendable {
  /// What the model is called.
  let modelName: String
  /// What it learns with.
  package let method: SessionRequest.Method
  private let model: TextModel
  private let lifetime: Int
  private let characterLimit: Int
  private let budget: SessionBudget
  private let document: Mutex<DocumentSession>
  private let use: Mutex<Use>
  /// What keeps it for the next time; nil where nothing does. Who needs the document, too, locks this first.
  private let keeper: Mutex<MemoryKeeper?>

  private struct Use {
    var last: Duration
    var characters = 0
    /// The sequences that it remembers, and their bytes.
    var sequences = 0
    var bytes = 0
  }

  /// A session with `model`, which does not learn, whose texts `typing` reads.
  init(
    _ model: TextModel, called modelName: String, typing: TypingSession, keeper: MemoryKeeper?,
    _ request: SessionRequest, characterLimit: Int, budget: SessionBudget, now: Duration
  ) {
    (self.model, self.modelName, self.budget) = (model, modelName, budget)
    method = request.method
    lifetime = request.lifetime
    self.characterLimit = characterLimit
    document = Mutex(DocumentSession(typing))
    use = Mutex(Use(last: now))
    self.keeper = Mutex(keeper)
    takeNotice(of: typing.memory)
  }

  deinit { budget.add(-use.withLock { $0.bytes }) }

  /// Takes notice of what it remembers now.
  private func takeNotice(of memory: TextMemory?) {
    let (sequences, bytes) = (memory?.count ?? 0, memory?.byteCount ?? 0)
    let added = use.withLock { use in
      defer { (use.sequences, use.bytes) = (sequences, bytes) }
      return bytes - use.bytes
    }
    budget.add(added)
  }

  /// Takes notice of a use.
  func touch(_ now: Duration) { use.withLock { $0.last = now } }

  /// Whole seconds until the session is forgotten, 0 where its time is over.
  package func secondsLeft(_ now: Duration) -> Int {
    let left = use.withLock { $0.last } + .seconds(lifetime) - now
    return max(0, Int(left.seconds.rounded(.up)))
  }

  /// The characters that it has read.
  package var characters: Int { use.withLock { $0.characters } }

  /// The sequences of tokens that it remembers, and the bytes that these take.
  var size: (sequences: Int, bytes: Int) { use.withLock { ($0.sequences, $0.bytes) } }

  /// The answer to `line`, a line of `complete --keyboard`, and whether that refuses it.
  ///
  /// - Throws: `ServiceFailure` where the session has read all that it may.
  package func answer(
    _ line: [UInt8]
  ) throws(ServiceFailure) -> (text: String, isRefusal: Bool) {
    let request: KeyboardRequest
    do throws(RequestError) {
      request = try KeyboardRequest(line)
    } catch {
      return (text: KeyboardSession.refusal(error), isRefusal: true)
    }
    try count(request.added.count, field: "add")
    defer { keepMuch() }
    let text = document.withLock { document in
      defer { takeNotice(of: document.memory) }
      return document.withTyping { KeyboardSession.answer(request, in: &$0) }
    }
    return (text: text, isRefusal: false)
  }

  /// What `find` finds after `text`, of which what is new is learned.
  ///
  /// - Throws: `ServiceFailure` where the session has read all that it may.
  func read<Found: Sendable>(
    _ text: String, _ find: (inout DocumentSession) -> Found
  ) throws(ServiceFailure) -> Found {
    // Under one lock, or another request reads what this one has counted, and counts it, too.
    let found = try document.withLock { document throws(ServiceFailure) -> Found in
      try count(document.newCharacters(in: text), field: "text")
      document.follow(text)
      takeNotice(of: document.memory)
      return find(&document)
    }
    keepMuch()
    return found
  }

  /// Counts characters that are to be read.
  private func count(_ added: Int, field: String) throws(ServiceFailure) {
    guard added == 0 || budget.hasRoom else { throw budget.refusal }
    let fits = use.withLock { use in
      guard use.characters + added <= characterLimit else { return false }
      use.characters += added
      return true
    }
    guard fits else {
      throw ServiceFailure(
        status: 413, .invalidRequest, code: "session_full",
        "the session has read \(characters) of \(characterLimit) characters; begin another one",
        field: field)
    }
  }
}

extension WriterSession {
  /// What it remembers; nil where it has no memory of its own beside a network.
  var memory: TextMemory? { document.withLock { $0.memory } }

  /// Whether what it learns is there the next time.
  var remembers: Bool { keeper.withLock { $0 != nil } }

  /// Keeps what it has learned, where it is to be kept; where the system refuses, it remembers no longer.
  func keep() { keep { _, _ in true } }

  private func keepMuch() { keep { $0.isWorthKeeping($1) } }

  private func keep(where isWanted: (MemoryKeeper, TextMemory) -> Bool) {
    keeper.withLock { keeper in
      // Read under the lock: what is kept after what was learned later would count twice.
      guard let found = keeper, let memory, isWanted(found, memory) else { return }
      do throws(MemoryError) { try keeper?.keep(memory) } catch { keeper = nil }
    }
  }

  /// Is no longer to be kept: its memory was erased.
  func dropMemory() { keeper.withLock { $0 = nil } }

  /// The words that it remembers, the most frequent first.
  func words() -> [(word: String, count: Int)] {
    memory.map { MemoryWords(model.tokenizer).list($0.counts) } ?? []
  }

  /// Forgets one word, here and where it is kept.
  ///
  /// - Throws: `ServiceFailure` where a network has learned it, too, or the system refuses.
  func forget(_ word: String) throws(ServiceFailure) {
    guard method == .memory else {
      throw .unsupported(
        "method", "a session of the method both forgets all or nothing; erase it as a whole")
    }
    do throws(MemoryError) {
      try keeper.withLock { keeper throws(MemoryError) -> Void in
        guard let (learned, left) = leaveOut(word, remembers: keeper != nil) else { return }
        do throws(MemoryError) { try keeper?.keep(learned) } catch { keeper = nil }
        try keeper?.forget(word, leaving: left)
      }
    } catch {
      throw .memoryUnusable
    }
  }

  /// What the session had learned, and what of it is left without `word`, with which it goes on.
  private func leaveOut(
    _ word: String, remembers: Bool
  ) -> (learned: TextMemory, left: MemoryCounts)? {
    document.withLock { document -> (learned: TextMemory, left: MemoryCounts)? in
      guard let learned = document.memory else { return nil }
      var counts = learned.counts
      MemoryWords(model.tokenizer).forget(word, in: &counts)
      guard let memory = TextMemory(counts),
        let learning = model.adapting(by: .memory, remembering: memory)
      else { return nil }
      var typing = learning.makeTypingSession()
      typing.keepsLearned = remembers
      document.goOn(in: typing)
      takeNotice(of: memory)
      return (learned: learned, left: counts)
    }
  }
}
