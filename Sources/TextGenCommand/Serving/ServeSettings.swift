import ArgumentParser
import TextGenCompute
import TextGenProsody
import TextGenTokenization

/// What the server was asked for: options, and variables where an option is not given.
struct ServeSettings: Sendable {
  let host: String
  let port: Int
  let models: [String]
  let parallel: Int
  let queue: Int
  let sessions: Int
  /// MiB of what all sessions learn.
  let sessionMemory: Int
  let adaptsNetworks: Bool
  let keys: [String]
  /// Whether other machines may connect.
  let admitsOthers: Bool
  let hosts: [String]
  let origins: [String]
  let hasPage: Bool
  let opensPage: Bool
  let hasMetrics: Bool
  let log: ServeLimitOptions.LogFormat
  let precision: ProductPrecision?
  let threads: Int?
  /// Whether what sessions learn may stay, and the file, where one was named.
  let remembers: Bool
  let memoryFile: String?

  /// Reads options and variables.
  ///
  /// - Throws: `ValidationError` for a variable that is none, and for a server that anybody could use;
  ///   `Failure` for a file without keys.
  init(
    _ command: ServeOptions, _ limits: ServeLimitOptions, _ memory: MemoryOptions
  ) throws {
    host = command.host ?? Environment["TEXTGEN_SERVE_HOST"] ?? "127.0.0.1"
    port = try command.port ?? Self.variable("PORT", wholeNumber(in: 0...65_535)) ?? 8398
    models =
      command.model.isEmpty ? Self.list("MODEL") : command.model
    parallel = try limits.parallel ?? Self.variable("PARALLEL", wholeNumber(in: 1...64)) ?? 64
    queue = try limits.queue ?? Self.variable("QUEUE", wholeNumber(in: 1...100_000)) ?? 256
    sessions = try limits.sessions ?? Self.variable("SESSIONS", wholeNumber(in: 0...10_000)) ?? 64
    sessionMemory =
      try limits.sessionMemory ?? Self.variable("SESSION_MEMORY", wholeNumber(in: 1...1_000_000))
      ?? 256
    adaptsNetworks = try limits.adaptNetwork || Self.isSet("ADAPT_NETWORK")
    hosts = command.allowHost.isEmpty ? Self.list("ALLOW_HOST") : command.allowHost
    origins = command.allowOrigin.isEmpty ? Self.list("ALLOW_ORIGIN") : command.allowOrigin
    hasPage = try !(limits.noPage || Self.isSet("NO_PAGE"))
    opensPage = try limits.open || Self.isSet("OPEN")
    hasMetrics = try !(limits.noMetrics || Self.isSet("NO_METRICS"))
    log = try limits.log ?? Self.variable("LOG", choice) ?? .text
    precision = try command.quantize ?? Self.variable("QUANTIZE", choice)
    threads =
      try command.engine.threads ?? Self.variable("THREADS", wholeNumber(in: 1...1024))
    remembers = try memory.memory || Self.isSet("MEMORY")
    memoryFile = memory.memoryFile ?? Environment["TEXTGEN_SERVE_MEMORY_FILE"]
    let file = command.apiKeyFile ?? Environment["TEXTGEN_SERVE_API_KEY_FILE"]
    keys = try file.map(Self.keys) ?? []
    let needsNoKey = try command.noKey || Self.isSet("NO_KEY")
    admitsOthers = !keys.isEmpty || needsNoKey
    guard Self.isLoopback(host) || admitsOthers else {
      throw ValidationError(ServingMessage.openToOthers(host: host))
    }
    guard hasPage || !opensPage else {
      throw ValidationError(UsageMessage.exclusive("--open", "--no-page"))
    }
  }

  /// A host as it is written before a port.
  static func shown(_ host: String) -> String {
    host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
  }

  /// Whether only this machine reaches an address.
  static func isLoopback(_ host: String) -> Bool {
    ["127.0.0.1", "::1", "localhost"].contains(host.lowercased())
  }

  /// The keys in a file, one a line.
  private static func keys(_ file: String) throws -> [String] {
    let keys = try TextFile(contentsOf: file).text.split(whereSeparator: \.isNewline)
      .map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
    guard !keys.isEmpty else {
      throw Failure(ServingMessage.noKeys(file: file))
    }
    return keys
  }

  private static func variable<Value>(
    _ name: String, _ read: (String) throws -> Value
  ) throws -> Value? {
    let name = "TEXTGEN_SERVE_" + name
    guard let text = Environment[name] else { return nil }
    do {
      return try read(text)
    } catch let error as ValidationError {
      throw ValidationError(
        ServingMessage.variable(name: name, text: text, expected: error.message))
    }
  }

  /// The values of a variable, between commas.
  private static func list(_ name: String) -> [String] {
    (Environment["TEXTGEN_SERVE_" + name] ?? "").split(separator: ",")
      .map { String($0.trimmed) }.filter { !$0.isEmpty }
  }

  private static func isSet(_ name: String) throws -> Bool {
    try variable(name) { text in
      guard let value = ["1": true, "true": true, "0": false, "false": false][text] else {
        throw ValidationError(ServingMessage.yesOrNo)
      }
      return value
    } ?? false
  }
}
