extension Catalogue {
  /// Trouble with the store itself.
  static let store: [String: Sentence] = [
    "store.missing": Sentence(
      "找不到案卷库⟨ {file}⟩", "No store⟨ at {file}⟩",
      remedy: (
        "用 dossier init 新建，或用 --store 指明位置",
        "Make one with dossier init, or name it with --store"
      )),
    "walks.interrupted": Sentence(
      "生成期间有别的程序写入了案卷库，已停止；已写入的各件完整",
      "Somebody else wrote to the store while cases were being made: it was stopped, and what is there is whole",
      remedy: ("另建新库重新生成", "Make it again in a new store")),
    "store.exists": Sentence(
      "{file} 已存在", "{file} exists already",
      remedy: ("换一个位置，或直接打开它", "Choose another place, or open it")),
    "store.not_empty": Sentence(
      "目录 {file} 里已有别的内容⟨（{found}）⟩",
      "The folder {file} has other things in it⟨ ({found})⟩",
      remedy: ("另选新目录或空目录", "Name a new folder or an empty one")),
    "store.established": Sentence(
      "案卷库 {file} 已完成初始设置", "The store {file} has been set up already"),
    "store.foreign": Sentence(
      "{file} 不是案卷库", "{file} is not a store of Dossier",
      remedy: ("核对 --store 所指位置", "Check what --store names")),
    "store.later_version": Sentence(
      "案卷库的版本（{found}）比本程序（{known}）新",
      "The store's version ({found}) is later than this program's ({known})",
      remedy: ("请用新版程序打开", "Open it with a newer dossier")),
    "store.earlier_version": Sentence(
      "案卷库的版本（{found}）较旧，本程序需要 {known}",
      "The store's version ({found}) is earlier than this program needs ({known})",
      remedy: (
        "备份后由可写入的用户打开一次，即自动升级",
        "Back it up, then open it once as a user who may write: it is brought up to date"
      )),
    "store.no_way_up": Sentence(
      "版本 {found} 的案卷库无法升级", "A store of version {found} cannot be brought up to date",
      remedy: ("用较早的程序打开并导出", "Open it with an earlier dossier and export it")),
    "store.network": Sentence(
      "案卷库不能放在网络盘上⟨（{kind}）⟩",
      "A store cannot live on a network share⟨ ({kind})⟩: its log would be lost",
      remedy: (
        "放到服务器本机磁盘，各人经 SSH 登录使用",
        "Keep it on a local disk of a server and work over SSH"
      )),
    "store.damaged": Sentence(
      "案卷库已损坏⟨：{detail}⟩", "The store is damaged⟨: {detail}⟩",
      remedy: (
        "停止写入，用 dossier restore 恢复最近备份",
        "Stop writing; bring back the last backup with dossier restore"
      )),
    "store.read_only": Sentence(
      "案卷库只读，不能写入", "The store can only be read",
      remedy: ("检查文件权限或挂载方式", "Check the files' permissions and the mount")),
    "store.full": Sentence(
      "磁盘已满，本次未写入", "The disk is full: nothing was written",
      remedy: ("腾出空间后重做", "Make room, then do it again")),
    "store.locked": Sentence(
      "案卷库正被他人写入，等待超时", "Somebody else is writing; waiting took too long",
      remedy: ("稍后重试", "Try again in a moment")),
    "store.inside": Sentence(
      "副本不能放在案卷库自身的目录里⟨：{file}⟩", "A copy cannot lie within the store itself⟨: {file}⟩",
      remedy: ("另选目录，最好是另一块磁盘", "Choose another folder, on another disk if you can")),
    "store.moved": Sentence(
      "案卷库已被移走或替换，本次未写入", "The store was moved or replaced: nothing was written",
      remedy: ("退出后重新打开", "Leave, and open it again")),
    "store.no_place": Sentence(
      "这里不能建立文件夹：{file}", "No folder can be made here: {file}",
      remedy: (
        "换一个可以写入的文件夹", "Choose another place, in a folder that you may write to"
      )),
    "store.permission": Sentence(
      "没有权限⟨：{file}⟩", "No permission⟨: {file}⟩",
      remedy: (
        "请系统管理员核对所属组和权限（共享库为 2770/0660）",
        "Ask the administrator to check group and mode (shared stores: 2770/0660)"
      )),
    "store.failed": Sentence(
      "案卷库操作失败⟨：{detail}⟩", "The store failed⟨: {detail}⟩",
      remedy: ("运行 dossier doctor 查看原因", "Run dossier doctor to see why")),
    "store.group_unknown": Sentence(
      "系统中没有用户组 {group}", "There is no group {group} on this machine",
      remedy: ("先建立该组，或换一个组", "Make the group first, or name another")),
    "store.network_unknown": Sentence(
      "无法判断所在磁盘的类型", "The kind of disk cannot be told"),
  ]

  /// The journal of events.
  static let journal: [String: Sentence] = [
    "journal.header_hash": Sentence(
      "事件 {event:id} 的表头与其编号不符", "The header of event {event:id} does not match its id",
      remedy: ("日志可能被改动，请与备份核对", "The journal may have been altered: compare a backup")),
    "journal.payload_hash": Sentence(
      "事件 {event:id} 的内容与其校验值不符",
      "The content of event {event:id} does not match its hash",
      remedy: ("日志可能被改动，请与备份核对", "The journal may have been altered: compare a backup")),
    "journal.unreadable": Sentence(
      "事件 {event:id} 无法读取⟨：{detail}⟩", "Event {event:id} cannot be read⟨: {detail}⟩",
      remedy: ("可能由新版程序写入，请更新程序", "A newer dossier may have written it: update")),
    "journal.unknown_event": Sentence(
      "日志中没有事件 {event:id}", "The journal has no event {event:id}"),
    "journal.cannot_fold": Sentence(
      "日志无法还原成案卷⟨（事件 {event:id}）⟩",
      "The events cannot be folded into a case⟨ (event {event:id})⟩",
      remedy: ("运行 dossier verify 查明位置", "Run dossier verify to find the place")),
    "journal.unreadable_redaction": Sentence(
      "事件 {event:id} 删隐后留存的内容无法读取，案卷不能还原",
      "What a redaction left of event {event:id} cannot be read: the case cannot be folded",
      remedy: (
        "可能由新版程序写入，请更新程序；否则与备份核对",
        "A later version may have written it: update; else compare a backup"
      )),
    "journal.*": Sentence("日志有误⟨（事件 {event:id}）⟩", "The journal is wrong⟨ (event {event:id})⟩"),
    "journal.not_contested": Sentence(
      "事件 {event:id} 没有待裁定的争议", "Event {event:id} is not contested"),
  ]
}
