import Kernels

extension Engine {
  /// Floating-point operations per second of all threads together where nothing waits for memory:
  /// no product in `precision` can be faster. The best of ten trials, a sixth of a second in all.
  public func peakOperationsPerSecond(_ precision: ProductPrecision) -> Double {
    let isPaired = precision == .bfloat16 && instructionSet.multipliesPairs
    let body = isPaired ? kernels.pairMultiplyAdds : kernels.multiplyAdds
    let clock = ContinuousClock()
    func seconds(_ parts: Int, _ count: Int) -> Double {
      clock.measure { _ = map(parts) { _ in Double(body(count)) } } / .seconds(1)
    }
    // Parts of about a millisecond: a thread that is late leaves some to the others.
    let count = max(1, Int(1e-3 * 10_000 / max(seconds(1, 10_000), 1e-9)))
    let parts = threadCount * 16
    let best = (0..<10).map { _ in seconds(parts, count) }.min() ?? .infinity
    let operations = Double(parts) * Double(count) * 18 * 16 * (isPaired ? 4 : 2)
    return operations / best
  }
}
