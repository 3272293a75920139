// Flat vectors of parameters as the named tensors of a safetensors file, and back.

import TextGenCompute
package import TextGenLayers
package import TextGenSafeTensors

extension SafeTensorsWriter {
  /// Adds every tensor of a flat vector, or those of `tensors`, its name after `prefix`.
  package mutating func add(
    _ values: [Float], _ layout: ParameterLayout, of tensors: [ParameterLayout.Tensor]? = nil,
    prefix: String = ""
  ) {
    precondition(values.count == layout.count, "\(values.count) floats for \(layout.count)")
    for tensor in tensors ?? layout.tensors {
      add(prefix + tensor.name, shape: tensor.shape, values[tensor.range])
    }
  }
}

extension SafeTensorsFile {
  /// The flat vector whose tensors, or those of `tensors`, have names that begin with `prefix`; all
  /// else is 0.
  ///
  /// Every shape is checked before memory is taken.
  ///
  /// - Throws: `SafeTensorsError` for a missing tensor, another shape or a value that is not finite.
  package func parameters(
    _ layout: ParameterLayout, of tensors: [ParameterLayout.Tensor]? = nil, prefix: String = ""
  ) throws(SafeTensorsError) -> [Float] {
    let tensors = tensors ?? layout.tensors
    for tensor in tensors {
      _ = try entry(named: prefix + tensor.name, type: .float32, shape: tensor.shape)
    }
    var values = [Float](repeating: 0, count: layout.count)
    for tensor in tensors {
      values.replaceSubrange(tensor.range, with: try floats(named: prefix + tensor.name))
    }
    return values
  }
}
