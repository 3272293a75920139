import TextGenGeneration
import TextGenJSON

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// How a text is written, by llama.cpp's names.
struct LlamaSettings: Sendable {
  private let request: LlamaRequest
  private let seed: Int

  /// The settings of a request whose seed is `seed`.
  init(_ request: LlamaRequest, seed: UInt64?) {
    self.request = request
    self.seed = seed.map { Int(clamping: $0) } ?? -1
  }

  /// The settings of a request that names none.
  static func standard() throws(ServiceFailure) -> LlamaSettings {
    LlamaSettings(try LlamaRequest(Array("{}".utf8)), seed: nil)
  }

  /// An object.
  var json: JSONValue {
    let (writing, sampling) = (request.writing, request.writing.sampling)
    return [
      "n_predict": .int(writing.conditions.tokens), "seed": .int(seed),
      "temperature": .number(sampling.temperature), "top_k": .int(sampling.topK),
      "top_p": .number(sampling.topP), "min_p": .number(sampling.minP),
      "typical_p": .number(sampling.typicalP), "mirostat": .int(sampling.mirostat > 0 ? 2 : 0),
      "mirostat_tau": .number(sampling.mirostat > 0 ? sampling.mirostat : 5), "mirostat_eta": 0.1,
      "repeat_penalty": .number(sampling.repetitionPenalty),
      "repeat_last_n": .int(sampling.repetitionWindow),
      "presence_penalty": .number(sampling.presencePenalty),
      "frequency_penalty": .number(sampling.frequencyPenalty),
      "stop": .array(writing.conditions.texts.map(JSONValue.string)),
      "stream": .bool(writing.streams), "n_probs": .int(request.probabilityCount),
    ]
  }
}

/// e to the power of `x`.
func exponential(_ x: Double) -> Double { exp(x) }
