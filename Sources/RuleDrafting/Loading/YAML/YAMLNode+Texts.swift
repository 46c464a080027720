extension YAMLNode {
  /// The same tree with every key and every scalar's text put through a function; places stay.
  package func mapTexts(_ replacing: (String) -> String) -> YAMLNode {
    let content: Content =
      switch self.content {
      case .scalar(let text, let style): .scalar(replacing(text), style)
      case .list(let items): .list(items.map { $0.mapTexts(replacing) })
      case .map(let entries):
        .map(
          entries.map { entry in
            Entry(
              key: replacing(entry.key), place: entry.place,
              value: entry.value.mapTexts(replacing))
          })
      }
    return YAMLNode(content: content, place: place, textPlace: textPlace)
  }
}
