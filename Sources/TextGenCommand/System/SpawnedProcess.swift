import FoundationEssentials
import Glibc

/// A process that runs another program, which gets its words as they are: no shell reads them.
struct SpawnedProcess {
  /// Where a process reads and writes other than this one: numbers of open files.
  struct Streams {
    /// What it reads.
    let input: Int32
    /// Where its output and its errors go.
    let output: Int32
  }

  /// Why there is no process: a number of the system's.
  struct Refusal: Error {
    let number: Int32

    /// What the system says.
    var reason: String { SystemWords.english(number) }

    /// The failure to start `program`.
    func failure(of program: String) -> Failure {
      Failure(SystemMessage.notStarted(program: program, reason))
    }
  }

  /// The number of the process.
  let id: pid_t

  /// Starts `words`, a program, found on the path where its name has no slash, and what it is given. Its
  /// environment is that of this process, and so are its streams where there are no others.
  ///
  /// - Parameter heard: Signals that end it although this process ignores them.
  /// - Throws: `Refusal`, with `ENOENT` where there is no such program.
  init(
    _ words: [String], _ streams: Streams? = nil, hearing heard: [Int32] = []
  ) throws(Refusal) {
    let arguments = CWords(words)
    let environment = CWords(ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" })
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    if let streams {
      unsafe posix_spawn_file_actions_adddup2(&actions, streams.input, STDIN_FILENO)
      unsafe posix_spawn_file_actions_adddup2(&actions, streams.output, STDOUT_FILENO)
      unsafe posix_spawn_file_actions_adddup2(&actions, streams.output, STDERR_FILENO)
    }
    var (attributes, signals) = (posix_spawnattr_t(), sigset_t())
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    unsafe sigemptyset(&signals)
    for number in heard { unsafe sigaddset(&signals, number) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var id = pid_t()
    let number = unsafe posix_spawnp(
      &id, words[0], &actions, &attributes, arguments.pointers, environment.pointers)
    guard number == 0 else { throw Refusal(number: number) }
    self.id = id
  }

  /// How a process has ended: its exit status, or 128 and the number of the signal that ended it, which is
  /// else 0.
  struct End {
    let status, signal: Int32
  }

  /// Waits until the process has ended.
  func end() -> End {
    var status: Int32 = 0
    while unsafe waitpid(id, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return End(status: signal == 0 ? status >> 8 & 0xFF : 128 + signal, signal: signal)
  }

  /// The status with which the process ends, once it has.
  func status() -> Int32 { end().status }

  /// Runs `words` on the streams of this process, which ignores meanwhile what the terminal sends to both
  /// of them, Ctrl-C and Ctrl-\; returns the status.
  ///
  /// - Throws: `Refusal` where it cannot be started.
  static func status(of words: [String]) throws(Refusal) -> Int32 {
    let numbers = [SIGINT, SIGQUIT]
    let before = numbers.map { signal($0, SIG_IGN) }
    defer { for (number, handler) in zip(numbers, before) { _ = signal(number, handler) } }
    // Whoever had this process ignore them has its children ignore them, too.
    let heard = zip(numbers, before).filter { !isIgnoring($1) }.map { $0.0 }
    return try SpawnedProcess(words, hearing: heard).status()
  }

  /// Whether a handler is `SIG_IGN`, which as a number is 1: functions cannot be compared.
  private static func isIgnoring(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
    unsafe unsafeBitCast(handler, to: Int.self) == 1
  }
}

/// Texts as C has them, with a null pointer after the last one.
@safe
private struct CWords: ~Copyable {
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ words: [String]) {
    unsafe pointers = words.map { unsafe strdup($0) } + [nil]
  }

  deinit { for index in unsafe pointers.indices { unsafe free(pointers[index]) } }
}
