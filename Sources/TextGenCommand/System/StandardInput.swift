import Glibc

/// The standard input of the process.
enum StandardInput {
  /// Whether a person types.
  static var isTerminal: Bool { isatty(0) == 1 }

  /// A line without its end.
  enum Line: Hashable {
    case whole([UInt8])
    /// The line was longer than can be held; all of it was read and dropped.
    case tooLong

    /// The bytes of the line; nil where it was too long.
    var bytes: [UInt8]? { if case .whole(let bytes) = self { bytes } else { nil } }
  }

  /// The lines of standard input, each as soon as it is complete; the last one may lack its end.
  struct Lines {
    private static let newline = UInt8(ascii: "\n")

    private let maximumLength: Int
    private var buffer: [UInt8] = []
    private var scanned = 0
    private var dropsLine = false
    private var isAtEnd = false

    /// Lines of at most `maximumLength` bytes.
    init(maximumLength: Int) { self.maximumLength = maximumLength }

    /// The next line; nil at the end.
    ///
    /// - Throws: `Failure` where the system refuses to read.
    mutating func next() throws -> Line? {
      while true {
        if let end = buffer[scanned...].firstIndex(of: Self.newline) {
          let line = Array(buffer[..<end])
          buffer.removeFirst(end + 1)
          return finish(line)
        }
        scanned = buffer.count
        if buffer.count > maximumLength {
          dropsLine = true
          buffer = []
          scanned = 0
        }
        if isAtEnd {
          let line = buffer
          buffer = []
          return line.isEmpty && !dropsLine ? nil : finish(line)
        }
        try read()
      }
    }

    private mutating func finish(_ line: [UInt8]) -> Line {
      defer { dropsLine = false }
      scanned = 0
      if dropsLine || line.count > maximumLength { return .tooLong }
      return .whole(line.last == UInt8(ascii: "\r") ? Array(line.dropLast()) : line)
    }

    private mutating func read() throws {
      var block = [UInt8](repeating: 0, count: 1 << 16)
      let count = unsafe block.withUnsafeMutableBytes { bytes in
        unsafe systemRead(bytes.baseAddress, bytes.count)
      }
      if count > 0 {
        buffer += block[..<count]
      } else if count == 0 {
        isAtEnd = true
      } else if errno != EINTR {
        throw Failure(SystemMessage.noInput(SystemWords.english(errno)))
      }
    }
  }
}

private func systemRead(_ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  unsafe read(0, bytes, count)
}
