import Glibc

/// What the system counts for the process.
enum ResourceUsage {
  /// The most memory that was resident so far, in bytes.
  static var peakResidentBytes: Int {
    var usage = rusage()
    guard unsafe getrusage(RUSAGE_SELF.rawValue, &usage) == 0 else { return 0 }
    return usage.ru_maxrss * 1024
  }
}
