import TextGenKernels

extension Engine {
  /// Operations per second of all threads together where nothing waits for memory: no product in
  /// `precision` can be faster. The best of ten trials, a sixth of a second in all; nil where no
  /// instruction multiplies and adds words of this precision.
  package func peakOperationsPerSecond(
    _ precision: ProductPrecision, clock: some Clock<Duration> = ContinuousClock()
  ) -> Double? {
    guard multiplyAdds(precision, 0) != nil else { return nil }
    func seconds(_ parts: Int, _ count: Int) -> Double {
      clock.measure { _ = map(parts) { _ in Double(multiplyAdds(precision, count) ?? 0) } }
        / .seconds(1)
    }
    // Parts of about a millisecond: a thread that is late leaves some to the others.
    let count = max(1, Int(1e-3 * 10_000 / max(seconds(1, 10_000), 1e-9)))
    let parts = threadCount * 16
    let best = (0..<10).map { _ in seconds(parts, count) }.min() ?? .infinity
    let valuesOfWord = Double(4 / precision.words(4))
    return Double(parts) * Double(count) * 18 * 16 * 2 * valuesOfWord / best
  }

  private func multiplyAdds(_ precision: ProductPrecision, _ count: Int) -> Float? {
    switch precision {
    case .float32: kernels.multiplyAdds(count)
    case .bfloat16: wordKernels.pairMultiplyAdds(count)
    case .int8: wordKernels.byteMultiplyAdds(count)
    }
  }
}
