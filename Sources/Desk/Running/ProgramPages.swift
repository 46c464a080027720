import Glibc

/// The pages of the program's own code that stand in its memory.
enum ProgramPages {
  /// Lets go of them: a start runs much code once that is not needed again.
  ///
  /// Code is never written to, so nothing is lost. What is run again is mapped again from the
  /// system's cache, without reading the disk.
  static func letGo() {
    for line in SmallFile.text(of: "/proc/self/maps")?.split(separator: "\n") ?? [] {
      let parts = line.split(separator: " ", omittingEmptySubsequences: true)
      guard parts.count >= 6, parts[1] == "r-xp", parts[5].hasPrefix("/") else { continue }
      let ends = parts[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
      guard ends.count == 2, ends[0] < ends[1] else { continue }
      madvise(UnsafeMutableRawPointer(bitPattern: ends[0]), Int(ends[1] - ends[0]), MADV_DONTNEED)
    }
  }
}
