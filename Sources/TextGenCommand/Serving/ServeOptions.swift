import ArgumentParser
import TextGenCompute

/// Where a server listens, who may use it, and which models it has.
struct ServeOptions: ParsableArguments {
  @Option(ServeText.host, .name, transform: filledText)
  var host: String?
  @Option(ServeText.port, .count, transform: wholeNumber(in: 0...65_535))
  var port: Int?
  @Option(
    name: .shortAndLong, ServeText.model, .model, completion: .models, transform: filledText)
  var model: [String] = []
  @Option(ServeText.apiKeyFile, .file, completion: .file(), transform: filledText)
  var apiKeyFile: String?
  @Flag(ServeText.noKey)
  var noKey = false
  @Option(ServeText.allowHost, .name, transform: filledText)
  var allowHost: [String] = []
  @Option(ServeText.allowOrigin, .name, transform: filledText)
  var allowOrigin: [String] = []
  @Option(ModelText.quantize)
  var quantize: ProductPrecision?
  @OptionGroup
  var engine: EngineOptions
}

/// What bounds a server, and what it leaves out.
struct ServeLimitOptions: ParsableArguments {
  /// What the log has of a request.
  enum LogFormat: String, CaseIterable, Sendable {
    case text
    case json
    case off
  }

  @Option(ServeText.parallel, .count, transform: wholeNumber(in: 1...64))
  var parallel: Int?
  @Option(ServeText.queue, .count, transform: wholeNumber(in: 1...100_000))
  var queue: Int?
  @Option(ServeText.sessions, .count, transform: wholeNumber(in: 0...10_000))
  var sessions: Int?
  @Option(ServeText.sessionMemory, .count, transform: wholeNumber(in: 1...1_000_000))
  var sessionMemory: Int?
  @Flag(ServeText.adaptNetwork)
  var adaptNetwork = false
  @Flag(ServeText.open)
  var open = false
  @Flag(ServeText.noPage)
  var noPage = false
  @Flag(ServeText.noMetrics)
  var noMetrics = false
  @Option(ServeText.log)
  var log: LogFormat?
}
