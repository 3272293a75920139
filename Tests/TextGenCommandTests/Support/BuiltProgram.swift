import Dispatch
import Foundation

/// The built `textgen`, run from outside as a person or a script runs it.
struct BuiltProgram {
  /// What a process left behind.
  struct Outcome {
    /// The exit status; 128 and the number of the signal that ended it.
    let status: Int32
    let output: Data
    let error: String

    /// Standard output as text.
    var text: String { String(decoding: output, as: UTF8.self) }

    /// The lines of standard error that report errors.
    var errorLines: [Substring] {
      error.split(separator: "\n").filter { $0.hasPrefix("textgen: error: ") }
    }

    /// Standard output as one JSON object.
    func json() throws -> [String: Any] {
      try JSONSerialization.jsonObject(with: output) as? [String: Any] ?? [:]
    }

    /// Each line of standard output as a JSON object.
    func jsonLines() throws -> [[String: Any]] {
      try output.split(separator: UInt8(ascii: "\n")).map {
        try JSONSerialization.jsonObject(with: $0) as? [String: Any] ?? [:]
      }
    }
  }

  /// Where a run's standard output goes.
  enum Output {
    case collected
    /// Nobody reads: the reader of the pipe has gone before the process begins.
    case brokenPipe
    case file(String)
  }

  /// The program beside this test bundle.
  static let path: String = {
    let bundle = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return bundle.deletingLastPathComponent().appendingPathComponent("textgen").path
  }()

  /// Copies the program to `place`. Another process does so: one that another test begins meanwhile would have
  /// the copy open for writing as this one has, and so nobody could start it.
  static func copy(to place: String) throws {
    _ = try BuiltProgram(folder: "/", program: "/bin/cp").run(path, place)
  }

  /// Seconds after which a program counts as hanging; on a busy machine some take more than a minute.
  static let patience = 300.0

  /// The folder in which it runs.
  let folder: String
  /// The words that start it, such as `/usr/bin/nohup`.
  var launcher: [String] = []
  /// The program.
  var program = path
  /// Variables added to an environment that has none of its own.
  var environment: [String: String] = [:]

  /// Runs the program to its end, at most `limit` seconds.
  func run(
    _ arguments: String..., input: Data = Data(), output: Output = .collected,
    limit: Double = BuiltProgram.patience
  ) throws -> Outcome {
    try run(arguments, input: input, output: output, limit: limit)
  }

  /// Runs the program to its end, at most `limit` seconds.
  func run(
    _ arguments: [String], input: Data = Data(), output: Output = .collected,
    limit: Double = BuiltProgram.patience
  ) throws -> Outcome {
    try start(arguments, input: input, output: output).finish(limit: limit)
  }

  /// Starts the program.
  func start(
    _ arguments: [String], input: Data = Data(), output: Output = .collected
  ) throws -> RunningProgram {
    let files = try StreamFiles(input: input)
    let process = Process()
    let words = launcher + [program] + arguments
    process.executableURL = URL(fileURLWithPath: words[0])
    process.arguments = Array(words.dropFirst())
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = [
      "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no", "XDG_DATA_DIRS": "/nowhere",
    ].merging(
      environment
    ) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: files.input)
    process.standardError = try FileHandle(forWritingTo: files.error)
    switch output {
    case .collected: process.standardOutput = try FileHandle(forWritingTo: files.output)
    case .file(let path):
      process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    case .brokenPipe:
      let pipe = Pipe()
      try pipe.fileHandleForReading.close()
      process.standardOutput = pipe
    }
    return try RunningProgram(process, files)
  }
}

/// A process that has been started.
final class RunningProgram {
  private let process: Process
  private let files: StreamFiles
  private let ended = DispatchSemaphore(value: 0)

  fileprivate init(_ process: Process, _ files: StreamFiles) throws {
    self.process = process
    self.files = files
    let ended = ended
    process.terminationHandler = { _ in ended.signal() }
    // Foundation keeps the process, and with it what it was given, for longer than anybody needs it;
    // with a thousand descriptors open it crashes where it lists them for the next process.
    defer {
      for stream in [process.standardInput, process.standardOutput, process.standardError] {
        try? (stream as? FileHandle)?.close()
      }
    }
    try process.run()
  }

  /// Sends a signal.
  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Sends a signal to the process and all that it has started, as a terminal does.
  func sendToGroup(_ signal: Int32) { kill(-process.processIdentifier, signal) }

  /// The processes that it has started and that have not ended, by what `/proc` says of their parents.
  var children: [Int32] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { Int32($0) }.filter { number in
      let line = (try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)) ?? ""
      // After the name, which is in parentheses, come the state and the parent.
      let words = line.split(separator: ")").last?.split(separator: " ") ?? []
      return words.count > 1 && Int32(words[1]) == process.processIdentifier
    }
  }

  /// Standard error so far.
  var error: String {
    String(decoding: bytesSoFar(of: files.error.path), as: UTF8.self)
  }

  /// Waits until standard error holds `text`, at most a minute; returns whether it does.
  func waits(for text: String) -> Bool { eventually { error.contains(text) } }

  /// Waits for the end; after `limit` seconds the process is killed, which shows in its status.
  func finish(limit: Double = BuiltProgram.patience) throws -> BuiltProgram.Outcome {
    if ended.wait(timeout: .now() + limit) == .timedOut {
      send(SIGKILL)
      ended.wait()
    }
    defer { files.remove() }
    let isSignal = process.terminationReason == .uncaughtSignal
    return BuiltProgram.Outcome(
      status: isSignal ? 128 + process.terminationStatus : process.terminationStatus,
      output: try Data(contentsOf: files.output), error: error)
  }
}

/// Waits until `isTrue` says so, at most a minute; returns whether it does.
func eventually(_ isTrue: () -> Bool) -> Bool {
  for _ in 0..<6000 {
    if isTrue() { return true }
    usleep(10_000)
  }
  return false
}

/// Files for the standard streams of a process: unlike pipes they never fill up.
private struct StreamFiles {
  let input, output, error: URL
  private let folder: URL

  init(input data: Data) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "textgen-streams-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    input = folder.appendingPathComponent("in")
    output = folder.appendingPathComponent("out")
    error = folder.appendingPathComponent("err")
    try data.write(to: input)
    try Data().write(to: output)
    try Data().write(to: error)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}

/// The bytes that a file has now, which may still be growing: what Foundation reads into one buffer of the
/// size that the file had at first.
private func bytesSoFar(of path: String) -> [UInt8] {
  let descriptor = open(path, O_RDONLY)
  guard descriptor >= 0 else { return [] }
  defer { close(descriptor) }
  var result: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    guard count > 0 else { return result }
    result += chunk[..<count]
  }
}
