import Dispatch
import Glibc

/// Ends this process, as SIGTERM does, when the one that started it has gone: nobody waits for what it
/// finds any more.
enum ParentWatch {
  /// Seconds that a process has to save before it is asked once more, which ends it at once.
  private static let patience: UInt32 = 60

  /// Watches from now on until the process ends.
  static func begin() {
    let parent = getppid()
    DispatchQueue(label: "parent").async {
      while getppid() == parent { usleep(200_000) }
      while true {
        kill(getpid(), SIGTERM)
        sleep(patience)
      }
    }
  }
}
