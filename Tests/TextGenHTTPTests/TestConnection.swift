#if Server
  import Glibc

  /// A connection to a server on this machine, byte by byte.
  struct TestConnection {
    private let descriptor: Int32

    /// A connection to `port`; reading gives up after `seconds`, which a machine that runs all tests at once needs.
    init?(port: Int, seconds: Int = 120) {
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = in_port_t(UInt16(port).bigEndian)
      address.sin_addr.s_addr = inet_addr("127.0.0.1")
      var time = timeval(tv_sec: seconds, tv_usec: 0)
      setsockopt(
        descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
      let status = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      guard status == 0 else { return nil }
    }

    /// Sends text; false where the server has closed.
    @discardableResult
    func send(_ text: String) -> Bool {
      var bytes = Array(text.utf8)[...]
      while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes {
          Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        guard count > 0 else { return false }
        bytes = bytes.dropFirst(count)
      }
      return true
    }

    /// What comes next, up to some bytes; empty at the end, or where nothing comes.
    func receiveSome(_ most: Int = 1 << 16) -> String {
      var bytes = [UInt8](repeating: 0, count: most)
      let count = recv(descriptor, &bytes, most, 0)
      return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }

    /// All that comes until the server closes, or until it has `end`.
    func receive(until end: String? = nil) -> String {
      var text = ""
      while true {
        let next = receiveSome()
        text += next
        if next.isEmpty || end.map({ text.contains($0) }) ?? false { return text }
      }
    }

    /// Leaves.
    func close() { _ = Glibc.close(descriptor) }
  }
#endif
