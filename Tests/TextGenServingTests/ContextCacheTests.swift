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
}
