import ArgumentParser

/// Where a picture goes.
struct InspectOutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong, InspectText.output, .picture, completion: .file(extensions: ["svg"]),
    transform: filledText)
  var output: String?
  @OptionGroup
  var report: ReportOptions
  @Flag(InspectText.json)
  var json = false
}
