import Glibc
import Synchronization

/// The process that keeps a terminal's settings while another one, its child, edits: whatever becomes of
/// that, killed or trapped, the terminal is as before.
struct TerminalKeeper {
  /// The variable by which the child knows what it is.
  static let variable = "TEXTGEN_TYPE_EDITOR"

  private static let child = Atomic<Int32>(0)

  /// Runs this program once more as the editor, and returns its status.
  ///
  /// - Throws: `Failure` where there is no terminal, or the system starts no process.
  static func run() throws -> Int32 {
    var settings = termios()
    guard unsafe tcgetattr(0, &settings) == 0 else {
      throw Failure(TypingMessage.noTerminal)
    }
    let editor = try spawn()
    child.store(editor.id, ordering: .sequentiallyConsistent)
    for number in [SIGTERM, SIGHUP, SIGINT] {
      _ = signal(number) { _ = kill(TerminalKeeper.child.load(ordering: .relaxed), $0) }
    }
    _ = signal(SIGQUIT, SIG_IGN)
    let end = editor.end()
    if end.signal != 0 {
      let reset = Array(TerminalDevice.reset.utf8)
      _ = unsafe reset.withUnsafeBytes { unsafe write(1, $0.baseAddress, $0.count) }
    }
    _ = unsafe tcsetattr(0, TCSADRAIN, &settings)
    if end.signal != 0 { Conversation.warn(TypingMessage.ended(signal: end.signal)) }
    return end.status
  }

  /// Starts this program with the words that it was given, as the editor.
  private static func spawn() throws(Failure) -> SpawnedProcess {
    // It knows what it is by its environment, which is that of this process.
    unsafe setenv(variable, "1", 1)
    do throws(SpawnedProcess.Refusal) {
      return try SpawnedProcess([Program.running] + CommandLine.arguments.dropFirst())
    } catch {
      throw Failure(TypingMessage.noProcess(detail: error.reason))
    }
  }
}
