import Synchronization
import TextGen

extension LanguageServer {
  /// Takes notice that a line of a document is written, where that is prose; `document` is as it was then.
  func didWrite(_ line: Int, of document: TextDocument, _ settings: LanguageSettings) {
    guard memory != nil, settings.languages.contains(document.language), line < document.lines.count
    else { return }
    let content = document.content(of: line)
    let end = TextDocument.Place(line: line, byte: content.count)
    guard !content.isEmpty, ProseContext(document, at: end) != nil else { return }
    state.withLock { $0.written.append(String(decoding: content, as: UTF8.self)) }
    Task.detached { [self] in
      guard let model = try? await model.value else { return }
      learn(model)
    }
  }

  /// What `body` does with the learner, where there is a memory; what goes wrong is said once.
  func withLearner<Result>(
    _ model: TextModel, _ body: (inout LineLearner) throws(MemoryError) -> Result
  ) -> Result? {
    guard let memory else { return nil }
    return learner.withLock { learner -> Result? in
      do {
        if learner == nil, !state.withLock({ $0.lacksMemory }) {
          learner = LineLearner(model, try MemoryKeeper(memory(model), model.tokenizer))
        }
        guard var found = learner else { return nil }
        defer { learner = found }
        return try body(&found)
      } catch {
        let isNew = state.withLock { state in
          defer { state.lacksMemory = true }
          return !state.lacksMemory
        }
        if isNew { warn("the memory is not used: \(error)") }
        return nil
      }
    }
  }

  /// Learns the lines that wait for it.
  func learn(_ model: TextModel) {
    // Whoever takes lines has the learner, so that nobody writes what it knows without them.
    withLearner(model) { learner throws(MemoryError) in
      let lines = state.withLock { state in
        defer { state.written = [] }
        return state.written
      }
      let text = lines.joined(separator: "\n")
      guard !lines.isEmpty, Judgement(text, after: nil, model).isPortuguese else { return }
      try learner.learn(lines)
    }
  }

  /// Learns the last line of each document, and writes what was learned.
  package func keep() async {
    guard memory != nil, let model = try? await model.value else { return }
    let (open, settings) = state.withLock { (Array($0.documents.values), $0.settings) }
    for document in open {
      if let line = document.edited { didWrite(line, of: document.text, settings) }
    }
    learn(model)
    withLearner(model) { learner throws(MemoryError) in try learner.keep() }
  }
}
