#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The natural logarithm of `x`.
func logarithm(_ x: Double) -> Double { log(x) }
