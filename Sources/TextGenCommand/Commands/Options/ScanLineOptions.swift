import ArgumentParser

/// Questions that `scan` answers line by line.
struct ScanLineOptions: ParsableArguments {
  @Flag(ScanText.words)
  var words = false
  @Flag(ScanText.rhymes)
  var rhymes = false
  @Option(ScanText.metre, .metre, transform: anyText)
  var metre: String?

  func validate() throws {
    if names.count > 1 { throw ValidationError(UsageMessage.exclusive(names[0], names[1])) }
    if let metre, ScanRequest.metre(from: metre) == nil {
      throw ValidationError(UsageMessage.unknownMetre(metre))
    }
  }

  /// The options that are given.
  var names: [String] {
    [words ? "--words" : nil, rhymes ? "--rhymes" : nil, metre.map { _ in "--metre" }]
      .compactMap { $0 }
  }

  /// The question; nil where poems are scanned.
  var request: ScanRequest? {
    if words { return .words }
    if rhymes { return .rhymes }
    return metre.flatMap { ScanRequest.metre(from: $0) }
  }
}
