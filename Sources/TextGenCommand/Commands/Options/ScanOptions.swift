import ArgumentParser
import TextGenProsody

/// How poems are scanned, and what is asked of them.
struct ScanOptions: ParsableArguments {
  @Option(ScanText.form, .name, words: Form.all.map(\.name), transform: anyText)
  var form: String?
  @Flag(ScanText.check)
  var check = false
  @Option(ScanText.strict)
  var strict = Strictness.both
  @Flag(ScanText.noTitle)
  var noTitle = false
  @Flag(ScanText.json)
  var json = false

  func validate() throws {
    if check, form == nil { throw ValidationError(UsageMessage.checkWithoutForm) }
    _ = try form.map(namedForm)
  }
}
