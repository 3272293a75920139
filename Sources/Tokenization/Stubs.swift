final class WordCounter: UnitCounter {
  func add(_ piece: [UInt8]) {}
  func finish(minimumCount: Int?, maximumSize: Int?) -> any Tokenizer {
    CharacterCounter().finish(minimumCount: nil, maximumSize: nil)
  }
}
final class SubwordCounter: UnitCounter {
  func add(_ piece: [UInt8]) {}
  func finish(minimumCount: Int?, maximumSize: Int?) -> any Tokenizer {
    CharacterCounter().finish(minimumCount: nil, maximumSize: nil)
  }
}
