import TextGenLayers
import TextGenTokenization

/// Some steps of texts that are read side by side: step t of text n is at position t · N + n.
struct ReadBlock {
  /// Where the steps have been read to: forward, and no further.
  let window: NetworkWindow
  let texts: [[TokenID]]
  /// The place in the texts of the first step.
  let start: Int
  let stepCount: Int

  /// The tokens that are read; 0 beyond the end of a text.
  var inputs: [TokenID] { tokens(from: start) }

  /// The tokens that follow each of them.
  var targets: [TokenID] { tokens(from: start + 1) }

  /// The text of a position and its token after that position; nil where it has none.
  func next(after position: Int) -> (text: Int, token: TokenID)? {
    let text = position % texts.count
    let place = start + position / texts.count + 1
    return place < texts[text].count ? (text, texts[text][place]) : nil
  }

  private func tokens(from place: Int) -> [TokenID] {
    (place..<place + stepCount).flatMap { place in
      texts.map { place < $0.count ? $0[place] : 0 }
    }
  }
}
