import TextGen
import TextGenJSON

extension TextService {
  /// An answer of `/v1/sample`: the texts of `textgen sample` with that seed.
  func sample(_ request: SampleRequest) async throws(ServiceFailure) -> ServiceAnswer {
    let start = clock.now()
    let model = try writer(request.writing.model)
    let seed = newSeed(request.writing)
    let prompts = try await search { () throws(ServiceFailure) in
      try Self.prompts([.text(request.prompt)], model)
    }
    let pieces = try write(
      prompts, request.writing, seed: seed, notes: nil, model, countField: "count")
    let answer = SampleAnswer(request: request, seed: seed)
    guard request.writing.streams else {
      return .text(try await answer.whole(pieces), "application/x-ndjson").made(of: pieces)
    }
    return events(from: start) { sink in try await answer.stream(pieces, to: sink) }
      .made(of: pieces)
  }

  /// The model of that name; else the one with which `textgen sample` writes, where it is offered.
  func writer(_ name: String?) throws(ServiceFailure) -> ServedModel {
    let standard = try models().first { $0.name == BundledModel.poesia.rawValue }
    if name == nil, let standard { return standard }
    return try model(name)
  }
}
