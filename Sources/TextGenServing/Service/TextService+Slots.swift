import TextGenGeneration
import TextGenJSON

extension TextService {
  /// An answer of `/slots`: a row for each text that can be written at once, and how far it is; no text.
  ///
  /// - Throws: `ServiceFailure` with `failsWhenFull` where all rows are taken.
  func slots(failsWhenFull: Bool) async throws(ServiceFailure) -> ServiceAnswer {
    let (models, count) = (try models(), limits.writing.texts)
    // Asking waits for the step that is under way.
    let texts = try await search { () throws(ServiceFailure) in
      models.map { (name: $0.name, texts: $0.schedulers.flatMap(\.progress)) }
    }
    if failsWhenFull, texts.allSatisfy({ $0.texts.count >= count }) {
      throw .overloaded("all \(count * models.count) slots are taken")
    }
    var slots: [JSONValue] = []
    for model in texts {
      for row in 0..<count {
        let text = row < model.texts.count ? model.texts[row] : nil
        slots.append([
          "id": .int(slots.count), "model": .string(model.name),
          "is_processing": .bool(text != nil),
          "n_decoded": .int(text?.written ?? 0),
          "n_remain": .int(text.map { $0.limit - $0.written } ?? 0),
        ])
      }
    }
    return .json(.array(slots))
  }
}
