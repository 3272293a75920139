// What a transformer does to a row, one float at a time; see TransformerKernels.swift.

import TextGenKernels

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension ReferenceKernels {
  static func normalize(
    count: Int, input: UnsafePointer<Float>, weight: UnsafePointer<Float>,
    bias: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>,
    statistics: UnsafeMutablePointer<Float>
  ) {
    var (sum, squares) = (Float(0), Float(0))
    for i in 0..<count { unsafe sum += input[i] }
    let mean = sum / Float(count)
    for i in 0..<count { unsafe squares += (input[i] - mean) * (input[i] - mean) }
    let inverse = 1 / (squares / Float(count) + 1e-5).squareRoot()
    for i in 0..<count { unsafe output[i] = (input[i] - mean) * inverse * weight[i] + bias[i] }
    unsafe (statistics[0], statistics[1]) = (mean, inverse)
  }

  static func normalizeBackward(
    count: Int, input: UnsafePointer<Float>, weight: UnsafePointer<Float>,
    statistics: UnsafePointer<Float>, gradient: UnsafePointer<Float>,
    inputGradient: UnsafeMutablePointer<Float>, weightGradient: UnsafeMutablePointer<Float>,
    biasGradient: UnsafeMutablePointer<Float>
  ) {
    let (mean, inverse) = unsafe (statistics[0], statistics[1])
    var (sum, product) = (Float(0), Float(0))
    for i in 0..<count {
      let x = unsafe (input[i] - mean) * inverse
      unsafe sum += gradient[i] * weight[i]
      unsafe product += gradient[i] * weight[i] * x
      unsafe weightGradient[i] += gradient[i] * x
      unsafe biasGradient[i] += gradient[i]
    }
    for i in 0..<count {
      let x = unsafe (input[i] - mean) * inverse
      let d = unsafe gradient[i] * weight[i]
      unsafe inputGradient[i] += (d - (sum + x * product) / Float(count)) * inverse
    }
  }

  static func gelu(
    count: Int, input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>
  ) {
    for i in 0..<count { unsafe output[i] = input[i] * (1 + tanhf(geluAngle(input[i]))) / 2 }
  }

  static func geluBackward(
    count: Int, input: UnsafePointer<Float>, gradient: UnsafePointer<Float>,
    inputGradient: UnsafeMutablePointer<Float>
  ) {
    for i in 0..<count {
      let x = unsafe input[i]
      let t = tanhf(geluAngle(x))
      let slope = geluFactor * (1 + 3 * 0.044_715 * x * x)
      unsafe inputGradient[i] = gradient[i] * ((1 + t) / 2 + x * slope * (1 - t * t) / 2)
    }
  }

  static func weigh(
    count: Int, scores: UnsafeMutablePointer<Float>
  ) {
    var (maximum, sum) = (-Float.infinity, Float(0))
    for i in 0..<count { unsafe maximum = max(maximum, scores[i]) }
    for i in 0..<count {
      unsafe scores[i] = expf(max(scores[i] - maximum, -87))
      unsafe sum += scores[i]
    }
    for i in 0..<count { unsafe scores[i] /= sum }
  }

  static func weighBackward(
    count: Int, weights: UnsafePointer<Float>, gradients: UnsafeMutablePointer<Float>
  ) {
    var sum = Float(0)
    for i in 0..<count { unsafe sum += weights[i] * gradients[i] }
    for i in 0..<count { unsafe gradients[i] = weights[i] * (gradients[i] - sum) }
  }

  static func rotate(
    count: Int, cosines: UnsafePointer<Float>, sines: UnsafePointer<Float>,
    values: UnsafeMutablePointer<Float>
  ) {
    for i in 0..<count {
      let (a, b) = unsafe (values[i], values[i + count])
      unsafe values[i] = a * cosines[i] - b * sines[i]
      unsafe values[i + count] = b * cosines[i] + a * sines[i]
    }
  }
}

private let geluFactor: Float = 0.797_884_56

private func geluAngle(_ x: Float) -> Float { geluFactor * (x + 0.044_715 * x * x * x) }
