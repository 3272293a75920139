import Testing

@testable import TextGenTokenization

struct ClusterScannerTests {
  private struct Collector: ClusterSink {
    var clusters: [[UInt8]] = []

    mutating func append(codePoint value: UInt32, _ text: [UInt8], _ range: Range<Int>) {
      clusters.append(Array(text[range]))
    }

    mutating func append(cluster text: [UInt8], _ range: Range<Int>) {
      clusters.append(Array(text[range]))
    }
  }

  private func icuClusters(_ text: [UInt8]) -> [[UInt8]] {
    let iterator = BreakIterator(.graphemes)
    iterator.findBoundaries(in: text, text.indices)
    var start = 0
    return iterator.ends.prefix(iterator.count).map { end in
      defer { start = Int(end) }
      return Array(text[start..<Int(end)])
    }
  }

  @Test func `no two simple code points share a cluster of ICU`() {
    var text: [UInt8] = []
    var count = 0
    for value in UInt32(1)..<0xA000 where ClusterScanner.isSimple(value) {
      text += utf8(of: value) + utf8(of: value) + [0x61]
      count += 3
    }
    let iterator = BreakIterator(.graphemes)
    iterator.findBoundaries(in: text, text.indices)
    #expect(iterator.count == count)
  }

  @Test(arguments: [1, 3, 7, 1 << 15])
  func `clusters are those of ICU, whatever the window`(windowSize: Int) {
    var random = RandomText(seed: 4)
    for _ in 0..<500 {
      let text = Array(TextNormalizer.normalize(random.next(upTo: 10)).text.utf8)
      var scanner = ClusterScanner(windowSize: windowSize)
      var collector = Collector()
      scanner.scan(text, into: &collector)
      #expect(collector.clusters == icuClusters(text))
    }
  }
}
