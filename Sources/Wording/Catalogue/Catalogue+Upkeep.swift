extension Catalogue {
  /// What a verification of the store finds.
  static let verification: [String: Sentence] = [
    "verify.header_hash": Sentence(
      "事件 {event:id} 的表头与其编号不符", "The header of event {event:id} does not match its id"),
    "verify.payload_hash": Sentence(
      "事件 {event:id} 的内容与其校验值不符", "The content of event {event:id} does not match its hash"),
    "verify.payload_missing": Sentence(
      "事件 {event:id} 的内容不在，也没有脱敏记录",
      "Event {event:id} has lost its content, and no redaction says why"),
    "verify.columns": Sentence(
      "事件 {event:id} 的索引列与表头不符", "The columns of event {event:id} differ from its header"),
    "verify.sequence": Sentence(
      "事件 {event:id} 的设备序号倒退", "Event {event:id} goes back in its device's sequence"),
    "verify.events_lost": Sentence(
      "设备 {device:id} 写过 {written} 条事件，现存 {found} 条",
      "Device {device:id} wrote {written} events, of which {found} are here",
      remedy: ("停止写入，与最近备份核对", "Stop writing and compare with the last backup")),
    "verify.parent": Sentence(
      "事件 {event:id} 的上一事件 {parent:id} 不在其前",
      "Event {event:id} names the parent {parent:id}, which does not precede it"),
    "verify.blob_hash": Sentence(
      "依据数据 {hash:id} 与其校验值不符", "The basis {hash:id} does not match its hash"),
    "verify.basis_missing": Sentence(
      "事件 {event:id} 的依据数据 {hash:id} 不在，也没有脱敏记录",
      "The basis {hash:id} of event {event:id} is gone, and no redaction says why",
      remedy: ("与备份核对", "Compare with a backup")),
    "verify.blob_missing": Sentence(
      "事件 {event:id} 所指的内容 {hash:id} 不在",
      "The content {hash:id} that event {event:id} names is gone",
      remedy: ("与备份核对", "Compare with a backup")),
    "verify.blob_unreadable": Sentence(
      "事件 {event:id} 所指的内容 {hash:id} 无法读取",
      "The content {hash:id} that event {event:id} names cannot be read",
      remedy: (
        "用写入它的程序版本打开，或重新装入该通知", "Open it with the version that wrote it, or load the notice again"
      )),
    "verify.ledger_gap": Sentence("台账在第 {position} 条处不连续", "The ledger has a gap at {position}"),
    "verify.ledger_hash": Sentence(
      "台账第 {position} 条与前条不相接", "Entry {position} of the ledger does not follow from the last"),
    "verify.ledger_event": Sentence(
      "台账第 {position} 条所指的事件不在", "Entry {position} of the ledger names an event that is gone"),
    "verify.not_in_ledger": Sentence("{count} 条事件未列入台账", "{count} events are not in the ledger"),
    "verify.ledger_shorter": Sentence(
      "台账比校验点 {checkpoint} 短（现至 {head}）",
      "The ledger is shorter than the checkpoint {checkpoint} (now {head})",
      remedy: ("记录可能丢失，请找回最近备份", "Records may be lost: find the last backup")),
    "verify.other_ledger": Sentence(
      "台账与校验点 {checkpoint} 不是同一份（该处为 {found}）",
      "The ledger is not that of the checkpoint {checkpoint} (there: {found})",
      remedy: ("可能被改写或用错了库", "It may have been rewritten, or this is another store")),
    "verify.projection": Sentence(
      "{case} 的列表数据与日志不符⟨：{field}⟩", "The list of {case} differs from the journal⟨: {field}⟩",
      remedy: ("运行 dossier rebuild 重建", "Rebuild with dossier rebuild")),
    "verify.counts": Sentence(
      "计数表 {table} 与日志不符", "The counts in {table} differ from the journal",
      remedy: ("运行 dossier rebuild 重建", "Rebuild with dossier rebuild")),
    "verify.search": Sentence(
      "检索索引与内容不符", "The search index differs from the texts",
      remedy: ("运行 dossier rebuild 重建", "Rebuild with dossier rebuild")),
    "verify.file_missing": Sentence(
      "附件“{title}”的文件不在（{file:id}）", "The file of \"{title}\" is gone ({file:id})",
      remedy: ("从备份找回", "Bring it back from a backup")),
    "verify.file_hash": Sentence(
      "附件“{title}”的文件被改动（{file:id}）", "The file of \"{title}\" was altered ({file:id})",
      remedy: ("从备份找回", "Bring it back from a backup")),
    "verify.file_unreadable": Sentence(
      "附件“{title}”的文件无权读取⟨：{file}⟩", "The file of \"{title}\" may not be read⟨: {file}⟩",
      remedy: (
        "请系统管理员核对 files/ 的所属与权限，文件未必丢失",
        "Ask the administrator to check owner and mode of files/: it need not be lost"
      )),
    "verify.damaged": Sentence("数据库损坏⟨：{detail}⟩", "The database is damaged⟨: {detail}⟩"),
    "verify.*": Sentence(
      "核验发现问题⟨（事件 {event:id}）⟩", "Verification found something wrong⟨ (event {event:id})⟩"),
  ]

  /// What the doctor finds, and backups.
  static let upkeep: [String: Sentence] = [
    "doctor.sqlite_log_defect": Sentence(
      "SQLite {version} 有丢失写入的缺陷，已由写锁防住",
      "SQLite {version} can lose writes; the store's lock prevents it",
      remedy: ("不要用其他程序写入本库", "Let no other program write to this store")),
    "doctor.network": Sentence(
      "案卷库在网络盘上（{kind}）", "The store is on a network share ({kind})",
      remedy: ("移到本机磁盘", "Move it to a local disk")),
    "doctor.disk_low": Sentence(
      "磁盘只剩 {free} 字节", "Only {free} bytes are free", remedy: ("腾出空间", "Make room")),
    "doctor.copied": Sentence(
      "此库是另一份的副本（{device:id}），以新设备身份写入",
      "This store is a copy ({device:id}); it writes as a new device"),
    "doctor.not_durable": Sentence(
      "写入不能防断电（{journal_mode}，{synchronous}）",
      "Writes may not survive a power cut ({journal_mode}, {synchronous})"),
    "doctor.log_large": Sentence(
      "写入日志有 {size} 字节", "The write-ahead log has {size} bytes",
      remedy: ("dossier doctor --fix 可收拢", "dossier doctor --fix folds it in")),
    "doctor.lock_missing": Sentence(
      "锁文件不在，案卷库只能读", "The lock file is gone: the store can only be read",
      remedy: (
        "各人退出后运行 dossier doctor --fix 重建", "When all have left, dossier doctor --fix makes it again"
      )),
    "doctor.mode": Sentence(
      "{file} 的权限是 {mode}，应为 {expected}", "{file} has mode {mode}, not {expected}",
      remedy: ("chmod {expected} {file}", "chmod {expected} {file}")),
    "doctor.group": Sentence("{file} 不属于共享组", "{file} is not of the store's group"),
    "doctor.file_missing": Sentence(
      "附件“{title}”的文件不在（{file:id}）", "The file of \"{title}\" is gone ({file:id})",
      remedy: ("从备份找回", "Bring it back from a backup")),
    "doctor.file_unreadable": Sentence(
      "附件“{title}”的文件无权读取⟨：{file}⟩", "The file of \"{title}\" may not be read⟨: {file}⟩",
      remedy: (
        "请系统管理员核对 files/ 的所属与权限，文件未必丢失",
        "Ask the administrator to check owner and mode of files/: it need not be lost"
      )),
    "doctor.files_unreadable": Sentence(
      "附件目录 {file} 无法读取⟨：{detail}⟩", "The folder {file} cannot be read⟨: {detail}⟩",
      remedy: ("请系统管理员核对所属与权限", "Ask the administrator to check owner and mode")),
    "doctor.orphan": Sentence(
      "{file} 没有任何附件用到", "No document uses {file}",
      remedy: ("dossier doctor --fix 可清除", "dossier doctor --fix removes it")),
    "doctor.*": Sentence("检查发现问题⟨：{file}⟩", "The doctor found something wrong⟨: {file}⟩"),
    "backup.unsound": Sentence(
      "备份未通过核验⟨：{problems}⟩", "The backup does not verify⟨: {problems}⟩",
      remedy: ("换一份备份，或先查明原因", "Take another backup, or find the cause first")),
    "backup.*": Sentence("备份有误⟨：{file}⟩", "The backup is wrong⟨: {file}⟩"),
    "redact.reason_missing": Sentence(
      "脱敏须写明理由和依据", "A redaction needs a reason and what it rests on"),
    "redact.unknown_event": Sentence("没有事件 {event:id}", "There is no event {event:id}"),
    "redact.already": Sentence(
      "事件 {event:id} 的内容已不在，也没有脱敏记录可据",
      "The content of event {event:id} is gone, and no record says what was left of it"),
    "redact.not_possible": Sentence(
      "此类记录不能脱敏⟨：{kind:kind}⟩", "Such events cannot be redacted⟨: {kind:kind}⟩"),
    "redact.copy_unchecked": Sentence(
      "库内副本打不开⟨（{detail}）⟩，其中可能仍有已删的内容⟨：{file}⟩",
      "A copy in the store cannot be opened⟨ ({detail})⟩ and may still hold what was removed⟨: {file}⟩",
      remedy: ("核对其权限，查明后自行删去该副本", "See to its mode; look into it, then remove it yourself")),
    "redact.path_unknown": Sentence(
      "该事件中没有 {paths:facts}", "The event does not hold: {paths:facts}"),
    "role.missing": Sentence(
      "此项由{roles:roles}办理，{actor:person}没有该角色",
      "This is for: {roles:roles}; {actor:person} has no such role",
      remedy: ("转请{roles:roles}办理", "Hand it to: {roles:roles}")),
  ]

  /// Attachments, and the queue's filter.
  static let lookup: [String: Sentence] = [
    "attachment.not_found": Sentence("找不到文件⟨ {file}⟩", "No such file⟨: {file}⟩"),
    "attachment.unreadable": Sentence(
      "没有权限读取文件⟨ {file}⟩", "The file may not be read⟨: {file}⟩",
      remedy: ("核对文件的权限", "Check the file's mode")),
    "attachment.not_a_file": Sentence("⟨{file} ⟩不是普通文件", "⟨{file}: ⟩not an ordinary file"),
    "attachment.too_large": Sentence(
      "文件⟨有 {size} 字节，⟩超过 {limit} 字节的上限", "The file⟨ has {size} bytes,⟩ exceeds {limit} bytes"),
    "filter.unknown_key": Sentence(
      "筛选中没有“{key}”", "The filter knows no \"{key}\"",
      remedy: ("可用：区 环节 程序 承办 到期 状态 批次 依托", "Use: dept stage proc who due is batch host")),
    "filter.empty_value": Sentence("“{key}”后面没有内容", "Nothing follows \"{key}\""),
    "filter.bad_comparison": Sentence("“{key}”不能比大小", "\"{key}\" cannot be compared"),
    "filter.unknown_state": Sentence(
      "没有状态“{value}”", "There is no state \"{value}\"",
      remedy: (
        "可用：在办 待补正 在册 办结 逾期 今日 无人", "Use: open host roster ended overdue today unassigned"
      )),
    "filter.bad_due": Sentence(
      "“{value}”不是期限", "\"{value}\" is no due date",
      remedy: ("如 到期<7d、到期<2026-05-01、到期:今天", "Such as due<7d, due<2026-05-01, due:today")),
    "filter.unclosed_quote": Sentence("引号没有结束", "A quotation mark is never closed"),
    "filter.*": Sentence("筛选写法不对⟨：{value}⟩", "The filter is malformed⟨: {value}⟩"),
    "demonstration.day": Sentence(
      "第 {day} 天早于上一步的 {before} 或晚于今日 {today}",
      "Day {day} lies before the last step, {before}, or after today, {today}"),
    "demonstration.refused": Sentence(
      "演示案卷 {case} 的一步不能办理⟨（{day}）⟩⟨：{refusals}⟩",
      "A step of the demonstration case {case} is refused⟨ ({day})⟩⟨: {refusals}⟩"),
    "demonstration.*": Sentence("演示数据有误", "The demonstration data are wrong"),
    "demonstration.too_many": Sentence(
      "最多只能编出 {most} 个不同的演示中心", "No more than {most} different centres can be invented"),
  ]
}
