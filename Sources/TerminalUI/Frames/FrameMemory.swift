/// A value that is made once and then kept from frame to frame while what it rests on stays.
///
/// Equal to itself alone: whoever kept the same one may rest on it without looking inside.
package final class Kept<Value: Sendable>: Sendable, Equatable {
  /// The value.
  package let value: Value

  init(_ value: Value) { self.value = value }

  package static func == (left: Kept, right: Kept) -> Bool { left === right }
}

/// What a value or a part of a frame is kept under.
package struct KeptName: Equatable, Sendable, ExpressibleByStringLiteral {
  private let name: String

  /// A name; no two things of one frame have the same.
  package init(stringLiteral value: String) { name = value }
}

/// What one frame leaves to the next.
///
/// A thing that was not asked for while a frame was made is forgotten with the frame after it.
struct FrameMemory: Sendable {
  /// Few things are kept, and lists of few are searched faster than tables.
  private typealias Things = [(name: KeptName, entry: any AnyObject & Sendable)]
  private var earlier: Things = []
  private var own: Things = []

  /// A value together with what it rests on.
  private final class Entry<Basis: Equatable & Sendable, Value: Sendable>: Sendable {
    let basis: Basis
    let kept: Kept<Value>

    init(_ basis: Basis, _ kept: Kept<Value>) {
      self.basis = basis
      self.kept = kept
    }
  }

  init() {}

  /// The memory of a frame that follows another.
  init(after other: FrameMemory) {
    earlier = other.own
    own.reserveCapacity(earlier.count)
  }

  /// What the frame before had under a name, if it rests on the same.
  func recall<Basis: Equatable & Sendable, Value: Sendable>(
    _ name: KeptName, restingOn basis: Basis, as type: Value.Type
  ) -> Kept<Value>? {
    guard let entry = earlier.first(where: { $0.name == name })?.entry as? Entry<Basis, Value>,
      entry.basis == basis
    else { return nil }
    return entry.kept
  }

  /// Leaves a value to the next frame, with the newest of what it rests on: comparing a collection
  /// with itself takes no time.
  mutating func keep<Basis: Equatable & Sendable, Value: Sendable>(
    _ kept: Kept<Value>, as name: KeptName, restingOn basis: Basis
  ) {
    own.append((name, Entry(basis, kept)))
  }
}
