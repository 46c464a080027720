package import RulePacks

extension EndKind {
  /// Whether a main proceeding that ended so counts as an earlier failure of the host.
  ///
  /// The office or the law said no to it. What the host itself gave up, and what went on in another
  /// form, is none.
  package var isFailureOfHost: Bool {
    switch self {
    case .declined, .refused, .revoked, .disqualified, .delisted, .preparationCancelled: true
    case .completed, .withdrawn, .withdrewVoluntarily, .upgraded, .discontinued: false
    }
  }
}
