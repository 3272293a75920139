import Testing
import TextGenAdaptation

@testable import TextGen

struct DocumentSessionTests {
  private static let model = Result { try TextModel("portugues", options: .init(threads: 1)) }

  private func words(_ session: inout DocumentSession, after text: String) -> [Candidate] {
    session.follow(text)
    return session.suggestions(count: 3).words
  }

  @Test func `an edited text has the words of a text written at once`() throws {
    let model = try Self.model.get()
    var session = DocumentSession(model.makeTypingSession())
    for text in [
      "Os ", "Os alunos ", "Os alunos da ", "Os alunos ", "Os al", "A cafe ", "A cafe\u{301} ", "",
    ] {
      #expect(words(&session, after: text) == model.nextWords(after: text, count: 3).words)
    }
  }

  @Test func `going back into a text teaches nothing, and what is new is learned once`() throws {
    let model = try #require(try Self.model.get().adapting(by: .memory))
    let text = "Zebedeu Bragadoce chegou. Zebedeu Bragadoce saiu. Zebedeu "
    var straight = DocumentSession(model.makeTypingSession())
    let expected = words(&straight, after: text)
    #expect(expected.contains { $0.word == "Bragadoce" })
    var session = DocumentSession(model.makeTypingSession())
    for end in [20, text.count, 8, 30, 0, text.count] {
      session.follow(String(text.prefix(end)))
    }
    #expect(session.newCharacters(in: text) == 0)
    #expect(session.newCharacters(in: text + "foi ") == 4)
    #expect(words(&session, after: text) == expected)
    session.reset()
    #expect(words(&session, after: "Os ") == model.nextWords(after: "Os ", count: 3).words)
  }

  @Test func `a text that somebody goes on with teaches nothing, what he adds does`() throws {
    let model = try #require(try Self.model.get().adapting(by: .memory))
    let old = "Zebedeu Quintanilha chegou. Zebedeu Quintanilha saiu. "
    var session = DocumentSession(model.makeTypingSession(), goingOnFrom: old)
    session.follow(old)
    #expect(session.memory?.count == 0)
    session.follow(old + "O Aristarco Bragadoce riu. O Aristarco Bragadoce dormiu. O Aristarco ")
    #expect(session.suggestions(count: 5).words.contains { $0.word == "Bragadoce" })
  }

  @Test func `a text of which only the end is given is learned once`() throws {
    let model = try #require(try Self.model.get().adapting(by: .memory))
    let whole = (1...400).map { "Chegou a carta número \($0) da tia." }.joined(separator: " ")
    func windows(_ size: Int) -> DocumentSession {
      var session = DocumentSession(model.makeTypingSession())
      for end in stride(from: 6000, through: 6200, by: 10) {
        session.follow(String(whole.prefix(end).suffix(size)))
      }
      return session
    }
    let (all, sliding) = (windows(.max), windows(6000))
    #expect(sliding.newCharacters(in: String(whole.prefix(6210).suffix(6000))) == 10)
    #expect(sliding.memory?.count == all.memory?.count)
  }
}
