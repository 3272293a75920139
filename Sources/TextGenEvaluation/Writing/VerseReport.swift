package import TextGenProsody

/// The measures of poems that a model wrote in a form, and of poems of that form by people.
package struct VerseReport: Sendable, Hashable, Codable {
  package var form: String
  /// The poems that were asked for and not found.
  package var failed: Int
  /// The tokens that the model has read to find a poem, on the mean.
  package var steps: Double
  package var written: FormMeasures
  package var real: FormMeasures
  package var bits: Bits
  /// Lines of both that are lines of the training text as well; nil without one.
  package var copiedLines: Copies?
  /// Lines of both that have six words in a row that it has in a row; nil without one.
  package var copiedRuns: Copies?
  /// How various they are among themselves, as many words of both.
  package var variety: Varieties?

  /// Bits per character under the model, which writes without a rule here.
  package struct Bits: Sendable, Hashable, Codable {
    package var written: Double?
    package var real: Double?
    /// Of texts with as many lines that the model draws as `sample` does without a form.
    package var free: Double?

    package init(written: Double?, real: Double?, free: Double?) {
      (self.written, self.real, self.free) = (written, real, free)
    }
  }

  package struct Copies: Sendable, Hashable, Codable {
    package var written: Int
    package var real: Int

    package init(written: Int, real: Int) { (self.written, self.real) = (written, real) }
  }

  package struct Varieties: Sendable, Hashable, Codable {
    package var written: PoemVariety
    package var real: PoemVariety

    /// Of as many words of both as the shorter ones have, as far as poems are whole.
    package init(written: [ScannedPoem], real: [ScannedPoem]) {
      let limit = min(PoemVariety.wordCount(written), PoemVariety.wordCount(real))
      self.written = PoemVariety(written, limit: limit)
      self.real = PoemVariety(real, limit: limit)
    }
  }

  package init(
    form: String, failed: Int, steps: Double, written: FormMeasures, real: FormMeasures, bits: Bits
  ) {
    self.form = form
    self.failed = failed
    self.steps = steps
    self.written = written
    self.real = real
    self.bits = bits
  }

  private enum CodingKeys: String, CodingKey {
    case form, failed, steps, written, real, variety
    case bits = "bits_per_character"
    case copiedLines = "copied_lines"
    case copiedRuns = "copied_runs"
  }
}
