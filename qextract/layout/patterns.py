"""What the lines of a page look like: the patterns that `lines` goes by."""

from __future__ import annotations

from qextract.rules import Pattern

DAY_OF_YEAR = (
    r"(?:(?:19|20)\d\d ?(?:年 ?\d{1,2} ?月 ?\d{1,2} ?日|[-/.] ?\d{1,2} ?[-/.] ?(?:\d{1,2}(?!\d)|\d\d(?=\d\d:\d\d)))"
    r"|[一二][〇○零O九一二三四五六七八]{3}年(?:[一二三四五六七八九]|十[一二]?)月(?:[一二三四五六七八九]|[一二三]?十[一二三四五六七八九]?)日"
    r"|(?:(?:中华)?民国 ?\d{2,3}|(?<!\d)1[01]\d) ?年 ?\d{1,2} ?月 ?\d{1,2} ?日"
    # 23/07/2025
    r"|(?<![\d/])\d{1,2}/\d{1,2}/(?:19|20)\d\d(?![\d/])"
    # 14 Nov, 2024; Nov 14, 2024
    r"|(?<!\d)\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}[.,]? ?(?:19|20)\d\d"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}, ?(?:19|20)\d\d"
    # a line of its own: 114/01/13
    r"|(?<![^\n])1[01]\d[-/.]\d\d[-/.]\d\d(?![^\n]))"
)
DATED = Pattern(
    "layout.dated",
    "a day with its year, as page heads write it",
    DAY_OF_YEAR,
    examples={
        "发布于2024-03-01 10:00": "2024-03-01",
        "2016年02月03日07:10": "2016年02月03日",
        "二〇二四年三月一日": "二〇二四年三月一日",
        "114年01月13日": "114年01月13日",
        "114/01/13": "114/01/13",
        "时间:2024-03-0110:20": "2024-03-01",
        "发布: 5:00pm 23/07/2025": "23/07/2025",
        "14 Nov, 2024, 09:00 CST": "14 Nov, 2024",
    },
    rejects=("3月1日", "2024年", "112.18.20元", "1/2/3/2024"),
)
LABEL = Pattern(
    "layout.label",
    "a label of a page head with its colon",
    r"(?:Source|Author|Editor|Date|Updated|Published|Time|Release time|来源|稿源|转自|出处|作者|记者|编辑|责编|发布时间|发布日期|发表时间|更新时间|发布于|发表于|发布者|发布机构|日期|时间|浏览次数|浏览量|浏览|点击数|点击|阅读次数|关键词)(?:单位|人|\(时间\))?[ ]?[::丨|]",
    examples={"2024-03-01 来源:滨江日报": "来源:", "作者: 谷雨": "作者:"},
    rejects=("消息来源可靠",),
)
SENTENCE = Pattern(
    "layout.sentence",
    "the end of a sentence that is not the end of a headline",
    r"。|[!?;][”’]?(?=[^—]{20})|.{12},.{12,}[,;:].{8}",
    examples={"会议召开。": "。"},
    rejects=(
        "新增学位1.26万个!望海市发布招生通知",
        "车票怎么买?行李怎么带?——望海站详解今年春运的新规定",
    ),
)
PATH = Pattern(
    "layout.path",
    "a breadcrumb: sections of a site with > / » between",
    r"^(?:[您你]?(?:现在|当前)?的?(?:所在)?的?位置(?:是)?[ ]?[::]?|当前栏目[::]|您现在(?:正)?在[::]?|所在栏目[::]).{0,80}$"
    r"|^(?:首页|主页|网站首页|新闻中心|新闻|首 页)(?: *(?:[>/»›→-]|>>|&gt;) *[^>/»›→。,!?]{1,16}){1,6}>?$"
    r"|^(?:[^/。,!?:\d]{2,8}|[^/ 。,!?:\d]{2,18}(?:网|网站|门户|政府|报|局)(?= ?/))(?: ?/ ?[^/。,!?:\d]{2,8}){1,4}$"
    r"|^[^>»›。,!?]{2,20}?(?: *(?:[»›]|>{1,2}|&gt;) *[^>»›。,!?]{1,16}){1,6}>?$",
    examples={
        "首页 > 新闻 > 正文": "首页 > 新闻 > 正文",
        "您的位置:首页 >> 学会动态": "您的位置:首页 >> 学会动态",
        "滨江晨报网 > 港闻": "滨江晨报网 > 港闻",
    },
    rejects=("产量>100吨,合格。",),
)
SECTIONS = Pattern(
    "layout.sections",
    "section and site behind a headline (标题_社会新闻_临川在线, 标题 - 新华网)",
    r"(?:(?: ?[_] ?| [-–—|丨] |--|(?<!—)—(?!—)|-|\|)[\u4e00-\u9fffA-Za-z0-9·.&]{2,16}){1,4}$",
    examples={"新办法施行_社会新闻_滨江在线": "_社会新闻_滨江在线"},
    rejects=("新办法施行",),
)
CRUMBS = Pattern(
    "layout.crumbs",
    "a breadcrumb in front of what else stands on its line",
    r"(?:(?:(?:您|你)?(?:现在|当前)?的?(?:所在)?的?位置(?:是)?|当前栏目|您现在(?:正)?在) ?:? ?|(?=(?:首页|主页) ?[>»›]))"
    r"(?:[^ >»›→:。,]{1,12} ?(?:&gt;|>{1,2}|[»›→]) ?){1,5}(?:正文|详细内容|详情|文章正文|浏览文章|[^ >»›→。,]{1,12}(?=$| ))",
    examples={
        "首页 政务 当前位置:首页 > 新闻 > 正文 临川召开大会": "当前位置:首页 > 新闻 > 正文",
        "首页>青湖新闻>正文 临川召开大会": "首页>青湖新闻>正文",
    },
    rejects=("地理位置优越", "首页改版"),
)
GRID = Pattern(
    "layout.grid",
    "labels of the table in front of an official document, letters often set apart",
    r"索 *引 *号|发 +布 +机 *构|发 +文|文 {1,9}号|主 *题 *分 *类|名 {2,9}称|信 *息 *分 *类|公 *开 *(?:方 *式|日 *期)|成文日期|发文字号|有 *效 *性|分 {2,}类",
    examples={"索 引 号 2019-18 分 类 其他": "索 引 号"},
    rejects=("文号见附件",),
)
MASTHEAD = Pattern(
    "layout.masthead",
    "the head of a newspaper page: date with weekday, number of the page or the issue",
    r"星期[一二三四五六日天]|农历|^.{2,20}(?:主办|承办|主管)(?: *[|丨 ]|$)|第 ?[0-9A-Z一二三四五六七八九十]{1,5} ?版|[A-Z]?\d{1,5}版|总第\d+期|第\d+期|数字报|数字版$|网络版$|电子报|电子版|图文数据库"
    r"|^[^ 。,]{2,20} {1,3}(?:https?://|www\.)[^ ]+$",
    examples={
        "2025年03月21日 星期五": "星期五",
        "第08版:文体": "第08版",
        "00003版:要闻": "00003版",
    },
    rejects=("第三季度",),
)
ISSUE = Pattern(
    "layout.issue",
    "the paper, day and page that a text was printed in",
    rf"^[(]?《 ?(?P<name>[^《》]{{2,12}}?) ?》 ?[(]? ?{DAY_OF_YEAR}[^。]{{0,12}}版?[)]?$",
    examples={"《 青湖日报 》( 2024年03月01日 02 版)": "《 青湖日报 》( 2024年03月01日 02 版)"},
    rejects=("《青湖条例》2024年03月01日起施行。",),
)
SUBHEAD = Pattern(
    "layout.subhead",
    "a line that goes with the headline: a second headline after a dash, an original headline",
    r"^(?:[—―─-]{2,}|一一(?=[^一]))[^—].{2,70}$|^\(?\[?(?:原标题|原题|副标题|副题|引题|肩题|眉题|标题)[::]",
    examples={"——访谷雨局长": "——访谷雨局长", "(原标题:新办法施行)": "(原标题:"},
    rejects=("一一列举", "原标题党"),
)
DELIVERED = Pattern(
    "layout.delivered",
    "the line under the headline of a speech: where and when it was given",
    rf"^(?:[—―─-]+|一一|[(])? ?(?:{DAY_OF_YEAR}|(?:19|20)\d\d年\d{{1,2}}月)[^。]{{0,4}}在[^。]{{4,60}}[上时中](?:的?(?:讲话|报告|发言|致辞|演讲|讲演|述职))?[)]?$",
    examples={"——2031年1月6日在青湖市人民代表大会上": "——2031年1月6日在青湖市人民代表大会上"},
    rejects=("——在青湖市调研", "2031年1月6日,在青湖会议上,他说。"),
)
OFFICES = Pattern(
    "layout.offices",
    "a line of nothing but offices, as they sign a communique under its headline",
    r"^(?:[\u4e00-\u9fff]{2,26}(?:局|厅|委|部|队|办|院|署|处|会|政府|办公室|领导小组|委员会|中心|银行|指挥部)(?:[ 、]{1,4}|$)){1,5}$",
    examples={"青湖市统计局 国家统计局青湖调查队": "青湖市统计局 国家统计局青湖调查队"},
    rejects=("青湖市统计局发布公报",),
)
ACCOUNT = Pattern(
    "layout.account",
    "the name of a public account with its number",
    r"^(?P<name>[\u4e00-\u9fffA-Za-z0-9]{2,16}) {0,3}[|丨(]? ?(?:微信号|微信公众号|公众号|ID) ?[:|丨 ]? ?[A-Za-z][A-Za-z0-9_-]{3,24}[)]?$",
    examples={"青湖法院 微信号 qinghufayuan": "青湖法院 微信号 qinghufayuan"},
    rejects=("微信号:qinghu",),
)
JOURNAL = Pattern(
    "layout.journal",
    "a journal with its issue",
    r"^(?P<name>[^ 。,:]{2,24}) ?(?:19|20)\d\d年第?\d{1,2}(?:[-—]\d{1,2})?期$",
    examples={"青湖学报(社会科学版) 2016年8期": "青湖学报(社会科学版) 2016年8期"},
    rejects=("培训班2016年第8期开班",),
)
HEADING = Pattern(
    "layout.heading",
    "a numbered heading or item inside an article",
    r"^(?:[(]?[一二三四五六七八九十]{1,3}[)、.]|第[一二三四五六七八九十]{1,3}[章节条部]|[(]?\d{1,2}[)、.．] ?\D|[①-⑩●○◆■□◎▪•·]|0\d )",
    examples={"一、工作回顾": "一、", "(二)规定": "(二)", "1.某局": "1.某"},
    rejects=("2024年工作", "1.5万人"),
)
LEGAL_INSIDE = Pattern(
    "layout.legal",
    "words of a site's footer anywhere in a line",
    r"ICP[备证]|公网安备|新网备|版权所有(?![人者权])|All [Rr]ights|[Cc]opyright|©|许可证(?:号|编号)?[::]|不得转载|禁止转载|邮编[::]?\d{6}|备案号"
    r"|如有侵权.{0,12}(?:联系|删除|告知)|侵权请.{0,6}(?:联系|告知)|侵删",
    examples={"白沙市统计局版权所有 地址:": "版权所有", "滇ICP备1号": "ICP备"},
    rejects=("转载本文",),
)
WECHAT = Pattern(
    "layout.prompt",
    "a public account or app asking its reader for something",
    r"(?:点击|长按|戳|扫描?).{0,14}(?:关注|蓝字|二维码|下载|订阅|查看更多)|关注.{0,8}公众号|发表于[\u4e00-\u9fff]{2,4}$|用APP|APP看|点我下载|手机(?:看|扫)|在手机打开|加入收藏|设为首页|(?:保证)?天天中奖",
    examples={"↑点击上方“健康滨江”关注": "点击上方“健康滨江”关注"},
    rejects=("请关注交通信息",),
)
PROMPT = Pattern(
    "layout.app",
    "an app, a browser or a survey speaking to its reader, full stop or not",
    r"^.{2,16}官方(?:账号|帐号)$|^听全文.{0,12}$|^分享[到至]?:.{4,80}$|^[☆★].{4,40}[☆★]$|^\d{12,}$"
    r"|^(?:◤|👉|👇|☞|▶▶).{2,40}$|^点击(?:查看|阅读|收听|观看).{0,12}版?。?$|^[>»▶ ]*点击(?:进入|查看|阅读|观看).{0,6}[:→].{2,30}$|^来自 .{2,12} 举报|^#\d{1,4} |.{2,60}\(亮了\d+\)$"
    r"|^#[^ #]{2,20} \d+个$|^(?:#[^ #]{2,16}#? ?){2,6}$|^\d[\d.]*万?(?:次)?阅读$|^附件?\d{0,2}:.{0,80}(?:\(略\)|\.(?:pdf|docx?|xlsx?|zip|rar|wps))$"
    r"|^[【(]更多.{2,24}[】)]$|^更多.{1,14}(?:报导|报道|新闻|内容|资讯)$|^[-—– ]+\d{1,4}[-—– ]+$|^第 ?\d{1,3} ?页(?: ?[/共] ?\d{1,3} ?页?)?$"
    r"|^(?:点击)?(?:文末|左下角)?“?阅读(?:原文|全文)”?(?:查看|了解)?.{0,8}$|^(?:下载|打开|扫码|点击|点“|长按|关注|更多).{0,24}?(?:APP|客户端|公众号|小程序|关注|“?在看|视频号|不漏接|请进入|尽在)",
    examples={"下载滨江新闻APP看详情": "下载滨江新闻APP"},
    rejects=("市民可以打开客户端查询。", "—到2025年"),
)
SPAM = Pattern(
    "layout.spam",
    "words of betting and worse that hacked sites put on top of a page",
    r"(?:博彩|体育投注|娱乐城|娱乐平台|棋牌|真人|彩票|赌场|开户|下注|无码|成人|免费观看|手机版(?:app)?下载|bet\d{2,}|官网入口).{0,20}(?:_|\||-|网站|平台|官网|下载|在线)",
    examples={"博彩网站_体育投注平台": "博彩网站_体育投注平台"},
    rejects=("打击网络赌博",),
)
_TAKEN = "(?:提供|摄|翻摄|供图|制图|资料照|资料照片|资料图|资料图片|资料片|档案照片?|档案图片|视频截图|网上图片|网络图片)"
CAPTION = Pattern(
    "layout.caption",
    "who gave or took a picture",
    r"^图 ?\d{1,2}[ :].{2,30}$"
    r"|^[(【\[]?(?:图片|照片|视频|配图|本文图片|图|题图)?(?:均)?由.{2,14}(?:提供|供图|摄)[)】\]]?$"
    r"|^.{2,40}[ )](?:摄|供图)[)】\]]?$"
    rf"|[(【][^()【】。,]{{0,18}}{_TAKEN}[)】]。?$"
    r"|[(【]图?(?:片|像)?(?:撷取|截取|取|翻摄|来源)自[^()【】。,]{2,20}[)】]。?$"
    r"|(?:记者|通讯员) ?[\u4e00-\u9fff]{2,4} ?/? ?(?:摄影?|翻摄|供图)[)】]?$"
    r"|(?:^|[。 (])(?:图|照片|摄影|图片|图源)[/∕][^。,]{2,24}$"
    r"|^[(【\[]?(?:资料图|示意图|效果图|视频截图|网络图).{0,8}$",
    examples={
        "(图片由项目部提供)": "(图片由项目部提供)",
        "大桥合龙。谷雨 摄": "大桥合龙。谷雨 摄",
        "发布会没有记者到场。(资料照)": "(资料照)",
        "市民在天桥贴标语。(图撷取自临川论坛)": "(图撷取自临川论坛)",
        "大桥3月通车,记者谷雨/摄影": "记者谷雨/摄影",
        "法院裁定不罚。图/田野办公室提供": "。图/田野办公室提供",
    },
    rejects=("照片展出后", "名单(由学校提供)已公布。"),
)
STAMP = Pattern(
    "layout.stamp",
    "a date or time that stands alone, as a release or a reply signs itself",
    rf"^[(]?(?:{DAY_OF_YEAR})?[ ]?(?:[(]?星期[一二三四五六日][)]?)?[ ]?(?:(?:香港|北京)时间)?[ ]?(?:\d{{1,2}}[:时]\d{{1,2}}(?:[:分]\d{{0,2}})?)?[)]?$",
    examples={
        "2024年6月19日(星期三)": "2024年6月19日(星期三)",
        "香港时间17时45分": "香港时间17时45分",
    },
    rejects=("2024年6月", "6月19日会议"),
)
SITE_NAME = Pattern(
    "layout.site",
    "a line that is but the name of an outlet or an office",
    r"^[\u4e00-\u9fffA-Za-z0-9]{2,18}(?:网|报|日报|晚报|在线|电视台|卫视|客户端|发布|新闻|频道|杂志|周刊|之声|电台|普通话|中文部|资料[馆库]|数据库|局|委员会|政府|法院|检察院|资讯|门户|门户网站|网站|平台|中心)$",
    examples={"望江市公共资源交易网": "望江市公共资源交易网", "樟树市教育局": "樟树市教育局"},
    rejects=("教育局召开会议",),
)
_HEAD_LABEL = "(?:文章|信息)?来源|稿源|作者|编辑|责任编辑|责编|记者|通讯员|发布时间|发布日期|时间|日期|编审|审核|校对|监制|[一二三初复终]审|点击(?:数|量|次数)?|浏览(?:次数|量)?|阅读(?:次数|量)?|字号|字体"
# a value runs to a space, to the next label, or to the text where spaces are lost
_HEAD_VALUE = (
    rf"(?:(?!{_HEAD_LABEL}|本报|新华社|中新社|打印|分享|\d+月)[^ :。,(【\[]){{1,20}}"
    r"(?: (?![^ ]{0,8}[:月讯])[\u4e00-\u9fff]{2,3}(?= ))*"
)
FUSED_HEAD = Pattern(
    "layout.fused_head",
    "date, source and author between a headline and a text on one line",
    rf"(?:(?:来源|稿源|发布时间|发布日期|时间|日期|作者)[:]|{DAY_OF_YEAR}[ T]*\d{{1,2}}:\d\d(?::\d\d)?|{DAY_OF_YEAR}(?=[ |]+(?:来源|作者|稿源)))"
    rf"(?:[ |丨]*(?:{_HEAD_LABEL})[:] ?|[ |丨]*{DAY_OF_YEAR}|[ T]*\d{{1,2}}:\d\d(?::\d\d)?|(?<=[:]){_HEAD_VALUE}"
    r"|(?<=[: ])(?:\[[^\[\]]{1,4}\] ?){1,4}|[ |丨]*(?:分享到?|打印|关闭|大 中 小|【[^【】]{1,4}】)|次)*+",
    examples={
        "临川召开大会 2024-03-01 10:00 来源:临川日报 作者:谷雨 3月1日,会议召开。": "2024-03-01 10:00 来源:临川日报 作者:谷雨"
    },
    rejects=("2024年3月1日,会议召开。",),
)
FUSED_TAIL = Pattern(
    "layout.fused_tail",
    "furniture behind the last sentence of a line",
    r"(?:[。!?)]|。”) *[\[【(]?(?:责任编辑|责编|编辑|校对|审核|上一篇|下一篇|相关阅读|相关链接|延伸阅读|版权所有|版权声明|免责声明|[Cc]opyright|©|分享到|打印本页|关闭窗口|点击数|文章来源|信息来源|来源|稿源|转自|原标题|返回搜狐|打印|关闭)(?=[:,| ]|$|[】\])])",
    examples={"会议召开。责任编辑:谷雨": "。责任编辑", "会议召开。(责编:谷雨)": "。(责编"},
    rejects=("会议召开。编辑部设在临川",),
)
