extension Catalogue {
  /// Users, sessions, practice, and finding cases.
  static let office: [String: Sentence] = [
    "session.unknown_login": Sentence(
      "系统用户 {login} 尚未登记", "The login {login} is no user of this store",
      remedy: (
        "请系统管理员：dossier user add 姓名 --role 角色 --login {login}",
        "Ask an administrator: dossier user add NAME --role ROLE --login {login}"
      )),
    "session.inactive": Sentence(
      "用户 ⟨{user:person}⟩⟨{login}⟩ 已停用", "The user ⟨{user:person}⟩⟨{login}⟩ is no longer active",
      remedy: ("请系统管理员启用", "Ask an administrator to activate the user")),
    "session.unknown_user": Sentence(
      "没有用户 {user}⟨；现有：{known}⟩", "There is no user {user}⟨; known: {known}⟩",
      remedy: ("用 dossier user list 查看", "See dossier user list")),
    "session.not_yourself": Sentence(
      "不能以 {user:person} 的身份办理：当前登录为 {login}",
      "You are logged in as {login} and cannot act as {user:person}",
      remedy: ("去掉 --as；仅训练库可代他人操作", "Leave out --as: only training stores allow it")),
    "session.not_today": Sentence(
      "写入须用当天日期 {day}，不能用 {today}",
      "Writing takes the real day {day}, not {today}",
      remedy: (
        "去掉 --today；补记以前的事用 --on", "Leave out --today; for an earlier official date use --on"
      )),
    "office.practice_unknown": Sentence(
      "规则包没有约定项 {item}⟨；可用：{known}⟩", "The pack has no practice item {item}⟨; known: {known}⟩",
      remedy: ("用 dossier practice list 查看", "See dossier practice list")),
    "office.practice_type": Sentence(
      "约定项 {item} 的值类型不对", "The value of practice item {item} is of another type"),
    "office.user_invalid": Sentence(
      "用户须有姓名和系统登录名", "A user needs a name and a login"),
    "user.cannot_hold": Sentence(
      "{user:person}不办理案卷⟨，或不属{department:department}⟩，不能承办或代办",
      "{user:person} does not work on cases⟨, or not on those of {department:department}⟩",
      remedy: (
        "另选在用的经办人，或本主管部门人员", "Choose an officer, or a clerk of the department"
      )),
    "office.clerk_department": Sentence(
      "{user} 是主管部门人员，须写明属哪个主管部门",
      "{user} is a clerk: the supervising department has to be given",
      remedy: (
        "加 --department，如 --department qd-laoshan",
        "Add --department, such as --department qd-laoshan"
      )),
    "office.last_administrator": Sentence(
      "须有一名在用的系统管理员：最后一名不能停用，也不能改任其他角色",
      "Somebody active must keep the role of administrator: the last can be neither deactivated nor "
        + "given other roles alone",
      remedy: ("先指定另一名系统管理员", "Name another administrator first")),
    "case.not_found": Sentence(
      "没有案卷⟨ {case}⟩", "There is no case⟨ {case}⟩",
      remedy: ("用 dossier queue --filter 查找", "Look for it with dossier queue --filter")),
    "case.ambiguous": Sentence(
      "“{case}”对应多件案卷：{candidates}", "\"{case}\" may be several cases: {candidates}",
      remedy: ("写全编号", "Give the whole number")),
    "case.duplicate": Sentence(
      "这份申报已收件，为 {case}", "This application was received already, as {case}",
      remedy: (
        "更正用 dossier set；确需另立请改动申报内容",
        "Correct it with dossier set; for a second case the application must differ"
      )),
    "case.not_yet": Sentence(
      "该时点此案卷尚未收件", "At that time the case had not been received",
      remedy: ("选更晚的日期或版本", "Choose a later date or version")),
    "case.changed": Sentence(
      "此案卷刚被他人更新，请按新情况重新确认", "Somebody has just changed this case: look again"),
    "pack.not_adopted": Sentence(
      "本库未采用规则包 {pack}⟨；已采用：{known}⟩",
      "The store has not adopted the pack {pack}⟨; adopted: {known}⟩",
      remedy: (
        "由系统管理员执行 dossier pack adopt {pack}",
        "An administrator adopts it: dossier pack adopt {pack}"
      )),
    "pack.unreadable": Sentence(
      "库中保存的规则包 {pack} 无法读取", "The pack {pack} kept in the store cannot be read",
      remedy: ("重新采用规则包，或恢复备份", "Adopt the pack again, or restore a backup")),
  ]
}
