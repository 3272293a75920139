import Foundation
import Testing
import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers
import TextGenSafeTensors
import TextGenTestSupport
import TextGenTokenization

/// Files whose matrices are whole numbers of 8 bits.
struct QuantizedFileTests {
  private let stored = StoredCheckpoint(version: 2)

  /// The stored model's tokenizer with a network of another shape.
  private func file(_ cell: CellKind, ties: Bool = false) throws -> ModelFile {
    let first = try ModelFile(contentsOf: StoredCheckpoint(version: 1).path())
    let configuration = NetworkConfiguration(
      cell: cell, layerCount: 2, vocabularySize: first.configuration.vocabularySize,
      embeddingSize: 37, hiddenSize: 37, tiesEmbeddings: ties)
    let sample = NetworkSample(configuration, rows: 1, steps: 1, scale: 0.2)
    return ModelFile(
      configuration: configuration, parameters: sample.parameters, tokenizer: first.tokenizer,
      information: first.information)
  }

  private func scores(_ model: LanguageModel, _ tokenizer: any Tokenizer) -> [Float] {
    var state = model.makeState()
    model.feed([tokenizer.lineBreak], to: &state)
    return model.score(tokenizer.encode("O rato riu.\n"), state: &state)
  }

  @Test func `a quantized checkpoint of the second version loads and predicts as it did`() throws {
    let file = try ModelFile(contentsOf: stored.path())
    #expect(file.precision == .int8)
    #expect(file.information.steps == 30)
    let model = file.makeModel(engine: Engine(instructionSet: .baseline))
    #expect(model.precision == .int8)
    let sum = scores(model, file.tokenizer).reduce(0, +)
    // The original gives -34.787144.
    #expect(abs(sum + 34.788376) < 1e-4)
  }

