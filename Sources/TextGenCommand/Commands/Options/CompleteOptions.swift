import ArgumentParser
import TextGen

/// What `complete` answers, and how it is asked.
struct CompleteOptions: ParsableArguments {
  @Option(
    name: [.customShort("n"), .long], CompleteText.count, .count,
    transform: wholeNumber(in: 1...TextModel.maximumCandidates))
  var count = 5
  @Flag(CompleteText.partial)
  var partial = false
  @Flag(CompleteText.lines)
  var lines = false
  @Flag(CompleteText.keyboard)
  var keyboard = false
  @Flag(CompleteText.json)
  var json = false
}
