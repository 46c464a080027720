import Quantities

extension Catalogue {
  /// What mends a thing where it is read at the desk and the command line would be told a command:
  /// the desk's own key, its own word for it, or whom to ask.
  ///
  /// Keys stand in slots such as `{key-facts}`, since people may give them others.
  static let remediesAtDesk: [String: Bilingual] = [
    // What the person does here
    "condition.no_such": say("条件列在案卷页的“条件”页签", "See Conditions on the page of the case"),
    "facts.correction": say("写明更正理由", "Say why it is corrected"),
    "checks.unexplained": say("写明理由", "Give the reason"),
    "proceeding.exists": say(
      "办理已有的{proceeding:proceeding}", "Go on with {proceeding:proceeding}"),
    "action.ambiguous": say("在案卷页右侧选其中一项", "Choose one of them beside the case"),
    "campaign.changed": say(
      "在命令行用 pack diff 看改动、用 campaign amend 采用",
      "In a terminal see what differs (pack diff) and bring it in (campaign amend)"
    ),
    "campaign.exists": say(
      "文件有改动的，在命令行用 campaign amend 采用；另一批须另取批次名（id）",
      "Have a changed file brought in by campaign amend in a terminal; give another batch another id"
    ),
    "case.not_found": say(
      "在列表中按 {key-filter} 筛选查找", "Press {key-filter} in the list to look for it"),
    "case.duplicate": say(
      "更正的，打开已有案卷按 {key-facts}（改事实）；确需另立请改动申报内容",
      "To correct it open the case and press {key-facts}; for a second case the application must differ"
    ),
    "session.not_today": say(
      "补记以前的事，改“办理日期”一栏", "For an earlier official date change the field Date"),
    "session.not_yourself": say("仅训练库可代他人操作", "Only training stores allow it"),
    "usage.training_only": say("仅训练库可以这样做", "Only training stores allow it"),
    "import.column.none": say(
      "首行写列名，或按 {key-columns} 选列对应表",
      "Put names in the first row, or choose a column map with {key-columns}"),
    "import.column.ambiguous": say(
      "在列对应表中写明（{key-columns}）", "Say which in a column map ({key-columns})"),
    // What an administrator does
    "law.wrong_title": say("核对文件", "Check the file"),
    "law.few_articles": say("核对文件是否完整", "Check that it is whole"),
    "law.not_loaded": say(
      "由系统管理员按 {key-load-law} 载入", "An administrator loads it with {key-load-law}"),
    "law.damaged": say(
      "由系统管理员按 {key-load-law} 重新载入", "An administrator loads it again with {key-load-law}"),
    "pack.validity.interim": inForce,
    "pack.validity.relied_on": inForce,
    "pack.validity.unverified": inForce,
    "migration.practice": say(
      "请系统管理员先设定本局约定 {item}，或在对照表写 practice: suggested 采用建议值",
      "Ask an administrator to set the practice {item}, or write practice: suggested in the map"),
    "role": say("转请{roles:roles}办理", "Hand it to: {roles:roles}"),
    "office.clerk_department": say(
      "请系统管理员写明主管部门", "Ask an administrator to give the supervising department"),
    "office.practice_unknown": say("请系统管理员核对本局约定", "Ask an administrator to look at the practice"),
    "pack.not_adopted": adopting,
    "campaign.not_adopted": adopting,
    "pack.missing": say("请系统管理员核对规则包", "Ask an administrator to look at the packs"),
    "pack.file.missing": say("新建此文件", "Make the file"),
    "session.unknown_login": say(
      "请系统管理员为登录名 {login} 设立用户", "Ask an administrator for a user with the login {login}"),
    "session.unknown_user": say("请系统管理员核对用户", "Ask an administrator to look at the users"),
    "verify.projection": rebuilding,
    "verify.counts": rebuilding,
    "verify.search": rebuilding,
    "doctor.log_large": lookingAfter,
    "doctor.lock_missing": lookingAfter,
    "doctor.orphan": lookingAfter,
    "journal.cannot_fold": proving,
    "campaign.unreadable": proving,
    "journal.unreadable": say("可能由新版程序写入，请更新程序", "A later version may have written it: update"),
    "store.failed": lookingAfter,
    "store.damaged": say(
      "停止写入，请系统管理员由最近的备份恢复", "Stop writing; ask an administrator for the last backup"),
    "store.no_way_up": say("用较早版本的程序打开并导出", "Open it with an earlier version and export it"),
    // Where the program looks
    "store.missing": whereabouts,
    "store.foreign": whereabouts,
    "usage.no_store": whereabouts,
    "usage.which_store": whereabouts,
    "usage.no_data": say("请系统管理员核对数据目录", "Ask an administrator where the data folder is"),
  ]

  private static let inForce = say(
    "核实后请系统管理员记录在案", "Verify it, and ask an administrator to put that on record")
  private static let adopting = say("请系统管理员采用规则包 {pack}", "Ask an administrator to adopt {pack}")
  private static let rebuilding = say(
    "请系统管理员重建派生表", "Ask an administrator to rebuild the derived tables")
  private static let lookingAfter = say("请系统管理员检查案卷库", "Ask an administrator to look at the store")
  private static let proving = say("请系统管理员核验案卷库", "Ask an administrator to verify the store")
  private static let whereabouts = say("核对案卷库的位置", "Check where the store is")

  private static func say(_ zh: String, _ en: String) -> Bilingual { Bilingual(zh: zh, en: en) }
}
