import Testing

@testable import TextGenVerse

/// Which words are words, and how common.
struct WordFrequencyTests {
  private static let frequency = WordFrequency.portuguese

  @Test(arguments: ["casa", "estrela", "amanhã", "sonhar", "à", "é", "coração", "neblina"])
  func `a word of texts is known`(word: String) {
    #expect(Self.frequency.knows(word))
  }

  @Test(arguments: ["desen", "produ", "melho", "vol", "rack", "xqzt"])
  func `what words begin with, and foreign words, are none`(word: String) {
    #expect(!Self.frequency.knows(word))
    #expect(Self.frequency.logProbability(of: word, near: -8) == nil)
  }

  @Test func `a guess is kept within what texts say`() throws {
    let house = try #require(Self.frequency.logProbability(of: "casa", near: -7))
    #expect(house == -7)
    let rare = try #require(Self.frequency.logProbability(of: "neblina", near: -3))
    #expect(rare < -9)
    let improbable = try #require(Self.frequency.logProbability(of: "casa", near: -30))
    #expect(improbable > -10)
  }

  @Test func `of words that aren't there a filter takes few for its own`() {
    let consonants = Array("bcdfghjlmnpqrstvxz")
    var count = 0
    for first in consonants {
      for second in consonants {
        for third in consonants where Self.frequency.knows("\(first)\(second)a\(third)qz") {
          count += 1
        }
      }
    }
    #expect(count * 20 < consonants.count * consonants.count * consonants.count)
  }

  @Test func `an empty filter has nothing`() {
    #expect(!WordFilter(base64: "").contains("casa"))
  }

  @Test func `base 64 is read as others write it`() {
    #expect(bytes(ofBase64: "TWFy\n") == Array("Mar".utf8))
    #expect(bytes(ofBase64: "THVh+/8=").prefix(3) == Array("Lua".utf8)[...])
    #expect(bytes(ofBase64: "+/8=") == [0xfb, 0xff])
  }
}
