// The texts in a checkpoint's metadata: format, version, and JSON for what a model is made of.

import FoundationEssentials
package import TextGenCompute
package import TextGenLayers
package import TextGenSafeTensors
package import TextGenTokenization

/// Keys of the metadata of a checkpoint.
package enum CheckpointKey {
  package static let format = "format"
  package static let version = "format_version"
  package static let configuration = "configuration"
  package static let tokenizer = "tokenizer"
  package static let information = "information"
  package static let quantization = "quantization"
  package static let ngrams = "ngrams"
  package static let formatName = "textgen"
  /// The only quantization there is: matrices in int8 with a float for each row.
  package static let quantizationName = "int8-per-row"
}

/// Versions of the format. A file has the lowest that says all of it, so that an older program reads
/// what it understands and refuses the rest. What it may pass over without a different prediction or
/// step, such as the name of the model that a run started from, raises no version.
package enum CheckpointVersion {
  /// Weights are floats, and so is what training multiplies.
  package static let floats = 1
  /// Weights are whole numbers of 8 bits, or training multiplies bfloat16.
  package static let fewerBits = 2
  /// N-grams stand beside the network, in families; version 3 had them in another form.
  package static let ngrams = 4
  /// The network is not recurrent.
  package static let architectures = 5
  /// The state of a run leaves out the moments that its optimizer does not keep.
  package static let partialMoments = 6
  /// The learning rate of a run follows another schedule than a cosine.
  package static let schedules = 7
  /// The latest version, and the last that this program reads.
  package static let current = schedules
}

/// Reads the texts of one file and names the file in every error.
package struct CheckpointMetadata {
  private let file: SafeTensorsFile
  private let version: Int

  /// The texts that every checkpoint file carries; `precision` is that of the weights, or of what
  /// training multiplies.
  package static func texts(
    _ configuration: NetworkConfiguration, _ tokenizer: any Tokenizer,
    _ precision: ProductPrecision, hasNGrams: Bool = false
  ) -> [String: String] {
    let version =
      if configuration.cell == nil {
        CheckpointVersion.architectures
      } else if hasNGrams {
        CheckpointVersion.ngrams
      } else {
        precision == .float32 ? CheckpointVersion.floats : CheckpointVersion.fewerBits
      }
    return [
      CheckpointKey.format: CheckpointKey.formatName,
      CheckpointKey.version: "\(version)",
      CheckpointKey.configuration: jsonText(configuration),
      CheckpointKey.tokenizer: jsonText(tokenizer.record),
    ]
  }

  /// The metadata of `file`, whose format and version are checked.
  ///
  /// - Throws: `CheckpointError` for another format or a later version.
  package init(_ file: SafeTensorsFile) throws(CheckpointError) {
    self.file = file
    guard file.metadata[CheckpointKey.format] == CheckpointKey.formatName else {
      throw .notACheckpoint(path: file.name, missingKey: CheckpointKey.format)
    }
    guard let text = file.metadata[CheckpointKey.version] else {
      throw .notACheckpoint(path: file.name, missingKey: CheckpointKey.version)
    }
    guard let version = Int(text), version >= 1 else {
      throw .invalidMetadata(
        path: file.name, key: CheckpointKey.version,
        detail: "\(text.prefix(40)) is not a version number")
    }
    guard version <= CheckpointVersion.current else {
      throw .newerVersion(path: file.name, found: version, supported: CheckpointVersion.current)
    }
    self.version = version
  }

  /// What the weights of a model are: floats, or whole numbers of 8 bits.
  package func weightPrecision() throws(CheckpointError) -> ProductPrecision {
    guard version >= CheckpointVersion.fewerBits,
      let text = file.metadata[CheckpointKey.quantization]
    else { return .float32 }
    guard text == CheckpointKey.quantizationName else {
      throw invalid(
        CheckpointKey.quantization,
        "expected \"\(CheckpointKey.quantizationName)\", the only one that this program knows")
    }
    return .int8
  }

  /// The n-grams that the file holds, not decoded yet; nil where it holds none.
  func ngrams(
    for configuration: NetworkConfiguration
  ) throws(CheckpointError) -> StoredNGrams? {
    guard version > CheckpointVersion.fewerBits, file.metadata[CheckpointKey.ngrams] != nil else {
      return nil
    }
    guard version >= CheckpointVersion.ngrams else {
      throw .mismatch(
        path: file.name,
        detail:
          "its n-grams have the form of version \(version), which is no longer read; train it again"
      )
    }
    return try StoredNGrams(
      file, try decode(NGramRecord.self, CheckpointKey.ngrams),
      vocabularySize: configuration.vocabularySize)
  }

  /// The value that the JSON text under `key` describes.
  package func decode<Value: Decodable>(
    _ type: Value.Type, _ key: String
  ) throws(CheckpointError) -> Value {
    let text = try text(key)
    do {
      return try JSONDecoder().decode(type, from: Data(text.utf8))
    } catch {
      throw notJSON(key)
    }
  }

  /// The shape of the network, its sizes checked.
  package func configuration() throws(CheckpointError) -> NetworkConfiguration {
    let configuration = try decode(NetworkConfiguration.self, CheckpointKey.configuration)
    do {
      try configuration.validate()
    } catch {
      throw invalid(CheckpointKey.configuration, "\(error)")
    }
    return configuration
  }

  /// The tokenizer, whose vocabulary must be that of `configuration`.
  package func tokenizer(
    for configuration: NetworkConfiguration
  ) throws(CheckpointError) -> any Tokenizer {
    try tokenizer(of: tokenizerRecord(), for: configuration)
  }

  /// All that it takes to make the tokenizer again.
  func tokenizerRecord() throws(CheckpointError) -> TokenizerRecord {
    let text = try text(CheckpointKey.tokenizer)
    do {
      return try TokenizerRecord(json: text)
    } catch {
      throw notJSON(CheckpointKey.tokenizer)
    }
  }

  /// The tokenizer of `record`, whose vocabulary must be that of `configuration`.
  func tokenizer(
    of record: TokenizerRecord, for configuration: NetworkConfiguration
  ) throws(CheckpointError) -> any Tokenizer {
    let tokenizer: any Tokenizer
    do {
      tokenizer = try record.makeTokenizer()
    } catch {
      throw invalid(CheckpointKey.tokenizer, "\(error)")
    }
    guard tokenizer.vocabulary.count == configuration.vocabularySize else {
      throw .mismatch(
        path: file.name,
        detail: "the vocabulary has \(tokenizer.vocabulary.count) tokens, but the network is "
          + "made for \(configuration.vocabularySize)")
    }
    return tokenizer
  }

  private func text(_ key: String) throws(CheckpointError) -> String {
    guard let text = file.metadata[key] else {
      throw .notACheckpoint(path: file.name, missingKey: key)
    }
    return text
  }

  private func notJSON(_ key: String) -> CheckpointError {
    invalid(key, "it is not the JSON that was expected")
  }

  private func invalid(_ key: String, _ detail: String) -> CheckpointError {
    .invalidMetadata(path: file.name, key: key, detail: detail)
  }
}
