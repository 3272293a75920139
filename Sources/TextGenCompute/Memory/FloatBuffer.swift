#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A fixed number of floats at a fixed, aligned place, zero at first.
///
/// The storage of activations, packed weights and gradients: what the kernels read and write. A large
/// buffer is mapped: the system hands out its zeros page by page when they are first touched, in huge
/// pages where it has them, since products stride over them. Not for sharing between threads that write
/// to the same floats.
@safe @usableFromInline
package final class FloatBuffer {
  /// The number of floats.
  @usableFromInline package let count: Int

  @usableFromInline let base: UnsafeMutablePointer<Float>
  /// The bytes that are mapped; 0 for memory of the C library.
  private let mappedSize: Int

  /// A buffer of `count` zeros.
  package init(count: Int) {
    precondition(count >= 0, "\(count) floats, expected 0 or more")
    self.count = count
    let (bytes, overflow) = (count + 16).multipliedReportingOverflow(by: 4)
    precondition(!overflow, "\(count) floats are more than memory addresses")
    let isMapped = bytes >= Self.leastMapped
    let alignment = isMapped ? bytes >= Self.leastHuge ? Self.hugePage : 1 << 16 : 64
    let size = (bytes + alignment - 1) / alignment * alignment
    mappedSize = isMapped ? size : 0
    let memory =
      unsafe isMapped
      ? Self.map(size, alignment: alignment) : aligned_alloc(alignment, size)
    guard let memory = unsafe memory else { preconditionFailure("no memory for \(size) bytes") }
    if !isMapped { unsafe memset(memory, 0, size) }
    unsafe base = memory.bindMemory(to: Float.self, capacity: size / 4)
  }

  deinit {
    if mappedSize > 0 { unsafe munmap(base, mappedSize) } else { unsafe free(base) }
  }

  private static let hugePage = 2 << 20
  /// From here on a buffer is filled by the system, which clears only what is touched.
  private static let leastMapped = 1 << 20
  /// From here on a huge page leaves at most a quarter of itself unused.
  private static let leastHuge = 3 << 19

  /// `size` bytes of zeros, both numbers multiples of a page; nil where there is no memory.
  private static func map(_ size: Int, alignment: Int) -> UnsafeMutableRawPointer? {
    let room = size + alignment
    let start = unsafe mmap(
      nil, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let start = unsafe start, unsafe start != MAP_FAILED else { return nil }
    let before = (alignment - Int(bitPattern: start) % alignment) % alignment
    let memory = unsafe start + before
    if before > 0 { unsafe munmap(start, before) }
    if before < alignment { unsafe munmap(memory + size, alignment - before) }
    #if canImport(Glibc)
      if alignment >= hugePage { unsafe madvise(memory, size, Int32(MADV_HUGEPAGE)) }
    #endif
    return unsafe memory
  }

  /// The float at `index`.
  @inlinable package subscript(index: Int) -> Float {
    get {
      precondition(index >= 0 && index < count, "index \(index) of \(count) floats")
      return unsafe base[index]
    }
    set {
      precondition(index >= 0 && index < count, "index \(index) of \(count) floats")
      unsafe base[index] = newValue
    }
  }

  /// Sets every float of `range`, or all, to 0.
  package func clear(_ range: Range<Int>? = nil) {
    let range = checked(range ?? 0..<count)
    unsafe (base + range.lowerBound).update(repeating: 0, count: range.count)
  }

  /// Copies `length` floats of `source` from `start` to `offset`; the two must not overlap.
  package func copy(_ length: Int, from source: FloatBuffer, at start: Int, to offset: Int) {
    let from = source.checked(start..<start + length)
    let to = checked(offset..<offset + length)
    unsafe (base + to.lowerBound).update(from: source.base + from.lowerBound, count: length)
  }

  /// Copies `values` to `offset`.
  package func store(_ values: Span<Float>, at offset: Int) {
    let range = checked(offset..<offset + values.count)
    unsafe values.withUnsafeBufferPointer { source in
      guard let start = source.baseAddress else { return }
      unsafe (base + range.lowerBound).update(from: start, count: range.count)
    }
  }

  /// Writes `numbers`, each times `scale`, to `offset`.
  package func store(_ numbers: Span<Int8>, times scale: Float, at offset: Int) {
    let range = checked(offset..<offset + numbers.count)
    unsafe numbers.withUnsafeBufferPointer { source in
      let target = unsafe base + range.lowerBound
      for index in 0..<range.count { unsafe target[index] = scale * Float(source[index]) }
    }
  }

  /// Copies the floats of `range` into `values` from `start` on.
  package func load(_ range: Range<Int>, into values: inout [Float], at start: Int) {
    let range = checked(range)
    precondition(
      start >= 0 && start + range.count <= values.count,
      "\(range.count) floats at \(start) of \(values.count)")
    unsafe values.withUnsafeMutableBufferPointer { target in
      guard let first = target.baseAddress else { return }
      unsafe (first + start).update(from: base + range.lowerBound, count: range.count)
    }
  }

  /// The floats of `range`, or all, as an array.
  package func values(_ range: Range<Int>? = nil) -> [Float] {
    let range = checked(range ?? 0..<count)
    return unsafe Array(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
  }

  func checked(_ range: Range<Int>) -> Range<Int> {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= count,
      "floats \(range.lowerBound) to \(range.upperBound) of \(count)")
    return range
  }

  /// The address of `index`, from which `length` floats are readable and writable.
  func pointer(_ index: Int, length: Int) -> UnsafeMutablePointer<Float> {
    _ = checked(index..<index + length)
    return unsafe base + index
  }
}
