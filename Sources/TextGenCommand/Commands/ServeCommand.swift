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
    let settings = try ServeSettings(options, limits, memory)
    #if Server
      var (engineOptions, memoryOptions) = (options.engine, memory)
      engineOptions.threads = settings.threads
      memoryOptions.memory = settings.remembers
      memoryOptions.memoryFile = settings.memoryFile
      let engine = try engineOptions.makeEngine()
      try ServerRun(settings, memory: memoryOptions.file, engine: engine).run()
    #else
      throw Failure(ServingMessage.noServer(port: settings.port))
    #endif
  }
}
