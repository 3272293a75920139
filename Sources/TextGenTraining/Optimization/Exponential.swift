#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `base` raised to `exponent`.
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

/// The cosine of `angle` in radians.
func cosine(_ angle: Double) -> Double { cos(angle) }

/// e raised to `exponent`.
func exponential(_ exponent: Double) -> Double { exp(exponent) }
