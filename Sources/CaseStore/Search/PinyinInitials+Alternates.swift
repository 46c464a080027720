extension PinyinInitials {
  /// The further initials of characters that are read in more ways than one, by code point.
  static let alternates = readings(
    """
    万m 乐y 乘s 乜n 亟q 仇q 会k 传z 伺c 伽jq 侥y 便p 俛m 俟q 偢q 傳z 僥y 兒n 兹c 冯p 刨p 券x 刹s 剿c 勦j 匙s 区o 區o 卒c 单cs
    卡q 厦x 参s 參s 句g 叨t 召s 叶x 吁y 合g 吋y 吓h 否p 吭k 呎y 咀z 咖g 咯kl 咳h 哕h 哦o 唡y 唫y 啢y 喋z 單cs 喳c 嗌y 嗒t 嘘s
    嘽t 噦h 嚇h 囝n 囤d 圈j 圜y 圩x 坬w 垌t 埔b 堡p 壳q 夹g 夾g 奇j 奤t 娭x 宓f 宿x 将q 將q 尉y 尾y 尿s 屏b 属z 屬z 岨j 峒t
    峙s 峤q 嶠q 巷h 帱d 幢z 幬d 廁s 廈x 弄l 強q 弹t 强j 彈t 彊q 恶w 惡w 戆z 戌q 戛g 戯x 戲h 扁p 扒b 扛k 折s 抝n 拗a 提d 揲s
    搒p 摻s 撣s 撮z 撾z 擿z 攒z 斮z 於y 无m 晟s 晻y 暠h 暴p 曝b 曾c 會k 朝c 期j 术z 杓b 杻n 枞z 枸j 柜j 查z 柵z 栅s 栎y 栖x
    校j 桧h 桲b 梣q 棽c 椉s 椎z 楛h 楷j 槛j 樂y 樅z 檜h 檻j 櫟y 欸e 歘x 歙x 殖s 氏z 汤s 沌z 沓d 泊p 泌b 泷s 泺p 洞t 浒x 浚x
    涌c 涡g 淺j 渦g 湫q 湯s 溃h 滀x 滎y 漯l 漴s 澄d 澠s 澮k 澹t 濬x 瀑b 瀧s 炅g 炮b 焌q 無m 煖x 燾t 犍q 犴h 率s 玢b 瑒y 畜x
    番p 疋y 疟y 瘈z 瘧y 盛c 省x 石d 磅b 祭z 禅s 禪s 禰n 种c 秘b 筠j 筴j 篸z 粘z 粥y 系j 絜j 綸g 繁p 纚x 纤q 纶g 给g 缉q 缏p
    罷p 翟z 耏e 耙b 脦t 脧z 脯f 腌a 膀p 膻d 臭x 艾y 芥g 芧z 苣j 茄j 茈z 茜q 荑t 荠j 荥y 荨q 莘x 莞g 莩f 葚s 葰j 蔓w 蔚y 蕃b
    薺q 藏z 虷g 虹j 蛇y 蛤g 蛸x 蝤y 蝦h 行h 裨p 裳s 裼t 褚c 覃q 见x 解x 識z 识z 说y 调t 贾j 趄q 蹊q 車j 车j 轧gy 辟b 遗w 郇x
    醱p 重c 鐺c 铅y 铛d 铫y 镐h 镡t 長c 长z 閒x 阇s 阿e 陂p 降x 隗k 靓j 鞘s 頸g 颈g 颉x 颤z 餳x 饹g 馇z 驮t 骀t 骠b 髈p 鬲l
    鳥d 鹄g 鹘g 麇q 麕q 齊j 龜jq 龟jq 鿎d
    """)

  /// The initials of characters that stand outside U+4E00 to U+9FFF, by code point.
  static let outsideMainBlock = readings(
    """
    〇l 㑇z 㑊y 㑌k 㑩l 㑳z 㒓t 㓦b 㔉z 㔚j 㕑c 㕜s 㕠s 㕮f 㕶n 㖊x 㖞w 㗄k 㗏w 㗑b 㘄l 㘆t 㘎h 㘗q 㘥y 㘭a 㘱t 㘵b 㙍d 㙘y
    㙟l 㙦x 㚁q 㚢n 㚻j 㛃j 㛚t 㛹p 㝃m 㝡z 㝿b 㞎b 㞗q 㞘d 㞞s 㟂m 㟃s 㟖l 㟤l 㟷d 㠄x 㠇j 㠓m 㠯y 㠾y 㡑q 㡓k 㡠z 㡡c 㡧z
    㤅a 㤘z 㤥h 㥄l 㥏t 㥦q 㥮z 㥵h 㧀j 㧏g 㧐s 㧑h 㧟k 㨄z 㨗j 㨘x 㨪h 㩋x 㩐d 㩙s 㩟z 㩳s 㪍b 㪺j 㫰l 㬉n 㬊h 㬎x 㬚c 㬟f
    㬤q 㭎g 㭕q 㮣g 㮾l 㯭l 㯳q 㰀l 㰍l 㱃y 㱮h 㲄j 㲓r 㲲d 㳂y 㳇f 㳘c 㳚x 㳠t 㴔j 㴩y 㵐j 㵲w 㶁g 㶉x 㶑l 㶟l 㶲y 㷟t 㸆k
    㸌h 㹎l 㹢j 㹭y 㺀h 㺄y 㺅h 㺢h 㻫b 㻬t 㼈l 㽁l 㽏g 㽘g 㾹c 㿠h 䀇g 䀉q 䀌x 䀦g 䁖l 䂫h 䂮l 䃅d 䃉m 䃎z 䃘k 䃠x 䃰c 䄍z
    䄻t 䅟c 䇭l 䇲cj 䇽z 䈎y 䉬f 䉲m 䉵z 䊪l 䌷c 䌹j 䍉z 䍡l 䎃r 䎖z 䎱b 䏝z 䏡s 䏲t 䏿q 䐃j 䐛d 䑲z 䑽t 䒣r 䒷g 䒿l 䓖q 䓛q
    䓨y 䓫q 䓬z 䔛q 䕭q 䕷m 䖏c 䖮x 䖳z 䗖d 䗛x 䗪z 䗴t 䗻j 䘌n 䘕h 䘮s 䙌k 䜣x 䜺c 䝋z 䝙c 䝟y 䞍q 䞓c 䟡z 䠀t 䠊f 䠱z 䢺c
    䢼g 䣘t 䤌q 䤨p 䥇s 䥽p 䦃z 䦆j 䦶z 䦷c 䧡y 䨦p 䩄mt 䩬b 䩺w 䪍l 䫈c 䯄g 䯧q 䯼d 䰀w 䰖z 䰛l 䱷y 䲟y 䲠c 䲢t 䳘e 䴓s 䴔j
    䴕l 䴖j 䴗j 䴘t 䴙p 䴚g 䴥j 䴸f 䵚t 䶊n 䶧y 䶮y 䶸y 𠅤x 𠙶o 𠳐b 𡎚p 𡐓k 𣗋d 𣲗w 𣲘w 𣸣f 𤧛d 𤩽h 𤫉x 𥔲e 𥕢c 𥖨z 𥻗c 𦈡x
    𦒍t 𦙶g 𦝼l 𦭜z 𦰡n 𧿹m 𨐈g 𨙸q 𨚕b 𨟠q 𨭉b 𨱇q 𨱏d 𨱑h 𨱔z 𨺙n 𩽾a 𩾃m 𩾌k 𪟝j 𪣻l 𪤗l 𪨰q 𪨶s 𪩘y 𪾢x 𫄧y 𫄨c 𫄷y 𫄸x
    𫇭w 𫌀j 𫍣t 𫍯x 𫍲x 𫍽x 𫐄y 𫐐n 𫐓r 𫑡m 𫓧f 𫓯j 𫓶x 𫓹j 𫔍f 𫔎j 𫔶n 𫖮y 𫖯f 𫖳y 𫗧s 𫗴z 𫘜w 𫘝j 𫘦t 𫘧l 𫘨t 𫘪y 𫘬x 𫚕s
    𫚖c 𫚭l 𫛭k 𫞩m 𫟅l 𫟦s 𫟹h 𫟼d 𫠆k 𫠊x 𫠜n 𫢸d 𫫇e 𫭟oq 𫭢l 𫭼l 𫮃s 𫰛x 𫵷l 𫶇d 𫷷x 𫸩k 𬀩w 𬀪x 𬂩j 𬃊z 𬇕w 𬇙b 𬇹g 𬉼o
    𬊈x 𬊤c 𬌗h 𬍛l 𬍡d 𬍤x 𬒈q 𬒔g 𬒗l 𬕂l 𬘓x 𬘘d 𬘡y 𬘩t 𬘫h 𬘬q 𬘭c 𬘯z 𬙂y 𬙊m 𬙋x 𬜬m 𬜯l 𬞟p 𬟁y 𬟽d 𬣙x 𬣞z 𬣡j 𬣳h
    𬤇y 𬤊s 𬤝h 𬨂q 𬨎y 𬩽x 𬪩n 𬬩y 𬬭l 𬬮c 𬬱j 𬬸s 𬬹s 𬬻l 𬬿z 𬭁m 𬭊d 𬭎h 𬭚c 𬭛b 𬭤h 𬭩w 𬭬h 𬭯p 𬭳x 𬭶h 𬭸l 𬭼s 𬮱y 𬮿g
    𬯀j 𬯎t 𬱖d 𬱟w 𬳵p 𬳶j 𬳽s 𬳿t 𬴂f 𬴃h 𬴊l 𬶋j 𬶍t 𬶏w 𬶐z 𬶟l 𬶠l 𬶨j 𬶭j 𬶮x 𬷕b 𬸘y 𬸚y 𬸣x 𬸦z 𬸪f 𬹼x 𬺈y 𬺓c
    """)

  /// Reads a table of entries, each a character and the letters that follow it.
  private static func readings(_ table: String) -> [UInt32: [UInt8]] {
    var readings: [UInt32: [UInt8]] = [:]
    for entry in table.split(whereSeparator: \.isWhitespace) {
      guard let character = entry.unicodeScalars.first else { continue }
      readings[character.value] = Array(entry.utf8.drop { $0 >= 0x80 })
    }
    return readings
  }
}
