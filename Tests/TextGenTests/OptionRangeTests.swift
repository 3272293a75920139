import Testing
import TextGen

struct OptionRangeTests {
  @Test(
    arguments: [
      (.whole(1...64), "from 1 to 64", [1, 64], [0, 65, 1.5, .nan, .infinity, 1e30]),
      (.wholeOrNone(2...16), "from 2 to 16, or 0", [0, 2, 16], [-1, 1, 17, 2.5]),
      (.numbers(0...1e9), "from 0 to 1e9", [0, 0.5, 1e9], [-1e-9, 1.1e9, .nan]),
      (.numbers(0.001...100), "from 0.001 to 100", [0.001, 100], [0, 100.5, .infinity]),
      (.aboveZero(upTo: 1e30), "above 0, at most 1e30", [1e-300, 1e30], [0, -1, 2e30, .nan]),
      (.part, "from 0 to below 1", [0, 0.999], [1, -0.1, .nan]),
    ] as [(OptionRange, String, [Double], [Double])])
  func `a range holds its bounds and says them`(
    range: OptionRange, words: String, legal: [Double], illegal: [Double]
  ) {
    #expect(range.description == words)
    for value in legal { #expect(range.contains(value), "\(value)") }
    for value in illegal { #expect(!range.contains(value), "\(value)") }
  }

  @Test func `whole numbers are told apart where numbers with a point no longer are`() {
    #expect(OptionRange.whole(0...Int.max).contains(Int.max))
    #expect(!OptionRange.whole(0...Int.max - 1).contains(Int.max))
  }
}
