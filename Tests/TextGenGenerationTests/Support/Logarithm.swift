import Foundation

/// The natural logarithm of `x`.
func logarithm(_ x: Float) -> Float { log(x) }

/// The natural logarithm of `x`.
func logarithm(_ x: Double) -> Double { log(x) }

/// e to the power of `x`.
func exponential(_ x: Double) -> Double { exp(x) }
