import ArgumentParser
import TextGenCompute

/// `textgen serve`: a page in the browser, and answers to requests of other programs.
struct ServeCommand: Conversing {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: CommandAbstract.serve.text,
    discussion: CommandDiscussion.serve.text)

  @OptionGroup(title: GroupTitle.serving.text)
  var options: ServeOptions
  @OptionGroup(title: GroupTitle.limits.text)
  var limits: ServeLimitOptions
  @OptionGroup(title: GroupTitle.adaptation.text)
  var memory: MemoryOptions
  @OptionGroup(title: GroupTitle.general.text)
  var general: GeneralOptions

  func run() throws {
    let settings = try ServeSettings(options, limits)
    #if Server
      try ServerRun(settings, memory: memory.file, engine: options.engine.makeEngine()).run()
    #else
      throw Failure(ServingMessage.noServer(port: settings.port))
    #endif
  }
}
