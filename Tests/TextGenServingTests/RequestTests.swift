import Testing
import TextGenGeneration

@testable import TextGenServing

struct RequestTests {
  private func failure(_ body: String, _ read: ([UInt8]) throws -> Void) -> String? {
    do {
      try read(Array(body.utf8))
      return nil
    } catch let failure as ServiceFailure {
      return "\(failure.status) \(failure.code) \(failure.field ?? "-")"
    } catch {
      return "\(error)"
    }
  }

  @Test func `a completion without fields is one of sixteen tokens`() throws {
    let request = try CompletionRequest(Array("{}".utf8))
    #expect(request.prompts == [.text("")])
    #expect(request.writing.conditions == StopConditions(tokens: 16))
    #expect(request.writing.sampling == SamplingOptions.usual)
    #expect(request.writing.seed == nil && request.writing.count == 1 && !request.echoes)
  }

  @Test func `the fields of a completion are read`() throws {
    let request = try CompletionRequest(
      Array(
        #"""
        {"model":"m","prompt":["a",[1,2.0]],"max_tokens":7.0,"temperature":0.5,"top_p":0.9,"n":2,
         "seed":7,"stop":["x","yz"],"stream":true,"stream_options":{"include_usage":true},
         "logprobs":3,"echo":true,"presence_penalty":-1,"frequency_penalty":0.5,
         "logit_bias":{"5":-100,"6":1.5},"top_k":4,"min_p":0.1,"typical_p":0.9,"mirostat":2,
         "repetition_penalty":1.1,"lines":3,"characters":40,"user":"u","store":false}
        """#.utf8))
    #expect(request.prompts == [.text("a"), .tokens([1, 2])])
    var sampling = SamplingOptions(
      temperature: 0.5, topK: 4, topP: 0.9, minP: 0.1, typicalP: 0.9, mirostat: 2,
      repetitionPenalty: 1.1)
    sampling.presencePenalty = -1
    sampling.frequencyPenalty = 0.5
    sampling.biases = [5: -100, 6: 1.5]
    #expect(request.writing.sampling == sampling)
    #expect(
      request.writing.conditions
        == StopConditions(characters: 40, lines: 3, texts: ["x", "yz"], tokens: 7))
    #expect(request.writing.seed == 7 && request.writing.count == 2 && request.writing.streams)
    #expect(request.logProbabilities == 3 && request.echoes && request.includesUsage)
  }

  @Test(
    arguments: [
      ("[]", "400 invalid_json -"), ("x", "400 invalid_json -"),
      ("{\"n\":0}", "400 invalid_value n"),
      ("{\"n\":17}", "400 invalid_value n"), ("{\"n\":1.5}", "400 invalid_value n"),
      ("{\"n\":\"2\"}", "400 invalid_value n"), ("{\"n\":true}", "400 invalid_value n"),
      ("{\"n\":1e300}", "400 invalid_value n"),
      ("{\"max_tokens\":-1}", "400 invalid_value max_tokens"),
      ("{\"max_tokens\":0}", "400 invalid_value max_tokens"),
      ("{\"max_tokens\":4097}", "400 invalid_value max_tokens"),
      ("{\"temperature\":-0.1}", "400 invalid_value temperature"),
      ("{\"temperature\":2.1}", "400 invalid_value temperature"),
      ("{\"temperature\":[]}", "400 invalid_value temperature"),
      ("{\"top_p\":1.01}", "400 invalid_value top_p"),
      ("{\"top_k\":-1}", "400 invalid_value top_k"),
      ("{\"prompt\":5}", "400 invalid_value prompt"),
      ("{\"prompt\":[]}", "400 invalid_value prompt"),
      ("{\"prompt\":[\"a\",5]}", "400 invalid_value prompt[1]"),
      ("{\"prompt\":[[1,\"a\"]]}", "400 invalid_value prompt[0][1]"),
      ("{\"stop\":\"\"}", "400 invalid_value stop"),
      ("{\"stop\":[\"a\",\"\"]}", "400 invalid_value stop[1]"),
      ("{\"stop\":[\"a\",\"b\",\"c\",\"d\",\"e\"]}", "400 invalid_value stop"),
      ("{\"logprobs\":6}", "400 invalid_value logprobs"),
      ("{\"logit_bias\":{\"x\":1}}", "400 invalid_value logit_bias"),
      ("{\"logit_bias\":{\"1\":101}}", "400 invalid_value logit_bias"),
      ("{\"stream_options\":{\"x\":1}}", "400 unknown_field x"),
      ("{\"stream_options\":1}", "400 invalid_value stream_options"),
      ("{\"suffix\":\"a\"}", "400 unsupported_field suffix"),
      ("{\"best_of\":3}", "400 unsupported_field best_of"),
      (
        "{\"session\":\"s\",\"echo\":true,\"logprobs\":1}", "400 unsupported_field logprobs"
      ),
      ("{\"tools\":[]}", "400 unknown_field tools"),
      ("{\"seed\":1e30}", "400 invalid_value seed"),
    ])
  func `a field that is wrong is refused by its name`(_ body: String, _ expected: String) {
    #expect(failure(body) { _ = try CompletionRequest($0) } == expected)
  }

  @Test func `null is the same as no field, and a seed below 0 the same as none`() throws {
    let request = try CompletionRequest(
      Array(#"{"n":null,"stop":null,"suffix":null,"seed":-1,"logit_bias":null}"#.utf8))
    #expect(try request == CompletionRequest(Array("{}".utf8)))
  }

  @Test func `prompts and texts are bounded together`() {
    let prompts = (0..<16).map { _ in "\"a\"" }.joined(separator: ",")
    #expect(
      failure("{\"n\":5,\"prompt\":[\(prompts)]}") { _ = try CompletionRequest($0) }
        == "400 invalid_value n")
    #expect(failure("{\"n\":4,\"prompt\":[\(prompts)]}") { _ = try CompletionRequest($0) } == nil)
    #expect(
      failure("{\"prompt\":[\(prompts),\"a\"]}") { _ = try CompletionRequest($0) }
        == "400 invalid_value prompt")
  }

  @Test func `llama.cpp's clients may send what this server has no use for`() throws {
    let request = try LlamaRequest(
      Array(
        #"""
        {"prompt":["a",5,"b"],"n_predict":-1,"top_k":40,"cache_prompt":true,"id_slot":-1,
         "samplers":["top_k"],"seed":4294967295,"logit_bias":[[3,false]],"mirostat":2,
         "mirostat_tau":3,"xtc_probability":0,"typical_p":1.0,"stop":["x"],"n_probs":2,
         "response_fields":["content","timings/prompt_n"],"t_max_predict_ms":500,"repeat_last_n":-1}
        """#.utf8))
    #expect(request.prompt == .parts([.text("a"), .tokens([5]), .text("b")]))
    #expect(request.writing.conditions == StopConditions(texts: ["x"], tokens: 4096))
    #expect(request.writing.seed == nil && request.writing.sampling.topK == 40)
    #expect(request.writing.sampling.biases == [3: -100] && request.writing.sampling.mirostat == 3)
    #expect(request.writing.sampling.repetitionWindow == 4096)
    #expect(request.timeLimit == 500 && request.probabilityCount == 2)
  }

  @Test(
    arguments: [
      ("{\"grammar\":\"root ::= x\"}", "400 unsupported_field grammar"),
      ("{\"mirostat\":1}", "400 unsupported_field mirostat"),
      ("{\"dry_multiplier\":0.8}", "400 unsupported_field dry_multiplier"),
      ("{\"dry_multiplier\":-1}", "400 unsupported_field dry_multiplier"),
      ("{\"top_n_sigma\":1}", "400 unsupported_field top_n_sigma"),
      ("{\"n_probs\":21}", "400 invalid_value n_probs"),
      ("{\"n_predict\":\"5\"}", "400 invalid_value n_predict"),
      ("{\"prompt\":[\"a\",\"b\"]}", "400 unsupported_field prompt"),
      ("{\"response_fields\":[1]}", "400 invalid_value response_fields[0]"),
    ])
  func `what would change a text of llama.cpp is refused`(_ body: String, _ expected: String) {
    #expect(failure(body) { _ = try LlamaRequest($0) } == expected)
  }

  @Test func `a number without a greatest one is asked for as one from the least up`() {
    let failure = #expect(throws: ServiceFailure.self) {
      try LlamaRequest(Array(#"{"n_predict":"5"}"#.utf8))
    }
    #expect(failure?.message == "n_predict is a string, but must be a whole number from -1 up")
  }

  @Test func `an infill goes on in the line, or it doesn't`() throws {
    let request = try InfillRequest(
      Array(
        #"""
        {"input_prefix":"Ontem\n","prompt":"eu ","input_suffix":" ao cinema\nHoje","n_indent":0,
         "input_extra":[{"filename":"x","text":"Antes."}],"samplers":["x"]}
        """#.utf8))
    #expect(request.before == "Antes.\nOntem\neu " && request.goesOnInLine)
    #expect(try !InfillRequest(Array(#"{"input_suffix":" \nHoje"}"#.utf8)).goesOnInLine)
    #expect(
      failure("{\"input_extra\":[5]}") { _ = try InfillRequest($0) }
        == "400 invalid_value input_extra[0]")
  }

  @Test func `requests for words know their fields alone`() throws {
    let request = try NextWordsRequest(Array(#"{"text":"Os "}"#.utf8))
    #expect(request.isPartial && request.count == 5 && request.folds && !request.finishes)
    #expect(failure("{}") { _ = try NextWordsRequest($0) } == "400 missing_field text")
    #expect(
      failure(#"{"text":"","k":5}"#) { _ = try NextWordsRequest($0) } == "400 unknown_field k")
    #expect(
      failure(#"{"text":"","count":101}"#) { _ = try FillRequest($0) } == "400 invalid_value count")
    let long = String(repeating: "a", count: SurpriseRequest.limit + 1)
    #expect(
      failure("{\"text\":\"\(long)\"}") { _ = try SurpriseRequest($0) } == "413 too_large text")
    #expect(
      failure(#"{"ttl_seconds":59}"#) { _ = try SessionRequest($0) }
        == "400 invalid_value ttl_seconds")
    #expect(try SessionRequest([]).lifetime == 1800)
  }
}
