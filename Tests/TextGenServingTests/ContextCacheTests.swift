import Testing

@testable import TextGenServing

struct ContextCacheTests {
  @Test func `where a text is read from stays while it grows`() {
    var text = ""
    var starts: Set<Int> = []
    for number in 0..<300 {
      text += "palavra-comprida-e-numerada-\(number) "
      let context = ContextCache.context(of: text[...])
      #expect(text.hasSuffix(context))
      #expect(text.count < 4000 ? context == text : (1960..<4000).contains(context.count))
      starts.insert(text.count - context.count)
    }
    // One start for each 2,000 characters.
    #expect(text.count > 8000 && starts.count == text.count / 2000)
  }

  @Test func `a text begins with a whole word`() {
    let text = String(repeating: "abcdefghi ", count: 500)
    let context = ContextCache.context(of: text[...])
    #expect(context.hasPrefix("abcdefghi ") && context.count == 3000)
  }

  @Test func `who is a word behind finds what was read, for some seconds`() throws {
    let model = try ServiceClient.shared.get().service.model(nil)
    let metrics = Metrics()
    let cache = ContextCache(metrics: metrics)
    /// Whether it was known at the second `second` what `text` begins with.
    func knows(_ text: String, at second: Int) -> Bool {
      let hits = metrics.value(.contextHit)
      _ = cache.session(model, reading: text[...], now: .seconds(second))
      return metrics.value(.contextHit) > hits
    }
    #expect(!knows("Os alunos ", at: 0) && knows("Os alunos da ", at: 1))
    #expect(knows("Os alunos ", at: 5) && knows("Os alunos do ", at: 6))
    // Nobody is behind any longer.
    #expect(!knows("Os alunos ", at: 17))
    #expect(knows("Os alunos ", at: 600) && cache.byteCount > 0)
    cache.removeExpired(now: .seconds(1201))
    #expect(cache.byteCount == 0)
  }

  @Test func `a text that several read at once is kept once`() async throws {
    let model = try ServiceClient.shared.get().service.model(nil)
    let cache = ContextCache(metrics: Metrics())
    _ = cache.session(model, reading: "Os alunos ", now: .zero)
    let size = cache.byteCount
    let other = ContextCache(metrics: Metrics())
    await withTaskGroup(of: Void.self) { tasks in
      for _ in 0..<16 {
        tasks.addTask { _ = other.session(model, reading: "Os alunos ", now: .zero) }
      }
    }
    #expect(other.byteCount == size)
  }
}
