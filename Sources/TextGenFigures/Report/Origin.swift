/// What says in a page or a picture that this program made it, so that it knows its own files.
package enum Origin {
  /// In the head of every page.
  package static let page = #"<meta name="generator" content="textgen">"#
  /// The second line of every picture that is a file of its own.
  package static let picture = "<!-- Generator: textgen -->"
}
