package import Quantities

extension Vocabulary {
  /// The one way to write a path, from the ways in which people do.
  ///
  /// `finance.2024.rd` and `finance[2024].rd` are the same, as are `partners.0.name` and
  /// `partners[0].name`. A row (`finance[2023]`) and a table or list (`partners`) are paths too:
  /// they can be *absent*.
  ///
  /// - Returns: the path, or `fact.unknown` with the nearest name, `fact.row_missing` for a column
  ///   without a row, `fact.row_unknown` for a key that is no year or no index.
  package func canonicalPath(_ text: String) -> Result<FactPath, Problem> {
    let folded = TextFolding.folded(text)
    var parts: [Substring] = []
    for part in folded.split(separator: ".", omittingEmptySubsequences: false) {
      if let open = part.firstIndex(of: "["), part.last == "]" {
        parts.append(part[..<open])
        parts.append(part[part.index(after: open)...].dropLast())
      } else {
        parts.append(part)
      }
    }
    for count in stride(from: parts.count, through: 0, by: -1) {
      let name = parts[..<count].joined(separator: ".")
      guard let group = group(name), count > 0 || parts.count == 1 else { continue }
      return path(in: group, parts[count...].map(String.init), as: folded)
    }
    return .failure(unknown(folded))
  }

  private func path(
    in group: Group, _ rest: [String], as text: String
  ) -> Result<FactPath, Problem> {
    let prefix = group.name.isEmpty ? "" : group.name + "."
    if group.shape == .record {
      guard rest.count == 1, group.fields.contains(where: { $0.name == rest[0] }) else {
        return .failure(unknown(text))
      }
      return .success(prefix + rest[0])
    }
    guard let key = rest.first else { return .success(group.name) }
    let problem = { (code: String) in
      Problem(
        code, at: .init(field: text),
        [
          "name": text, "expected": group.isKeyed ? "year" : "index",
          "example": group.isKeyed ? "\(prefix.dropLast())[2024]" : "\(prefix.dropLast())[0]",
        ])
    }
    if rest.count == 1, group.fields.contains(where: { $0.name == key }) {
      return .failure(problem("fact.row_missing"))
    }
    guard let number = Int64(key), group.isKeyed ? (1900...2999).contains(number) : number >= 0
    else {
      return .failure(key.first?.isNumber == true ? problem("fact.row_unknown") : unknown(text))
    }
    guard rest.count > 1 else { return .success("\(group.name)[\(number)]") }
    guard rest.count == 2, group.fields.contains(where: { $0.name == rest[1] }) else {
      return .failure(unknown(text))
    }
    return .success("\(group.name)[\(number)].\(rest[1])")
  }

  private func unknown(_ text: String) -> Problem {
    var arguments = ["name": text]
    arguments["suggestion"] = suggestion(for: Self.withoutRow(text))
    return Problem("fact.unknown", at: .init(field: text), arguments)
  }

  /// The path without its row, as columns are named.
  private static func withoutRow(_ text: String) -> String {
    text.split(whereSeparator: { ".[]".contains($0) })
      .filter { Int64($0) == nil }.joined(separator: ".")
  }
}