  @Test(arguments: CellKind.allCases, [false, true])
  func `a quantized file is read as it was written and predicts like --quantize int8`(
    _ cell: CellKind, ties: Bool
  ) throws {
    let original = try file(cell, ties: ties)
    let expected = original.makeModel(precision: .int8, engine: Engine())
    try withTemporaryFile { path in
      try original.quantized().write(toFile: path)
      let read = try ModelFile(contentsOf: path)
      let rounded = original.quantized().parameters
      for tensor in ParameterLayout(original.configuration).tensors {
        let isEqual = Array(read.parameters[tensor.range]).bits == Array(rounded[tensor.range]).bits
        #expect(isEqual, "\(tensor.name)")
      }
      #expect(
        scores(read.makeModel(engine: Engine(threadCount: 2)), read.tokenizer).bits
          == scores(expected, read.tokenizer).bits)
      let floats = read.makeModel(precision: .float32, engine: Engine())
      #expect(floats.precision == .float32)
      #expect(scores(floats, read.tokenizer) != scores(expected, read.tokenizer))
    }
  }

  @Test(arguments: Architecture.samples, ProductPrecision.allCases)
  func `weights that are read from the file when they are packed predict as those of memory`(
    _ architecture: Architecture, precision: ProductPrecision
  ) throws {
    let first = try ModelFile(contentsOf: StoredCheckpoint(version: 1).path())
    let configuration = architecture.configuration(
      layers: 2, vocabulary: first.configuration.vocabularySize, embedding: 18, hidden: 35)
    let sample = NetworkSample(configuration, rows: 1, steps: 1, scale: 0.2)
    let file = ModelFile(
      configuration: configuration, parameters: sample.parameters, tokenizer: first.tokenizer,
      information: first.information)
    for file in [file, file.quantized()] {
      try withTemporaryFile { path in
        try file.write(toFile: path)
        let read = try ModelFile(contentsOf: path, engine: Engine(threadCount: 2))
        let (found, expected) = (read.parameters, file.parameters)
        for tensor in ParameterLayout(configuration).tensors {
          let isEqual = found[tensor.range].elementsEqual(expected[tensor.range])
          #expect(isEqual, "\(tensor.name)")
        }
        let engine = Engine(threadCount: 2)
        #expect(
          scores(read.makeModel(precision: precision, engine: engine), first.tokenizer).bits
            == scores(file.makeModel(precision: precision, engine: Engine()), first.tokenizer).bits)
      }
    }
  }

  @Test func `whole numbers that another program rounded predict as the floats they stand for`()
    throws
  {
    let altered = try stored.reading(tensors: { tensors in
      for (name, tensor) in tensors { tensors[name]?.numbers = tensor.numbers?.map { $0 / 2 } }
    }).get()
    let floats = NetworkModel(
      altered.configuration, parameters: altered.parameters, precision: .int8, engine: Engine())
    #expect(
      scores(altered.makeModel(engine: Engine()), altered.tokenizer).bits
        == scores(LanguageModel(floats), altered.tokenizer).bits)
  }

  @Test func `matrices take a quarter of the size, and vectors stay as they are`() throws {
    let original = try file(.lstm)
    try withTemporaryFile { path in
      try original.quantized().write(toFile: path)
      let read = try SafeTensorsFile(path: path)
      let layout = ParameterLayout(original.configuration)
      for tensor in layout.tensors {
        let isMatrix = tensor.shape.count == 2
        let entry = try read.entry(named: tensor.name)
        #expect(entry.shape == tensor.shape)
        #expect(entry.type == (isMatrix ? .int8 : .float32))
        #expect((read[tensor.name + ".scale"]?.shape ?? []) == (isMatrix ? [tensor.shape[0]] : []))
        if !isMatrix {
          let isEqual =
            try read.floats(named: tensor.name)[...] == original.parameters[tensor.range]
          #expect(isEqual)
        }
      }
      #expect(read.metadata["format_version"] == "2")
      #expect(read.metadata["quantization"] == "int8-per-row")
    }
  }

  @Test func `rounded weights are near, and rounding them again changes no bit`() {
    let layout = ParameterLayout(
      NetworkConfiguration(
        cell: .gru, layerCount: 2, vocabularySize: 900, embeddingSize: 5, hiddenSize: 33))
    var generator = SeededGenerator(seed: 8)
    var weights = [Float](repeating: 0, count: layout.count)
    for tensor in layout.tensors {
      let width = tensor.shape.last ?? 1
      for start in stride(from: tensor.offset, to: tensor.range.upperBound, by: width) {
        // From rows of zeros and of the smallest numbers to rows of the largest.
        let size = Float(
          sign: .plus, exponent: Int.random(in: -160...120, using: &generator), significand: 1)
        for place in start..<start + width {
          weights[place] = size * Float.random(in: -2...2, using: &generator)
        }
      }
    }
    let rounded = layout.rounded(weights)
    let isFixed = layout.rounded(rounded).bits == rounded.bits
    #expect(isFixed)
    for tensor in layout.tensors {
      guard tensor.shape.count == 2 else {
        let isEqual = rounded[tensor.range] == weights[tensor.range]
        #expect(isEqual)
        continue
      }
      for start in stride(from: tensor.offset, to: tensor.range.upperBound, by: tensor.shape[1]) {
        let row = start..<start + tensor.shape[1]
        let largest = weights[row].reduce(0) { max($0, abs($1)) }
        let error = row.reduce(0) { max($0, abs(weights[$1] - rounded[$1])) }
        #expect(error <= max(largest / 253, 1.5e-36))
      }
    }
  }

  @Test func `an unknown quantization is refused, and none means floats`() throws {
    expectRefusal(
      try stored.reading(metadata: { $0["quantization"] = "int4" }),
      saying: "\"quantization\" is not usable: expected \"int8-per-row\"")
    for key in ["quantization", "format_version"] {
      expectRefusal(
        try stored.reading(metadata: { $0[key] = key == "quantization" ? nil : "1" }),
        saying: "tensor \"embedding.weight\" holds I8, expected F32")
    }
    expectRefusal(
      try StoredCheckpoint(version: 1).reading(metadata: { metadata in
        metadata["format_version"] = "2"
        metadata["quantization"] = "int8-per-row"
      }),
      saying: "tensor \"embedding.weight\" holds F32, expected I8")
  }

  @Test func `scales must be there, one a row`() throws {
    expectRefusal(
      try stored.reading(tensors: { $0["output.weight.scale"] = nil }),
      saying: "there is no tensor \"output.weight.scale\"")
    expectRefusal(
      try stored.reading(tensors: { tensors in
        tensors["output.weight.scale"]?.floats.removeLast()
        tensors["output.weight.scale"]?.shape = [16]
      }),
      saying: "\"output.weight.scale\" has the shape [16], expected [17]")
    expectRefusal(
      try stored.reading(tensors: { tensors in
        tensors["output.weight.scale"]?.numbers = [Int8](repeating: 1, count: 17)
      }),
      saying: "\"output.weight.scale\" holds I8, expected F32")
    expectRefusal(
      try stored.reading(tensors: { $0["output.weight"]?.shape = [4, 17] }),
      saying: "has the shape [4, 17], expected [17, 4]")
    expectRefusal(
      try stored.reading(tensors: { tensors in
        tensors["output.bias"]?.numbers = [Int8](repeating: 1, count: 17)
      }),
      saying: "\"output.bias\" holds I8, expected F32")
  }

  @Test(arguments: [0, -0.0, -1, 3e36, -.infinity, .infinity, .nan] as [Float])
  func `a scale that no row has is refused with its place`(_ scale: Float) throws {
    expectRefusal(
      try stored.reading(tensors: { $0["output.weight.scale"]?.floats[5] = scale }),
      saying: scale.isFinite
        ? "element 5 of tensor \"output.weight.scale\" is \(scale), but a scale is above 0"
        : "element 5 of tensor \"output.weight.scale\", at byte")
  }

  @Test func `whatever the numbers and scales, a model is read that predicts, or none`() throws {
    var generator = SeededGenerator(seed: 6)
    var read = 0
    for _ in 0..<200 {
      let result = try stored.reading(tensors: { tensors in
        for name in tensors.keys.sorted() where Bool.random(using: &generator) {
          guard let count = tensors[name]?.shape.reduce(1, *) else { continue }
          let place = Int.random(in: 0..<count, using: &generator)
          if tensors[name]?.numbers != nil {
            tensors[name]?.numbers?[place] = Int8.random(in: -128...127, using: &generator)
          } else {
            tensors[name]?.floats[place] = Float(
              bitPattern: UInt32.random(in: 0...UInt32.max, using: &generator))
          }
        }
      })
      guard case .success(let file) = result else { continue }
      read += 1
      #expect(scores(file.makeModel(engine: Engine()), file.tokenizer).count == 12)
    }
    #expect(read > 10 && read < 190)
  }
}
