import ArgumentParser
import TextGen
import TextGenProsody

/// The form with a name, with a suggestion where there is none.
func namedForm(_ name: String) throws -> Form {
  if let found = Form.named(name) { return found }
  let names = Form.all.map(\.name)
  throw ValidationError(
    UsageMessage.unknownForm(name, near: NearNames.of(name, among: names), all: names))
}
