import TextGenLanguageModeling
import TextGenProsody
import TextGenTokenization

/// Answers requests. A line that can't be understood is answered by its error.
struct ScanSession {
  private let request: ScanRequest
  private let syllabifier = Syllabifier(spelling: .standard)
  private let scanner = LineScanner()
  private let rhymer = Rhymer()

  init(_ request: ScanRequest) { self.request = request }

  func answer(_ line: StandardInput.Line) -> String {
    do throws(ScanRequestError) {
      guard case .whole(let bytes) = line else { throw .tooLong }
      guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
      return jsonText(try answer(TextNormalizer.normalize(text).text))
    } catch {
      return jsonText(["error": error.description])
    }
  }

  private func answer(_ text: String) throws(ScanRequestError) -> JSONValue {
    switch request {
    case .words: return try word(text)
    case .rhymes: return try rhyme(text)
    case .metre(let metre): return try line(text, metre)
    }
  }

  private func word(_ text: String) throws(ScanRequestError) -> JSONValue {
    let divided = syllabifier.divide(try Self.checked(text))
    let alternative = divided.alternative.map { division in
      JSONValue.object([
        "syllables": .strings(divided.texts(of: division.syllables)),
        "stress": .int(division.stress),
      ])
    }
    return .object([
      "word": .string(divided.word), "syllables": .strings(divided.texts),
      "stress": .int(divided.stress), "alternative": alternative ?? .null,
    ])
  }

  private func rhyme(_ text: String) throws(ScanRequestError) -> JSONValue {
    let fields = text.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 2 else { throw .notTwoWords }
    let (a, b) = (try Self.checked(String(fields[0])), try Self.checked(String(fields[1])))
    let verdict = rhymer.verdict(a, b)
    var answer: [String: JSONValue] = [
      "a": .string(a), "b": .string(b), "rhyme": .string(verdict.name),
      "pt_br": .string(verdict.brazil.name), "pt_pt": .string(verdict.portugal.name),
    ]
    if !verdict.isSure { answer["sure"] = .bool(false) }
    return .object(answer)
  }

  private func line(_ text: String, _ metre: Metre?) throws(ScanRequestError) -> JSONValue {
    let readings: LineReadings
    let reading: Reading?
    do throws(Unreadable) {
      readings = try scanner.readings(of: text)
      reading =
        if let metre { try scanner.reading(of: text, in: metre) } else { readings.bestReading }
    } catch {
      throw .unreadable(error)
    }
    return .object([
      "line": .string(text), "metre": .optional(metre?.count ?? readings.best),
      "accepted": .bool(reading != nil), "best": .optional(readings.best),
      "stresses": reading.map { .ints($0.stresses) } ?? .null,
      "pattern": .optional(reading?.pattern), "name": .optional(reading?.name),
      "divided": reading.map { .strings($0.divided.map(\.text)) } ?? .null,
      "ending": .optional(reading?.ending.rawValue),
      "licences": reading.map(ReadingRecord.licences) ?? .null,
      "unforced": .bool(reading != nil && reading?.count == readings.best),
    ])
  }

  private static func checked(_ text: String) throws(ScanRequestError) -> String {
    let word = text.drop(while: \.isWhitespace)
    let end = word.lastIndex { !$0.isWhitespace }
    let trimmed = String(end.map { word[...$0] } ?? "")
    guard trimmed.unicodeScalars.contains(where: \.properties.isAlphabetic),
      trimmed.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || Self.signs.contains($0) }),
      trimmed.unicodeScalars.count <= 100
    else { throw .notAWord(trimmed) }
    return trimmed
  }

  private static let signs: Set<Unicode.Scalar> = ["-", "'", "\u{2019}"]
}
