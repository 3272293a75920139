import Glibc

/// Who started this process as a service and listens to how it is, such as systemd (`NOTIFY_SOCKET`).
struct ServiceManager {
  /// What it hears.
  enum Note: String {
    case ready = "READY=1"
    case stopping = "STOPPING=1"
  }

  private let address: String

  /// One that listens at `address`, a path, or a name after `@`; nil where nobody does.
  init?(_ address: String? = Environment["NOTIFY_SOCKET"]) {
    guard let address, ["/", "@"].contains(address.first) else { return nil }
    self.address = address
  }

  /// The socket that listens already for this process, the first of those that are handed over
  /// (`LISTEN_FDS`); nil for none.
  static func handedSocket(
    process: String? = Environment["LISTEN_PID"], count: String? = Environment["LISTEN_FDS"]
  ) -> Int32? {
    guard let process, Int32(process) == getpid(), let count = count.flatMap({ Int($0) }), count > 0
    else { return nil }
    // After the three standard streams; no process that this one starts has it.
    _ = fcntl(3, F_SETFD, FD_CLOEXEC)
    return 3
  }

  /// Tells it `note`; where it can't be reached, the service does its work all the same.
  func tell(_ note: Note) {
    var (target, path) = (sockaddr_un(), Array(address.utf8))
    // A name that is no file's begins with a zero.
    if path[0] == UInt8(ascii: "@") { path[0] = 0 }
    guard path.count < MemoryLayout.size(ofValue: target.sun_path) else { return }
    target.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &target.sun_path) { unsafe $0.copyBytes(from: path) }
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
    guard descriptor >= 0 else { return }
    defer { _ = close(descriptor) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + path.count)
    let bytes = Array(note.rawValue.utf8)
    unsafe withUnsafeBytes(of: &target) { buffer in
      let address = unsafe buffer.baseAddress?.assumingMemoryBound(to: sockaddr.self)
      _ = unsafe sendto(
        descriptor, bytes, bytes.count, 0, address, length)
    }
  }
}
