import Glibc

/// What the system counts for the process.
enum ResourceUsage {
  /// The most memory that was resident so far, in bytes.
  static var peakResidentBytes: Int {
    var usage = rusage()
    guard unsafe getrusage(RUSAGE_SELF.rawValue, &usage) == 0 else { return 0 }
    return usage.ru_maxrss * 1024
  }

  /// Seconds that this process and its children that have ended kept a core busy.
  static var processorSeconds: Double {
    [RUSAGE_SELF, RUSAGE_CHILDREN].reduce(0) { sum, who in
      var usage = rusage()
      guard unsafe getrusage(who.rawValue, &usage) == 0 else { return sum }
      return sum
        + [usage.ru_utime, usage.ru_stime].reduce(0) {
          $0 + Double($1.tv_sec) + Double($1.tv_usec) * 1e-6
        }
    }
  }
}
