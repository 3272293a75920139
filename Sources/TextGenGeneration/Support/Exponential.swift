#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// e to the power of `x`.
@inline(__always)
func exponential(_ x: Float) -> Float { exp(x) }

/// e to the power of `x`.
@inline(__always)
func exponential(_ x: Double) -> Double { exp(x) }

/// `base` to the power of `exponent`.
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

/// The natural logarithm of `x`.
func naturalLogarithm(_ x: Double) -> Double { log(x) }

/// The logarithm of `x` to base 2.
func binaryLogarithm(_ x: Double) -> Double { log2(x) }
