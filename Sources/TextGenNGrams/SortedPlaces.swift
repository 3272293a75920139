// The places of a text in the order of what follows them, so that equal n-grams stand together.

/// Sorts the places of `tokens`, ids below `vocabularySize`, by the `depth` tokens from each on.
///
/// An end of the text comes before every token; equal places keep their order. Radix sort from the last
/// token to the first: `depth` passes over the text, whatever it says.
func sortedPlaces(of tokens: [UInt16], vocabularySize: Int, depth: Int) -> [UInt32] {
  var places = (0..<UInt32(tokens.count)).map { $0 }
  var sorted = [UInt32](repeating: 0, count: tokens.count)
  // How often the text has a token from `offset` on; in front of all, the ends.
  var histogram = [UInt32](repeating: 0, count: vocabularySize + 1)
  for token in tokens { histogram[Int(token) + 1] += 1 }
  var histograms = [histogram]
  for token in tokens.prefix(depth - 1) {
    histogram[Int(token) + 1] -= 1
    histogram[0] += 1
    histograms.append(histogram)
  }
  for offset in (0..<depth).reversed() {
    var next = offset < histograms.count ? histograms[offset] : histogram
    var sum: UInt32 = 0
    for digit in next.indices { (next[digit], sum) = (sum, sum + next[digit]) }
    distribute(places, tokens, offset: offset, &next, to: &sorted)
    swap(&places, &sorted)
  }
  return places
}

/// Puts each place where its token at `offset` belongs; `next` is where the next one of each goes.
private func distribute(
  _ places: [UInt32], _ tokens: [UInt16], offset: Int, _ next: inout [UInt32],
  to sorted: inout [UInt32]
) {
  let places = places.span
  let tokens = tokens.span
  var nextSpan = next.mutableSpan
  var sortedSpan = sorted.mutableSpan
  for index in places.indices {
    let place = Int(places[index]) + offset
    let digit = place < tokens.count ? Int(tokens[place]) + 1 : 0
    let target = nextSpan[digit]
    nextSpan[digit] = target + 1
    sortedSpan[Int(target)] = places[index]
  }
}
