import ArgumentParser

/// How a list is printed.
struct ListOptions: ParsableArguments {
  @Flag(ModelText.listJSON)
  var json = false
}
