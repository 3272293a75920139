// The long lists of a record, cut out of its JSON before a general decoder sees it: that one takes half a
// microsecond for each number, 5 ms for a vocabulary of 4,000 tokens.

import FoundationEssentials

extension TokenizerRecord {
  /// The record in `json`, decoded by JSONDecoder but for its lists of numbers, where they are written as
  /// `json()` writes them.
  static func decoded(_ json: String) throws -> TokenizerRecord {
    let bytes = Array(json.utf8)
    guard let lists = NumberLists(bytes) else {
      return try JSONDecoder().decode(Self.self, from: Data(bytes))
    }
    var record = try JSONDecoder().decode(Self.self, from: Data(lists.rest))
    if let counts = lists.counts { record.counts = counts }
    if let merges = lists.merges { record.merges = merges }
    return record
  }
}

/// The values of "counts" and "merges" of a JSON object, and the object with empty lists in their place.
private struct NumberLists {
  private(set) var counts: [Int]?
  private(set) var merges: [Int]?
  private(set) var rest: [UInt8] = []

  /// Cuts the lists out of `json`; nil where it is not as `json()` writes it or a list is there twice.
  init?(_ json: [UInt8]) {
    var depth = 0
    var place = 0
    while place < json.count {
      let byte = json[place]
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""):
        guard let end = Self.end(ofString: place, json) else { return nil }
        rest += json[place..<end]
        let key = json[place..<end]
        place = end
        guard depth == 1, json[place...].starts(with: ":[".utf8) else { continue }
        // A key with escapes may be one of the two.
        guard !key.contains(UInt8(ascii: "\\")) else { return nil }
        let isCounts = key.elementsEqual("\"counts\"".utf8)
        guard isCounts || key.elementsEqual("\"merges\"".utf8) else { continue }
        place += 2
        guard (isCounts ? counts : merges) == nil, let list = Self.list(json, &place) else {
          return nil
        }
        if isCounts { counts = list } else { merges = list }
        rest += ":[]".utf8
        continue
      default: break
      }
      rest.append(byte)
      place += 1
    }
  }

  /// The place after the string that begins at `place`; nil where it does not end.
  private static func end(ofString place: Int, _ json: [UInt8]) -> Int? {
    var place = place + 1
    while place < json.count, json[place] != UInt8(ascii: "\"") {
      place += json[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return place < json.count ? place + 1 : nil
  }

  /// The whole numbers from `place` to a closing bracket, which `place` moves behind; nil for anything else.
  private static func list(_ json: [UInt8], _ place: inout Int) -> [Int]? {
    var numbers: [Int] = []
    while true {
      let start = place
      var number = 0
      // Eighteen digits fit; what follows them is then no comma.
      while place < json.count, place - start < 18, case let digit = Int(json[place]) - 0x30,
        (0..<10).contains(digit)
      {
        number = number * 10 + digit
        place += 1
      }
      // No zero before other digits.
      let count = place - start
      guard count > 0, count == 1 || json[start] != 0x30, place < json.count
      else { return nil }
      numbers.append(number)
      place += 1
      switch json[place - 1] {
      case UInt8(ascii: ","): continue
      case UInt8(ascii: "]"): return numbers
      default: return nil
      }
    }
  }
}
