import Glibc

/// A text file to which whole lines are added, one write for each, so that a reader of a run that
/// goes on, or that was killed, sees every line that was added.
package final class LineLog {
  private static let newline = UInt8(ascii: "\n")

  private let descriptor: Int32
  private let path: String
  /// Where the lines are until the log takes its place; nil where they are there already.
  private var temporary: String?

  /// The bytes written so far; kept in a checkpoint, it lets a resumed run drop later lines.
  package private(set) var byteCount: Int

  /// Opens the log at `path`, which is created if need be, and keeps its first `kept` bytes, all by
  /// default; of those, a last line without its end is dropped.
  ///
  /// `keeping: 0` starts anew.
  ///
  /// - Throws: `FileError` where the file cannot be opened, read or cut.
  package init(_ path: String, keeping kept: Int = .max) throws(FileError) {
    precondition(kept >= 0, "a log cannot keep \(kept) bytes")
    self.path = path
    descriptor = try Self.open(path, named: path)
    byteCount = 0
    do {
      let end = try SystemError.check { [descriptor] in lseek(descriptor, 0, SEEK_END) }
      byteCount = try Self.endOfLastLine(descriptor, before: min(end, kept))
      try cut()
    } catch {
      throw FileError(path, .notWritten, error, "cannot be continued: \(error)")
    }
  }

  /// Opens an empty log that leaves an earlier one at `path` as it is, until `takePlace`; without that
  /// its lines are gone with it.
  ///
  /// - Throws: `FileError` where no file can be made beside the earlier one.
  package init(replacing path: String) throws(FileError) {
    self.path = path
    let name = TemporaryName(in: ReplacementTarget.folder(of: path)).path
    descriptor = try Self.open(name, named: path)
    temporary = name
    byteCount = 0
  }

  deinit {
    close(descriptor)
    if let temporary { unsafe unlink(temporary) }
  }

  /// Replaces the earlier log by this one, in one step.
  ///
  /// - Throws: `FileError` where the system refuses; the earlier log is as it was.
  package func takePlace() throws(FileError) {
    guard let name = temporary else { return }
    do {
      try SystemFileOperations().rename(name, to: path)
    } catch {
      throw .notWritten(path, error, previousExists: true)
    }
    temporary = nil
  }

  private static func open(_ path: String, named name: String) throws(FileError) -> Int32 {
    do {
      return try SystemError.check {
        unsafe Glibc.open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
      }
    } catch {
      throw FileError(name, .notWritten, error, "cannot be opened: \(error)")
    }
  }

  /// Adds `line`, which holds no line end, and a line end.
  ///
  /// - Throws: `FileError` where the system refuses; the log then ends with the line before.
  package func append(_ line: String) throws(FileError) {
    var bytes = Array(line.utf8)
    precondition(
      !bytes.contains(Self.newline), "a log line of \(bytes.count) bytes holds a line end")
    bytes.append(Self.newline)
    do {
      try unsafe SystemFileOperations().writeAll(bytes.span.bytes, to: descriptor)
    } catch {
      try? cut()
      throw FileError(path, .notWritten, error, "cannot take another line: \(error)")
    }
    byteCount += bytes.count
  }

  /// Flushes the lines to the disk, for a log that has to outlive a power cut.
  ///
  /// - Throws: `FileError` where the system refuses.
  package func synchronize() throws(FileError) {
    do {
      try SystemFileOperations().synchronize(descriptor)
    } catch {
      throw FileError(path, .notFlushed, error, "cannot be flushed to the disk: \(error)")
    }
  }

  private func cut() throws(SystemError) {
    _ = try SystemError.check { ftruncate(descriptor, byteCount) }
  }

  /// The position after the last line end among the first `end` bytes, searched from the back.
  private static func endOfLastLine(
    _ descriptor: Int32, before end: Int
  ) throws(SystemError) -> Int {
    var block = [UInt8](repeating: 0, count: 65_536)
    var end = end
    while end > 0 {
      let start = max(0, end - block.count)
      let count = try SystemError.check {
        unsafe block.withUnsafeMutableBytes { buffer in
          unsafe pread(descriptor, buffer.baseAddress, end - start, start)
        }
      }
      if let index = block.prefix(count).lastIndex(of: newline) { return start + index + 1 }
      end = start
    }
    return 0
  }
}
