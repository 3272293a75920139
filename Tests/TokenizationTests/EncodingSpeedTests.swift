import Testing
import Tokenization

struct EncodingSpeedTests {
  @Test(arguments: TokenUnit.allCases)
  func `speeds are positive and finite`(unit: TokenUnit) {
    var trainer = TokenizerTrainer(unit: unit)
    trainer.add("uma casa, outra casa\n")
    let speed = EncodingSpeed(of: trainer.finish(), on: "uma casa", repetitions: 2)
    #expect(speed.encodedBytesPerSecond > 0 && speed.encodedBytesPerSecond.isFinite)
    #expect(speed.decodedBytesPerSecond > 0 && speed.decodedBytesPerSecond.isFinite)
  }
}
