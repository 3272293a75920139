import TextGenProsody

/// A scanned poem as the object that `scan --json` writes, one line a poem.
struct ScanRecord {
  let number: Int
  let poem: ScannedPoem
  let form: Form?
  let violations: [Violation]

  var json: JSONValue {
    .object([
      "poem": .int(number), "title": .optional(poem.poem.title), "form": .optional(form?.name),
      "metre": poem.metre.map {
        .object(["syllables": .ints($0.syllables), "name": .string($0.name)])
      } ?? .null,
      "scheme": .string(poem.scheme), "strict": .string(poem.strictness.rawValue),
      "stanzas": .array(poem.stanzas.indices.map(stanza)), "summary": summary,
      "violations": .array(violations.map(record)),
    ])
  }

  private func stanza(_ index: Int) -> JSONValue {
    .object([
      "stanza": .int(index + 1), "scheme": .string(poem.scheme(ofStanza: index)),
      "lines": .array(poem.stanzas[index].map { ScannedLineRecord(poem.lines[$0]).json }),
    ])
  }

  private var summary: JSONValue {
    let pairs = form?.rhymePairs(in: poem) ?? poem.rhymePairs
    return .object([
      "lines": .int(poem.lines.count), "in_metre": .int(poem.linesInMetre),
      "unforced": .int(poem.unforcedLines), "rhyme_pairs": .int(pairs.all),
      "rhymes_right": .int(pairs.right),
    ])
  }

  private func record(_ violation: Violation) -> JSONValue {
    .object([
      "line": .optional(violation.line), "rule": .string(violation.rule.rawValue),
      "found": .string(violation.found.description),
      "expected": .string(violation.expected.description),
    ])
  }
}

/// A line of a scanned poem as JSON.
struct ScannedLineRecord {
  private let line: ScannedLine

  init(_ line: ScannedLine) { self.line = line }

  var json: JSONValue {
    var fields = ReadingRecord.fields(line.reading)
    fields["line"] = .int(line.number)
    fields["text"] = .string(line.text)
    if line.reading == nil {
      fields["unread"] = .string(line.unread?.found ?? String(line.text.prefix(40)))
    }
    fields["unforced"] = line.reading == nil ? .null : .bool(line.isUnforced)
    fields["alternatives"] = .array(
      line.alternatives.map { .object(["syllables": .int($0.count), "cost": .int($0.cost)]) })
    fields["rhyme"] = rhyme
    fields["words"] = .array(line.words.map(word))
    return .object(fields)
  }

  private var rhyme: JSONValue {
    let kind = line.rhyme.kind == .none ? nil : line.rhyme.kind.rawValue
    return .object([
      "letter": .string(line.rhyme.letter), "kind": .optional(kind),
      "with": .ints(line.rhyme.partners), "pt_br": .optional(line.rhyme.verdict?.brazil.name),
      "pt_pt": .optional(line.rhyme.verdict?.portugal.name),
    ])
  }

  private func word(_ word: SyllabifiedWord) -> JSONValue {
    .object([
      "word": .string(word.word), "syllables": .strings(word.texts), "stress": .int(word.stress),
      "weight": .string(word.weight.rawValue),
    ])
  }
}

/// A reading of a line as JSON; without one its values are null.
enum ReadingRecord {
  static func fields(_ reading: Reading?) -> [String: JSONValue] {
    guard let reading else {
      return Dictionary(uniqueKeysWithValues: keys.map { ($0, JSONValue.null) })
    }
    return [
      "syllables": .int(reading.count), "stresses": .ints(reading.stresses),
      "metre": .string(reading.name), "pattern": .string(reading.pattern),
      "ending": .string(reading.ending.rawValue), "divided": .strings(reading.divided.map(\.text)),
      "joins": .array(
        reading.joins.map {
          .object(["syllable": .int($0.syllable), "kind": .string($0.kind.rawValue)])
        }),
      "licences": licences(reading), "cost": .int(reading.cost),
    ]
  }

  static func licences(_ reading: Reading) -> JSONValue {
    .array(
      reading.licences.map {
        .object([
          "syllable": .int($0.syllable), "kind": .string($0.kind.rawValue), "cost": .int($0.cost),
        ])
      })
  }

  private static let keys = [
    "syllables", "stresses", "metre", "pattern", "ending", "divided", "joins", "licences", "cost",
  ]
}
