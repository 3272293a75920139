import Foundation
import Testing
import TextGenLayers

struct NetworkConfigurationTests {
  private let legal = NetworkConfiguration(
    cell: .lstm, layerCount: 2, vocabularySize: 100, embeddingSize: 32, hiddenSize: 64)

  @Test func `a legal configuration passes`() throws {
    try legal.validate()
    var tied = legal
    (tied.tiesEmbeddings, tied.embeddingSize) = (true, 64)
    try tied.validate()
  }

  @Test(arguments: [
    ("layers", 64), ("vocabulary size", 1_048_576), ("embedding size", 65_536),
    ("hidden size", 65_536),
  ])
  func `a size outside its range is named`(name: String, limit: Int) throws {
    for value in [1, limit] { try configuration(name, value).validate() }
    for value in [Int.min, -1, 0, limit + 1, .max] {
      let configuration = configuration(name, value)
      let error = #expect(throws: ConfigurationError.self) { try configuration.validate() }
      #expect(error?.description == "the \(name) is \(value), but must be from 1 to \(limit)")
    }
  }

  /// The legal configuration with another value of one size.
  private func configuration(_ name: String, _ value: Int) -> NetworkConfiguration {
    func size(_ other: String, _ legal: Int) -> Int { name == other ? value : legal }
    return NetworkConfiguration(
      cell: .lstm, layerCount: size("layers", 2), vocabularySize: size("vocabulary size", 100),
      embeddingSize: size("embedding size", 32), hiddenSize: size("hidden size", 64))
  }

  @Test func `tied embeddings of another size are refused with both sizes`() {
    var tied = legal
    tied.tiesEmbeddings = true
    let error = #expect(throws: ConfigurationError.self) { try tied.validate() }
    #expect(
      error?.description
        == "tied embeddings need an embedding as wide as a layer, but the embedding size is 32 and "
        + "the hidden size 64; make them equal or untie them")
  }

  @Test func `the record in a file has these keys`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = String(decoding: try encoder.encode(legal), as: UTF8.self)
    #expect(
      text == #"{"cell":"lstm","embedding_size":32,"hidden_size":64,"layers":2,"#
        + #""tie_embeddings":false,"vocabulary_size":100}"#)
    #expect(try JSONDecoder().decode(NetworkConfiguration.self, from: Data(text.utf8)) == legal)
  }
}
