import FoundationEssentials
import Glibc

/// How busy other processes keep the processor while something is measured.
struct OtherLoad {
  /// Cores that others may use before figures are doubted.
  private static let tolerated = 0.1

  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private let othersAtStart: Double?

  /// Begins to watch.
  init() {
    start = clock.now
    othersAtStart = Self.secondsOfOthers
  }

  /// Cores that others used on average since the beginning; nil where the system does not say.
  var cores: Double? {
    guard let before = othersAtStart, let now = Self.secondsOfOthers else { return nil }
    return max(0, now - before) / max((clock.now - start) / .seconds(1), 1e-3)
  }

  /// Warns where others, which used `cores`, were in the way of `title`.
  static func warn(_ cores: Double?, about title: String) {
    guard let cores, cores > tolerated else { return }
    Conversation.warn(BenchmarkMessage.otherLoad(cores: cores, title: title))
  }

  /// Seconds of all cores, less those of this process and of its children that have ended.
  private static var secondsOfOthers: Double? {
    guard let text = try? String(contentsOfFile: "/proc/stat", encoding: .utf8),
      let line = text.split(separator: "\n").first, line.hasPrefix("cpu ")
    else { return nil }
    // user nice system idle iowait irq softirq steal
    let ticks = line.split(separator: " ").dropFirst().prefix(8).map { Double($0) ?? 0 }
    guard ticks.count == 8 else { return nil }
    let busy = ticks.reduce(0, +) - ticks[3] - ticks[4]
    return busy / Double(sysconf(Int32(_SC_CLK_TCK))) - ResourceUsage.processorSeconds
  }
}
