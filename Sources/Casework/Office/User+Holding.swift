import RulePacks

extension User {
  /// Whether a case can be given to the user: one who records in cases, and no clerk of another
  /// department.
  ///
  /// - Parameter department: the case's; nil where it has none, or cases of several are given.
  package func mayHold(caseOf department: String?) -> Bool {
    guard isActive, roles.contains(where: DecisionTable.recorders.contains) else { return false }
    guard let department, let own = self.department, !roles.contains(.officer) else { return true }
    return own == department
  }
}
