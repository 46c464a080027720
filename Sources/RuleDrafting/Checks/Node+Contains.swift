import RulePacks

extension Node {
  /// Whether a node for which the test holds is this one or below it.
  func contains(where test: (Node) -> Bool) -> Bool {
    test(self) || parts.contains { $0.contains(where: test) }
  }
}
