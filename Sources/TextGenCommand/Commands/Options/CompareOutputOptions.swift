import ArgumentParser

/// Where the results of a comparison go.
struct CompareOutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong, CompareText.output, .folder, completion: .directory, transform: filledText)
  var output: String?
  @OptionGroup
  var report: ReportOptions
  @Flag(CompareText.json)
  var json = false
}
