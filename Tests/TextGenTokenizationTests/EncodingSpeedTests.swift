import Testing
import TextGenTestSupport
import TextGenTokenization

struct EncodingSpeedTests {
  @Test(arguments: TokenUnit.allCases)
  func `the speed is the bytes of the text by the time of the best run`(unit: TokenUnit) {
    var trainer = TokenizerTrainer(unit: unit)
    trainer.add("uma casa, outra casa\n")
    let speed = EncodingSpeed(
      of: trainer.finish(), on: "uma água", repetitions: 3,
      clock: PlannedClock([.milliseconds(4), .milliseconds(2), .milliseconds(8)]))
    #expect(speed.encodedBytesPerSecond == 9 / 0.002)
  }
}
