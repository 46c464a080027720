import Glibc
import Quantities

/// What the program finds around it: environment, folder, clock, login, terminal.
///
/// The only place of the command line that looks.
struct Surroundings {
  /// The environment.
  var environment: [String: String]
  /// The folder in which the program was called.
  var folder: String
  /// The login of the person, as the operating system knows it.
  var login: String
  /// Milliseconds since 1970-01-01 UTC.
  var moment: Int64
  /// Whether output goes to a terminal.
  var isTerminal: Bool
  /// Whether input comes from a terminal.
  var isInputTerminal: Bool
  /// The width of the terminal; 0 where there is none.
  var columns: Int

  /// What is there now.
  static var present: Surroundings {
    var size = winsize()
    let hasSize = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
    return Surroundings(
      environment: variables, folder: currentFolder, login: currentLogin,
      moment: now,
      isTerminal: isatty(STDOUT_FILENO) == 1, isInputTerminal: isatty(STDIN_FILENO) == 1,
      columns: hasSize ? Int(size.ws_col) : 0)
  }

  /// The moment, in milliseconds since 1970-01-01 UTC.
  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// The language that the environment asks for: `$DOSSIER_LANG`, then the locale.
  var language: Language {
    if let asked = environment["DOSSIER_LANG"], !asked.isEmpty {
      return asked.lowercased().hasPrefix("zh") ? .zh : .en
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.lowercased().hasPrefix("zh") == true ? .zh : .en
  }

  /// The home folder.
  var home: String { environment["HOME"] ?? "/" }

  private static var variables: [String: String] {
    var found: [String: String] = [:]
    for name in [
      "DOSSIER_STORE", "DOSSIER_DATA", "DOSSIER_LANG", "DOSSIER_LOGIN", "LC_ALL", "LC_MESSAGES",
      "LANG", "HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "NO_COLOR", "TERM",
      "VISUAL", "EDITOR",
      "ESCDELAY", "DOSSIER_WIDE",
    ] {
      if let value = getenv(name) { found[name] = String(cString: value) }
    }
    return found
  }

  private static var currentFolder: String {
    guard let pointer = getcwd(nil, 0) else { return "." }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  private static var currentLogin: String {
    let id = geteuid()
    guard let entry = getpwuid(id) else { return "uid-\(id)" }
    return String(cString: entry.pointee.pw_name)
  }
}
