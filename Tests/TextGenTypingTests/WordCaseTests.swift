import Foundation
import Testing

@testable import TextGenTyping

/// The cases of `word-case.json`, with which the page's script is tested, too.
struct WordCaseTests {
  private struct Cases: Decodable {
    struct Cased: Decodable {
      let word: String
      let typed: String
      let after: String
      let `is`: String
    }

    struct TakesSpace: Decodable {
      let text: String
      let `is`: Bool
    }

    struct Rest: Decodable {
      let word: String
      let typed: String
      let `is`: String
    }

    let cased: [Cased]
    let takesSpace: [TakesSpace]
    let rest: [Rest]
  }

  @Test func `a word has the capitals of its place, and its space goes before a mark`() throws {
    let file = try #require(Bundle.module.url(forResource: "word-case", withExtension: "json"))
    let cases = try JSONDecoder().decode(Cases.self, from: Data(contentsOf: file))
    #expect(cases.cased.count > 10)
    for one in cases.cased {
      #expect(WordCase.cased(one.word, typed: one.typed, after: one.after) == one.is, "\(one)")
    }
    for one in cases.takesSpace { #expect(WordCase.takesSpace(one.text) == one.is, "\(one)") }
    for one in cases.rest {
      #expect(WordCase.rest(of: one.word, typed: one.typed) == one.is, "\(one)")
    }
  }
}
