import RulePacks

/// The blob that keeps what a decision rested on, in full.
package enum Basis {
  /// The bytes of some findings with their trees; equal findings give equal bytes.
  package static func bytes(of findings: [Finding]) -> [UInt8]? {
    var writer = BasisWriter()
    writer.write(findings)
    return writer.bytes
  }

  /// Reads findings back, also those that earlier programs wrote in the form of packs.
  ///
  /// - Throws: `DecodingError` where the bytes are damaged.
  package static func findings(from bytes: [UInt8]) throws -> [Finding] {
    if CompactDecoder.canRead(bytes) {
      return try CompactDecoder.decode([Finding].self, from: bytes)
    }
    var reader = BasisReader(bytes)
    return try reader.findings()
  }

  /// What the bytes begin with: the form and its version.
  ///
  /// Everything is a number of seven bits a byte or a text; a text stands in full where it comes first,
  /// and later as its number. Words of the program stand as texts, so that their order may change.
  static let mark = Array("DBS1".utf8)

  /// What stands before a value.
  enum Tag: UInt8 {
    case nothing
    case no
    case yes
    case count
    case money
    case area
    case ratio
    case date
    case period
    case text
    case choice
    /// Outcomes that are no values.
    case unknown
    case absent
    case notApplicable
  }

  /// What a finding has beside what every one has.
  struct Parts: OptionSet {
    let rawValue: UInt8
    static let partial = Parts(rawValue: 1)
    static let explanation = Parts(rawValue: 2)
    static let judge = Parts(rawValue: 4)
  }
}
