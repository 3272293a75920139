import TextGenJSON

/// How often values fell below bounds.
struct Histogram: Sendable {
  /// Bounds for what takes 1 ms to 10 s.
  static let seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

  let bounds: [Double]
  /// The number of values up to each bound that are above the one before it.
  private(set) var counts: [Int]
  private(set) var total = 0
  private(set) var sum = 0.0

  /// Nothing counted; bounds rise.
  init(_ bounds: [Double]) {
    self.bounds = bounds
    counts = Array(repeating: 0, count: bounds.count)
  }

  /// Counts `value`.
  mutating func add(_ value: Double) {
    total += 1
    sum += value
    if let place = bounds.firstIndex(where: { value <= $0 }) { counts[place] += 1 }
  }
}

/// Lines of Prometheus' text format.
struct MetricLines {
  private(set) var text = ""

  /// Adds a metric with a value for each set of labels, in the order of these.
  mutating func add(_ name: String, _ kind: String, _ values: [(String, Double)]) {
    text += "# TYPE \(name) \(kind)\n"
    for (labels, value) in values.sorted(by: { $0.0 < $1.0 }) {
      add(name, labels, value)
    }
  }

  /// Adds a histogram for each set of labels.
  mutating func add(_ name: String, _ histograms: [(String, Histogram)]) {
    text += "# TYPE \(name) histogram\n"
    for (labels, histogram) in histograms.sorted(by: { $0.0 < $1.0 }) {
      let start = labels.isEmpty ? "" : labels + ","
      var count = 0
      for (bound, added) in zip(histogram.bounds, histogram.counts) {
        count += added
        add(name + "_bucket", "\(start)le=\"\(JSONValue.number(bound).text)\"", Double(count))
      }
      add(name + "_bucket", start + "le=\"+Inf\"", Double(histogram.total))
      add(name + "_sum", labels, histogram.sum)
      add(name + "_count", labels, Double(histogram.total))
    }
  }

  private mutating func add(_ name: String, _ labels: String, _ value: Double) {
    text += name + (labels.isEmpty ? "" : "{\(labels)}") + " \(JSONValue.number(value).text)\n"
  }

  /// The text of a label's value between its quotes.
  static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}
