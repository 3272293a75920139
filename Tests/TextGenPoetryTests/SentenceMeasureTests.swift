import Testing
import TextGenProsody
import TextGenVerse

@testable import TextGenPoetry

/// A sentence needs its verbs.
struct SentenceMeasureTests {
  private static func cost(_ sentence: String) -> Double {
    let words = sentence.split(separator: " ").map(String.init)
    let lexicon = VerseLexicon(words.map { VerseLexicon.Entry($0, -7) }, strictness: .both)
    var measure = SentenceMeasure()
    for word in lexicon.words { _ = measure.add(word.traits) }
    return measure.costOfEnd
  }

  @Test func `a sentence without a verb costs something to end`() {
    #expect(Self.cost("uma noite de lua na estrada") > 0)
    #expect(Self.cost("a noite vem da estrada") == 0)
  }

  @Test func `a clause that depends on another needs both verbs`() {
    #expect(Self.cost("quando a noite vem") > 0)
    #expect(Self.cost("quando a noite vem ele dorme") == 0)
    #expect(Self.cost("como uma noite") > Self.cost("como vem a noite"))
  }

  @Test func `nothing is asked before the first word`() {
    #expect(SentenceMeasure().costOfEnd == 0)
  }
}
