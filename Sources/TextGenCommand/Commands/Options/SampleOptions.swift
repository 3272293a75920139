import ArgumentParser
import TextGenGeneration

/// What `sample` writes, how often and how much.
struct SampleOptions: ParsableArguments {
  @Option(SampleText.prompt, .text, transform: anyText)
  var prompt: String?
  @Option(SampleText.length, .count, transform: wholeNumber(in: 0...1_000_000_000))
  var length: Int?
  @Option(SampleText.lines, .count, transform: wholeNumber(in: 0...1_000_000))
  var lines: Int?
  @Option(
    name: [.customShort("n"), .long], SampleText.count, .count, transform: wholeNumber(in: 1...1000)
  )
  var count = 1
  @Option(SampleText.seed, .seed, transform: seedNumber)
  var seed: UInt64?
  @Option(SampleText.promptFile, .file, completion: .file(), transform: filledText)
  var promptFile: String?
  @Option(SampleText.stop, .text, transform: filledText)
  var stop: String?
  @Flag(SampleText.noEcho)
  var noEcho = false
  @Flag(SampleText.json)
  var json = false
  @Flag(SampleText.stream)
  var stream = false

  func validate() throws {
    if prompt != nil, promptFile != nil {
      throw ValidationError(UsageMessage.exclusive("--prompt", "--prompt-file"))
    }
    if stream, !json { throw ValidationError(UsageMessage.streamWithoutJSON) }
  }

  /// When a text ends.
  var conditions: StopConditions {
    let characters = length ?? lines.map { $0 * 1000 } ?? 500
    return StopConditions(
      characters: characters, lines: lines, texts: stop.map { [$0] } ?? [],
      tokens: max(1_000_000, 4 * characters))
  }
}
