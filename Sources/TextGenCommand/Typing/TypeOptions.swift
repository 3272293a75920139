import ArgumentParser

/// What the terminal mode shows, and what its keys do.
struct TypeOptions: ParsableArguments {
  @Option(TypeText.lines, .count, transform: wholeNumber(in: 0...9))
  var lines = 5
  @Flag(TypeText.noGhost)
  var noGhost = false
  @Flag(TypeText.digits)
  var digits = false
  @Flag(TypeText.json)
  var json = false
}
