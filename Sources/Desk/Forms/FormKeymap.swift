import Quantities
package import TerminalUI

/// The keys of forms, of the intake and of the settings.
package enum FormKeymap {
  /// The form of facts.
  package static let form: KeyContext = "form"
  /// The line in which one searches the form.
  package static let search: KeyContext = "form-search"
  /// A list that hangs open: its keys go to the list.
  package static let menu: KeyContext = "form-menu"

  private typealias Binding = KeyBinding<DeskAction>

  /// The bindings.
  package static let bindings: [KeyBinding<DeskAction>] = [
    Binding(form, ["enter"], .open, name: "enter", help: "form-enter"),
    Binding(form, ["up"], .up, name: "up", help: "previous-field"),
    Binding(form, ["down"], .down, name: "down", help: "next-field"),
    Binding(form, ["tab"], .nextField, name: "next", help: "next-field"),
    Binding(form, ["shift-tab"], .previousField, name: "previous", help: "previous-field"),
    Binding(form, ["page-up"], .pageUp, name: "page-up", help: "page-up"),
    Binding(form, ["page-down"], .pageDown, name: "page-down", help: "page-down"),
    Binding(form, ["alt-down", "ctrl-down"], .nextTab, name: "next-part", help: "form-next-part"),
    Binding(form, ["alt-up", "ctrl-up"], .previousTab, name: "previous-part", help: "form-part"),
    Binding(
      form, ["f2", "ctrl-s"], .confirm, name: "save", help: "form-save", inFooter: true),
    Binding(form, ["f3"], .filter, name: "search", help: "form-search", inFooter: true),
    Binding(
      form, ["f6"], absent, name: "absent", help: "form-absent", inFooter: true),
    Binding(form, ["f7"], restore, name: "restore", help: "form-restore", inFooter: true),
    Binding(form, ["ctrl-n", "insert"], addRow, name: "add-row", help: "form-add", inFooter: true),
    Binding(form, ["ctrl-x"], removeRow, name: "remove-row", help: "form-remove"),
    Binding(form, ["ctrl-t"], short, name: "short", help: "form-short", inFooter: true),
    Binding(form, ["ctrl-g"], .discardDraft, name: "discard", help: "form-discard"),
    Binding(form, ["esc"], .cancel, name: "cancel", help: "form-leave", inFooter: true),
    Binding(
      search, ["enter", "down", "tab"], .confirm, name: "keep", help: "form-found",
      inFooter: true),
    Binding(search, ["esc"], .cancel, name: "drop", help: "form-all", inFooter: true),
    Binding(
      ImportPane.context, ["enter"], .open, name: "open", help: "import-next", inFooter: true),
    Binding(
      ImportPane.context, ["tab"], .nextField, name: "complete", help: "import-complete",
      inFooter: true),
    Binding(
      ImportPane.context, ["f3", "ctrl-t"], ImportPane.roster, name: "roster",
      help: "import-roster", inFooter: true),
    Binding(
      ImportPane.context, ["f4"], ImportPane.nextPack, name: "pack", help: "import-pack",
      inFooter: true),
    Binding(
      ImportPane.context, ["f6"], ImportPane.columns, name: "columns", help: "import-columns",
      inFooter: true),
    Binding(ImportPane.context, ["f2", "ctrl-s"], .confirm, name: "confirm", help: "confirm"),
    Binding(ImportPane.context, ["esc"], .cancel, name: "back", help: "back", inFooter: true),
    Binding(
      SimulatePane.context, ["enter"], .open, name: "open", help: "simulate-next",
      inFooter: true),
    Binding(
      SimulatePane.context, ["tab"], .nextField, name: "complete", help: "import-complete",
      inFooter: true),
    Binding(SimulatePane.context, ["esc"], .cancel, name: "back", help: "back", inFooter: true),
    Binding(
      LoadLawPane.context, ["enter"], .open, name: "open", help: "load-law-enter",
      inFooter: true),
    Binding(
      LoadLawPane.context, ["tab"], .nextField, name: "complete", help: "import-complete",
      inFooter: true),
    Binding(
      LoadLawPane.context, ["f3"], LoadLawPane.insist, name: "anyway", help: "load-law-anyway",
      inFooter: true),
    Binding(
      LoadLawPane.context, ["f4"], LoadLawPane.nextLaw, name: "law", help: "load-law-next",
      inFooter: true),
    Binding(LoadLawPane.context, ["f2", "ctrl-s"], .confirm, name: "confirm", help: "confirm"),
    Binding(LoadLawPane.context, ["esc"], .cancel, name: "back", help: "back", inFooter: true),
    Binding(
      LawPane.context, ["T", "f4"], LoadLawPane.action, name: "load", help: "load-law",
      inFooter: true),
    Binding(DeskKeymap.screen, ["T"], LoadLawPane.action, name: "law", help: "load-law"),
    Binding(DeskKeymap.casePage, ["f"], .attach, name: "attach", help: "attach"),
    Binding(DeskKeymap.screen, ["N"], newCase, name: "new-case", help: "new-case"),
    Binding(DeskKeymap.screen, ["I"], importFile, name: "import", help: "import"),
    Binding(DeskKeymap.screen, ["f11"], appearance, name: "appearance", help: "appearance"),
  ]

  /// Says that there can be no such fact.
  static let absent = DeskAction.other("absent")
  /// Puts back what is on record.
  static let restore = DeskAction.other("restore")
  /// Adds a row.
  static let addRow = DeskAction.other("add-row")
  /// Takes a row away.
  static let removeRow = DeskAction.other("remove-row")
  /// Shows what the conditions ask for, or everything.
  static let short = DeskAction.other("short")
  /// Tells the form below that it was written.
  static let saved = DeskAction.other("form-saved")
  /// Receives an application typed in at the desk.
  package static let newCase = DeskAction.other("new-case")
  /// Brings a file in.
  package static let importFile = DeskAction.other("import")
  /// Settings of the desk.
  package static let appearance = DeskAction.other("appearance")

  /// What the keys do, in words.
  static let texts: [String: Bilingual] = [
    "form-enter": Bilingual(zh: "选择或下一栏", en: "Choose, or next field"),
    "form-next-part": Bilingual(zh: "下一部分", en: "Next section"),
    "form-part": Bilingual(zh: "上一部分", en: "Previous section"),
    "form-save": Bilingual(zh: "保存", en: "Save"),
    "form-search": Bilingual(zh: "查找", en: "Find"),
    "form-absent": Bilingual(zh: "无此数据", en: "None exists"),
    "form-restore": Bilingual(zh: "恢复", en: "Restore"),
    "form-add": Bilingual(zh: "增行", en: "Add row"),
    "form-remove": Bilingual(zh: "删除本行", en: "Remove the row"),
    "form-short": Bilingual(zh: "全部/必需", en: "All/needed"),
    "form-discard": Bilingual(zh: "放弃全部改动", en: "Give up all changes"),
    "form-leave": Bilingual(zh: "离开", en: "Leave"),
    "form-found": Bilingual(zh: "到结果", en: "To what was found"),
    "form-all": Bilingual(zh: "显示全部", en: "Show all"),
    "import-next": Bilingual(zh: "预览 / 确认", en: "Preview / confirm"),
    "import-complete": Bilingual(zh: "补全路径", en: "Complete the path"),
    "import-roster": Bilingual(zh: "申报 / 名册", en: "Applications / roster"),
    "simulate-next": Bilingual(zh: "试算 / 打开案卷", en: "Try / open the case"),
    "load-law": Bilingual(zh: "载入法规原文", en: "Load an official text"),
    "load-law-enter": Bilingual(zh: "核对 / 载入", en: "Compare / load"),
    "load-law-anyway": Bilingual(zh: "照样载入", en: "Load all the same"),
    "load-law-next": Bilingual(zh: "换法规", en: "Other law"),
    "import-pack": Bilingual(zh: "规则包", en: "Pack"),
    "import-columns": Bilingual(zh: "列对应表", en: "Column map"),
    "attach": Bilingual(zh: "材料归档", en: "Put a document on file"),
    "new-case": Bilingual(zh: "新建申报", en: "New application"),
    "import": Bilingual(zh: "导入文件", en: "Import a file"),
    "appearance": Bilingual(zh: "设置", en: "Settings"),
  ]

  /// What contexts are called.
  static let contextTitles: [String: Bilingual] = [
    "form-search": Bilingual(zh: "表单查找", en: "Finding in the form"),
    "import": Bilingual(zh: "导入", en: "Import"),
    "load-law": Bilingual(zh: "载入法规原文", en: "Loading an official text"),
    "law": Bilingual(zh: "条文", en: "Articles"),
    "simulate": Bilingual(zh: "试算草案", en: "Trying a draft"),
    "form-menu": Bilingual(zh: "下拉列表", en: "List"),
  ]
}
