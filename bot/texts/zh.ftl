# 支持服务的中文用语。
#
# 语气：简短、客气、准确；用“您”；不用感叹号和图案。`...` 显示为代码，_..._ 显示为粗体。
# 每条消息在各语言中的参数相同。

language-name = 中文

## 开始

greeting =
    您好。这里是{ $desk }，我是自动助手。
    请告诉我出了什么问题，我会先从常见问题中为您找答案。如果都没有帮助，我会为您提交正式工单，并告诉您工单号（TID）。
    本聊天不是正式渠道：只有带 TID 的工单才算正式请求。
    _出了什么问题？_请用您自己的话告诉我。
intro = 这里是{ $desk }。我会先在常见问题中查找；如果没有帮助，我会为您提交工单。只有带 TID 的工单才是正式的，本聊天不是。
ask-problem = 出了什么问题？请用您自己的话告诉我。
nothing-found = 常见问题中没有找到答案，我们来准备一张工单。
form-begins = 那我们来准备一张工单。我只问支持人员需要而您还没有说到的内容。
desk-languages = 请注意：支持人员用{ $about }答复。在这里您可以继续使用中文。
desk-panel = 您现在写给的是{ $desk }。在产品自身的面板里写的内容会送到另一处：{ $about }。
welcome = 不客气。有问题随时写给我。
helped = 很高兴能帮到您。如有其他问题，随时写给我。
will-tell = 今后三个月内，常见问题中一有答案，我会通知您一次。
wont-tell = 好的，我不会就此通知您。
group-pointer = 请私下写给我：您的问题只需要您和支持人员知道。
answered-privately = 我已在私聊中答复您，请在那里继续。
sorry-later = 我们这边出了故障。您之前发送的内容都没有丢失；请一分钟后重发最后一条消息。
takes-longer = 由于我们的故障，处理您的消息比平时慢。消息已保存，我们会继续处理，您无需重发。
not-dealt-with = 由于我们的故障，您的一条消息未能处理。它已保存，支持人员会查看。如果对话已经继续而没有用到它，请再发一次。

## 草稿

cancelled = 已停止，您的草稿已保留。没有提交任何内容。
nothing-to-cancel = 没有可取消的内容：您目前没有草稿。
draft-waiting = 您有一份尚未提交的草稿。要继续吗？
resumed = 我们从上次停下的地方继续。
dropped = 草稿已删除。没有提交任何内容。
draft-reminder = 您的草稿还在等待，已填写 { $about }：请回答最后一个问题、继续填写或删除它。只要还是草稿，支持人员就不知道这件事。
draft-closed = 您的草稿已等待一个月，所以我把它关闭了。没有提交任何内容。如果仍有问题，请告诉我。
question-passed = 那个问题已经过去了。我们现在在这里。
added-to-problem = 已加到您的描述中。
corrected = 已记下您的更正：{ $about }。
message-cut = 您的消息很长：我保留了前 { $about } 个字符。其余部分可以打包成 ZIP 文件发送。
too-fast = 您写得比我读得快，所以这条消息我没有读。请等 { $about } 秒，再发送缺少的内容。之前说的都已保存。

## 工单

follow-up-added = 已加到您的工单 `{ $about }`。支持人员会在这里答复您。
correction-noted = 您的修改已记在工单 `{ $about }` 上；最初写的内容也保留着。
sort-words = 这属于您的工单 `{ $about }`，还是一个新问题？
reply-invited = 您接下来写的内容会加到工单 `{ $about }`。
ticket-is-closed = 工单 `{ $about }` 已关闭。如果其实没有解决，请写 `reopen { $about }` 和仍有的问题。如果是别的问题，请告诉我，我会准备一张引用它的新工单。
tid-unknown = 我无法为您显示工单 `{ $about }`。请与您的回执核对；工单只显示给提交者本人。
tid-mistyped = `{ $about }` 里似乎有笔误：其中一个字符与其他字符不符。请再看一下回执，从那里复制 TID。
tid-wanted = 哪张工单？请在词后写上 TID，例如 `状态 TID-123-456-789`。说 `我的工单`，我会显示您的全部工单。
no-tickets = 您还没有工单。请告诉我出了什么问题，我们看看是否需要一张。

## 访问信息

access-hidden = 我已隐藏您所写内容中的{ $about }：本聊天不适合存放这类信息，所以没有保存。请在这里删除您的消息；如果别人可能看到过，请更改其中的内容。
access-handed-over = 没有它支持人员也可以开始。如果需要访问权限，他们会在工单上提出并说明如何交付：届时请专门建立一个帐户，只按指定方式发送密码，之后删除该帐户。
access-to-change = 在工单 `{ $about }` 处理期间，您在本聊天中写过访问信息。请现在就更改它们，连同交给支持人员的密码、密钥和专设帐户。
hidden-password = 密码
hidden-key = 密钥
hidden-token = 令牌
hidden-login = 登录名
hidden-card = 卡号
hidden-iban = 银行帐号

## 语言

language-which = 您希望我用哪种语言？
language-set = 好的，从现在起我说中文。
language-unknown = 我还不会那种语言。请从下面选一种。

## 帮助

help =
    _告诉我出了什么问题_，我会查找答案或准备工单。您也可以随时说：
    `状态 TID-...`：该工单的进展
    `我的工单`：您的工单
    `supervisor TID-... 您的话`：就某张工单写给支持主管
    `新建`：开始新的内容
    `取消`：停止；草稿会保留
    `语言`：换一种语言
    `verify` 加您的邮箱：证明身份；`forget` 可以取消
    `帮助`：显示这些说明
    本聊天不是正式渠道：只有带 TID 的工单才是。
help-staff =
    { help }
    _工作人员：_
    `queue`：等待答复的工单，最先到期的在前
    `answer TID-... 您的话`：答复工单
    `close TID-... 原因`：结束工单
    `ask`、`pass`、`beyond`、`note`、`reopen TID-... 您的话`：询问客户、转给开发人员、定为超出范围、写内部备注、重新打开
    `faq add`：写一条常见问题；`faq find 词`、`faq show`、`faq edit`、`faq hide`、`faq undo`：维护它
    `notice`：发布假日、维护或故障公告

## 无法读取的内容

unreadable-audio = 我听不了录音。请用文字写给我。
unreadable-sticker = 我读不了这类图片。请用文字写给我；欢迎以文件形式发送截图。
unreadable-place = 位置信息对我没有用。如果您指的是网站，请发送网址，例如 https://www.example.com/shop。
unreadable-command = 我不认识这个命令。说 `帮助` 可以看到我能理解的内容。
unreadable-other = 我读不了这个。请用文字写给我，或发送文件。

## 工作人员

answer-sent = 您的答复正发往 `{ $about }` 的提交者。
answer-usage = 请写 TID，再写答复，例如 `answer TID-123-456-789 请清除缓存。`
close-usage = 请写 TID，再写下列原因之一，例如 `close TID-123-456-789 solved`。
closed-by-you = 工单 `{ $about }` 已关闭，并已通知提交者。
queue-empty = 没有等待答复的工单。

## 表单

step = 第 { $number } 项，共 { $of } 项
current-value = 您目前的回答：
example-of = 例如：{ $about }
ask-other = { $about }？

field-problem = 问题
field-reproducible = 可重现
ask-reproducible = 您能让它再次出现吗？
example-reproducible = 能：如果重复同样的操作它又会出现。
field-steps = 步骤
ask-steps = 哪些步骤会导致这个问题？
example-steps = 例如：1. 打开目录，2. 按价格排序，3. 页面一直空白。
field-url = 网站地址
ask-url = 发生在哪个页面？请发送它的网址。
example-url = 例如：https://www.example.com/shop
field-version = 版本
ask-version = 您使用产品的哪个版本？
example-version = 例如：24.5.1。控制面板每页底部都会显示。
field-edition = 版次
ask-edition = 您使用哪个版次？
field-email = 电子邮箱
ask-email = 工单上用哪个电子邮箱？如果您有许可证，请使用许可证上的邮箱。
example-email = 例如：ana@example.com
field-server = 服务器
ask-server = 据您所知，您的网站运行在什么服务器软件上？
example-server = 例如：nginx 1.27、PHP 8.3、MySQL 8.4
field-browser = 浏览器
ask-browser = 您在哪个浏览器中看到的？
example-browser = 例如：Windows 11 上的 Firefox 140
field-configuration = 服务器配置
ask-configuration = 支持人员可以查看您的服务器配置吗，例如 phpinfo 页面？
example-configuration = 只有您同意才会使用。请绝不要发送密码。
field-screenshots = 截图
ask-screenshots = 您有截图吗？请现在发送。
example-screenshots = PNG、GIF 或 JPG；其他内容请打包成 ZIP 或 RAR。

## 关于什么

field-topic = 主题
ask-topic = 这是关于什么的？
topic-guess = 我想这是关于_{ $about }_的。
topic-ask = 您需要的在支持范围内吗，还是关于别的？
topic-beyond = { $about }（不在范围内）
scope-covers = 范围内：{ $about }。
scope-outside = 范围外：{ $about }。
scope-instead = 范围外的内容，请咨询{ $about }。
scope-noted = 已记下：这超出了支持范围，请咨询{ $about }。您仍然可以提交；工单的级别将是“超出支持范围”。
scope-others = 您的主机商或开发人员
problem-topic = 我不认识这个主题。请按其中一个按钮，或写出按钮上的文字。
topic-installation = 安装与设置
topic-installation-covers = 指导、常见问题、服务器软件的选择、备份建议
topic-installation-outside = 代您安装或恢复、诊断您的服务器
topic-installation-instead = 您的主机商或系统管理员
topic-performance = 性能
topic-performance-covers = 服务器软件的选择与调优、缓存建议
topic-performance-outside = 配置您的服务器或做压力测试、优化您自己的代码
topic-performance-instead = 您的主机商或网站开发人员
topic-updates = 更新与维护
topic-updates-covers = 与许可证密钥有关的更新故障、更新失败后的故障
topic-updates-outside = 连接或代理问题、为更新配置您的服务器
topic-updates-instead = 您的主机商或网络管理员
topic-errors = 产品错误
topic-errors-covers = 故障及恢复、查找产品错误的原因
topic-errors-outside = 数据库或服务器故障、在您的服务器上安装更新（仅提供一般建议）
topic-errors-instead = 您的主机商或系统管理员
topic-development = 开发
topic-development-covers = 如何集成产品、如何使用其 API
topic-development-outside = 编程教学、自定义逻辑、第三方代码、编写组件
topic-development-instead = 您自己的开发人员或开发合作伙伴
topic-orders = 订单与许可证
topic-orders-covers = 订单、发票、付款、许可证及续期
topic-general = 一般问题
topic-general-covers = 未写入文档的功能、许可政策、安全建议、对功能和文档的期望

## 回答有什么不对

problem-empty = 这里没有文字。请写一个简短的回答，例如：从星期一开始。
problem-too-long = 这超过了 { $about } 个字符。请说得简短些；细节可以稍后加到问题描述里。
problem-url = 这不像网页地址。请从浏览器地址栏复制，例如 https://www.example.com/shop。
problem-email = 这不像电子邮箱地址。请这样写：ana@example.com。
problem-version = 这不像版本号。请写出数字，例如 24.5.1。
problem-choice = 我不认识这个回答。请按其中一个按钮，或写出按钮上的文字，例如 Standard。
problem-yes-no = 我没有读出“是”或“否”。请按其中一个按钮，或回答“是”或“否”。
problem-required = 支持人员需要这一项，所以不能跳过。简短回答即可，例如：不确定，只发生过一次。
problem-file-wanted = 我在这里等一个文件。请发送文件，例如 PNG 截图，或按按钮继续。
problem-too-many-files = 一张工单最多 { $about } 个文件，其余的我没有收。请把几个文件打包成一个 ZIP。

## 建议

suggestions-intro = 这也许已经回答了您的问题：
suggestions-maybe = 我不确定，但也许是这个：
suggestions-outro = 其中有对您有帮助的吗？
now-answered = 您之前问过这个问题。常见问题中现在有答案了：

## 核对

review-title = 提交前请核对。
review-outro = 目前还没有提交。只有您提交后，它才成为{ $desk }的正式工单。
review-files = 文件
review-related = 相关工单
review-suggestions = 已显示但没有帮助
review-lifted = （来自您的消息）
review-skipped = —

## 文件

files-taken = 已收到 { $count } 个文件，会放到工单上：
files-refused = 有 { $count } 个文件无法接收：
and-more = … 还有 { $count } 个
refusal-kind = 我接收 PNG、GIF 和 JPG 图片。其他内容请打包成 ZIP 或 RAR 再发送。
refusal-bmp = BMP 不能直接接收。请另存为 PNG，或打包成 ZIP。
refusal-too-big = 文件太大。请发送小一些的图片，或只发重要的部分。
refusal-too-many = 工单的文件数已达上限。请把几个文件打包成一个 ZIP。
refusal-empty = 文件是空的。请检查后重新发送。
refusal-unreachable = 我没能取到文件。请重新发送。

## 回执

receipt-title = 您的请求已受理。您的工单 TID 是
receipt-level = 级别
receipt-due = 答复期限
receipt-official = 本聊天不是正式渠道，工单才是。询问时请写上它的 TID。
receipt-once = 通过电话或论坛等其他途径重复提问，不会加快处理。
why-around-the-clock = 您的级别是“{ $level }”：{ $span }内答复，全天候计算。
why-business-days = 您的级别是“{ $level }”：{ $span }内答复，按工作日计算。
why-business-days-weekend = 您的级别是“{ $level }”：{ $span }内答复，按工作日计算，周末不计。
why-business-days-holiday = 您的级别是“{ $level }”：{ $span }内答复，按工作日计算，节假日和周末不计。
why-business-days-closed = 您的级别是“{ $level }”：{ $span }内答复，按工作日计算，支持人员休息的日子不计。
why-business-days-break = 您的级别是“{ $level }”：{ $span }内答复，按工作日计算；在已公告的中断期间，计时暂停。
why-open-hours = 您的级别是“{ $level }”：在支持人员工作时间的{ $span }内答复。
why-calendar-days = 您的级别是“{ $level }”：{ $span }内答复，按日历日计算。
span-hours = { $count } 小时
span-days = { $count } 天

## 公告

notice-holiday = 支持服务公告：休假
notice-maintenance = 支持服务公告：维护
notice-incident = 支持服务已知故障：
notice-until = 至 { $date }
notice-span = { $date } 至 { $time }
notice-added = 从开始到结束，每个开始对话的人都会看到一次：
notice-ended = 公告 { $about } 不再显示。
notice-unknown = 没有编号为 { $about } 的公告。`notice` 会列出有效的公告。
notice-none = 目前没有公告。`notice incident 18:00 付款失败，正在处理` 会发布一条公告，到今天 18 点为止。
notice-list = 公告：
notice-usage =
    _公告可以这样用：_
    `notice incident 18:00 文字`：从现在到今天 18 点，按支持服务的时间
    `notice holiday 2026-12-24 2026-12-26 文字`：这些天，含最后一天
    `notice maintenance 2026-12-01T22:00 2026-12-02T02:00 文字`：这段时间
    `notice end 7`：结束公告 7；`notice`：列出公告

## 日期

moment = { $date } { $time }（{ $place }）
moment-at-desk = { $date } { $time }（{ $place }，支持服务所在地时间）
moment-short = { $date } { $time }

## 工单进展

ticket-status = 状态
ticket-filed = 提交时间
ticket-due = 答复期限
ticket-reason = 原因
ticket-post-client = 客户，{ $date }
ticket-post-agent = 支持人员，{ $date }
list-mine = 您的工单
list-queue = 等待答复的工单
list-due = { $date } 前答复
agent-answer = 支持人员已答复您的工单 `{ $tid }`。
agent-answer-from = 支持人员已答复您的工单 `{ $tid }`。{ $agent } 写道：
ticket-closed = 您的工单 `{ $tid }` 已关闭。
ticket-closed-after = 如果其实没有解决，请写 `reopen { $tid }` 和仍有的问题。
due-soon = 有一个答复即将到期。
due-overdue = 有一个答复已逾期。
supervisor-usage = 对某张工单的处理不满意吗？例如写 `supervisor { $about } 您的话`，支持主管就会看到。
supervisor-told = 您就工单 `{ $about }` 写的话已转给支持主管。
supervisor-contact = 您也可以在这里联系主管：{ $about }
complaint = 有客户写给主管：
complaint-from = 来自

status-open = 等待支持人员答复
status-answered = 已答复，等待客户
status-closed = 已关闭

reason-solved = 问题已解决
reason-information-missing = 缺少信息
reason-not-reproduced = 问题无法重现
reason-no-access = 用所给的访问权限无法进入网站
reason-custom-development = 需要定制开发
reason-improper-use = 产品的使用或修改超出其用途
reason-too-many-sites = 网站数量超过许可
reason-licence-violated = 违反许可条款
reason-unlicensed = 该副本没有许可
reason-beyond-scope = 超出支持范围
reason-misleading = 所给信息有误、不完整或有误导

level-vip-coupon = VIP 请求
level-vip = VIP 支持
level-partner = 合作伙伴
level-partner-bronze = 铜牌合作伙伴
level-partner-silver = 银牌合作伙伴
level-partner-gold = 金牌合作伙伴
level-commercial = 商业
level-non-commercial = 非商业
level-beyond-scope = 超出支持范围
level-development = 开发

## 维护常见问题

faq-usage =
    _常见问题可以这样维护：_
    `faq add`：逐项写一个条目
    `faq add 问题 | 答案 | https://...`：用一条消息完成；或分行写，行首用 question:, answer:, link:, kind:, product:, tags:, language:, wordings:
    `faq find 词`：这些词能找到的条目
    `faq show ID`、`faq edit ID`、`faq hide ID`：查看、修改、隐藏；也可以用能找到它的词代替 ID
    `faq undo`：撤销您最近的修改；`faq undo ID`：撤销该条目最近的修改
    `faq misses`：没有得到答案的提问，以及找到答案的说法
faq-press = 请按其中一个按钮：保存条目，或先修改一部分。
faq-aside = 已停止。常见问题没有改动，您的条目已暂存。
faq-left = 您的条目暂时放在一边。
faq-cancelled = 已停止。常见问题没有改动。
faq-unchanged = 没有变化，所以“{ $about }”保持原样。
faq-saved = “{ $about }”已在常见问题中，两秒内即可找到。
faq-wording-added = “{ $about }”现在也回答这个问题，作为另一种说法。
faq-none-found = 常见问题中没有与“{ $about }”接近的内容。
faq-hidden = “{ $about }”已隐藏：不再显示给任何人。内容没有丢失。
faq-hidden-already = “{ $about }”已经隐藏了。
faq-shown = “{ $about }”重新显示，两秒内即可找到。
faq-nothing-to-undo = 没有可以撤销的修改。请写明条目，例如 `faq undo q-1a2b3c`。
faq-gone = 没有这个条目。用 `faq find` 加上其中的几个词可以查到 ID。
faq-waiting = 您还在写“{ $about }”。先继续它吗？
faq-dropped = 已放弃。常见问题没有改动。
faq-no-files = 条目不收文件；可以用链接指向文件。
faq-no-misses = 最近没有未得到答案的提问，也没有等待您的说法。
faq-dealt-with = 这已经处理过了。`faq misses` 会显示剩下的内容。
faq-dismissed = “{ $about }”不再列出。如果有人再问，它会重新出现。
faq-saved-answer = “{ $about }”已在常见问题中，两秒内即可找到；想要得知答案的提问者会收到通知。
faq-wording-taken = 用这种说法也能找到“{ $about }”。
faq-wording-refused = “{ $about }”不再作为该条目的说法提出。
missed-title = 没有得到答案的提问，问得最多的在前：
missed-asked = 人数：{ $number }，次数：{ $of }，{ $about }
offered-title = 条目帮到的人所用的说法。以后也用它们查找吗？
offered-for = 对应“{ $about }”，次数：{ $number }
found-found = “{ $about }”能找到：
found-shown-now = 现在这样问的人会看到：
found-twin = 这似乎已有答案。现在这样问的人会看到：
found-nothing = 现在这样问的人什么也看不到。
found-percent = { $number }%
card-new = 条目将是这样。它还不在常见问题中。
card-edited = 条目将是这样。还没有改动。
card-look = 常见问题条目
card-hide = 要隐藏这个条目吗？它不会再显示给任何人；`faq undo` 可以撤销。
card-changed = 有人在此期间修改了这个条目。现在是这样：
card-undone = 最近的修改已撤销。条目现在是这样：
card-hidden = 已隐藏：这个条目不显示给任何人。
card-twin = “{ $about }”似乎已经回答了这个问题。
card-changed-by = { $date } 由 { $agent } 修改
card-changed-somehow = { $date } 修改
form-title = 常见问题条目
kind-faq = 常见问题
kind-documentation = 文档
kind-forum = 论坛
kind-video = 视频

field-faq-id = ID
field-faq-question = 问题
ask-faq-question = 它回答哪个问题？
example-faq-question = 用大家的话说，例如：怎样重设密码？
field-faq-answer = 简短答案
ask-faq-answer = 简短的答案是什么？
example-faq-answer = 一两句本身就有帮助的话。
field-faq-url = 链接
ask-faq-url = 在哪里可以读到更多？
example-faq-url = 例如：https://docs.example.com/password
field-faq-kind = 类型
ask-faq-kind = 链接指向什么？
field-faq-product = 产品
ask-faq-product = 关于哪个产品？如果适用于所有产品，请跳过。
field-faq-tags = 标签
ask-faq-tags = 哪些词与它有关而问题里没有？
example-faq-tags = 用逗号分开，例如：登录, 帐户
field-faq-language = 语言
ask-faq-language = 它是哪种语言的？
field-faq-wordings = 其他说法
ask-faq-wordings = 大家还会怎么问？每行一种说法。
example-faq-wordings = 例如：我忘了密码

problem-faq-empty = 这里没有文字。请按大家提问的方式写出问题。
problem-faq-nothing = 条目需要答案或链接，否则帮不到任何人。请写一个简短的答案。
problem-faq-too-long = 这超过了 { $about } 个字符。请说得简短些。
problem-faq-url = 这不是可以给人看的链接。请发送以 https:// 或 http:// 开头的地址。
problem-faq-kind = 我不认识这种类型。请按其中一个按钮，或写 FAQ、文档、论坛或视频。
problem-faq-language = 这不是语言代码。请写它的两个字母，例如 zh。
problem-faq-many = 超过了 { $about } 个。请保留最常用的。

## 按钮

button-helped = 有帮助
button-helped-by = 答案 { $about } 有帮助
button-tell = 有答案时通知我
button-hush = 不用通知我
button-none = 都没有帮助，提交工单
button-skip = 跳过
button-back = 返回
button-cancel = 取消
button-keep = 保持不变
button-unknown = 我不知道
button-yes = 是
button-no = 否
button-done = 完成
button-file = 提交工单
button-edit = 修改：{ $about }
button-option = { $about }
button-covered = 是，在范围内
button-beyond = 不在范围内，仍然提交
button-topic = { $about }
button-language = { $about }
button-resume = 继续草稿
button-drop = 删除，重新开始
button-new = 开始新的内容
button-reply = 回复
button-status = { $about }
button-tickets = 我的工单
button-add-to = 加到 { $about }
button-new-problem = 新问题
button-help = 帮助
button-supervisor = 写给主管
button-save = 保存
button-clear = 清空
button-undo = 撤销
button-kind = { $about }
button-faq-wording = 作为它的另一种说法
button-faq-resume = 继续写条目
button-faq-drop = 放弃条目
button-faq-add = 再写一个条目
button-faq-edit = 修改 { $about }
button-faq-hide = 隐藏 { $about }
button-faq-gone = 隐藏它
button-faq-back = 重新显示
button-edit-entry = 修改
button-hide-entry = 隐藏
button-faq-answer = 添加条目：{ $about }
button-faq-dismiss = 不适合常见问题：{ $about }
button-faq-take = 接受 { $about }
button-faq-refuse = 拒绝 { $about }

## 代替按钮的文字

words-skip = 跳过 | 略过 | 下一个 | 先不填 | 暂不
words-back = 返回 | 后退 | 上一个 | 上一步 | 回去
words-cancel = 取消 | 停止 | 退出 | 算了 | 不要了 | 中止
words-none = 都没有帮助 | 都没用 | 都不是 | 没有帮助 | 没帮助 | 没用 | 提交新工单 | 开工单 | 我要工单 | 创建工单
words-helped = 有帮助 | 有用 | 解决了 | 已解决 | 好了 | 可以了 | 有帮助，谢谢 | 现在好了
words-file = 提交 | 提交工单 | 发送 | 确认 | 确认提交 | 没问题 | 都正确
words-edit = 修改 | 更改 | 更正 | 编辑
words-yes = 是 | 是的 | 对 | 对的 | 好 | 好的 | 可以 | 当然 | 嗯 | 能 | 有 | 行
words-no = 否 | 不 | 不是 | 不用 | 不用了 | 没有 | 不能 | 不行 | 不对
words-unknown = 不知道 | 我不知道 | 不清楚 | 不确定 | 未知
words-done = 完成 | 完了 | 就这些 | 没有了 | 没有别的了 | 结束
words-keep = 保持不变 | 保留 | 不变 | 不改 | 不修改
words-help = 帮助 | 命令 | 菜单 | 你会做什么 | 怎么用
words-status = 状态 | 工单状态 | 进展 | 我的工单怎么样了 | 查询工单
words-tickets = 我的工单 | 工单 | 列表 | 工单列表 | 所有工单 | 显示我的工单
words-supervisor = 主管 | 投诉 | 写给主管
words-reopen = reopen | 重新打开 | 重开
words-new = 新建 | 新工单 | 重新开始 | 从头开始 | 别的事
words-language = 语言 | 换语言 | 更改语言 | 其他语言
words-resume = 继续 | 接着 | 继续草稿 | 继续填写
words-drop = 删除 | 丢弃 | 删掉 | 删除草稿
words-reply = 回复 | 答复
words-add = 添加 | 加上 | 加到工单 | 同一个问题 | 属于它
words-new-problem = 新问题 | 新的问题 | 另一个问题 | 别的问题 | 是新的
words-save = 保存 | 保存条目 | 发布
words-clear = 清空 | 清除 | 删空
words-thanks = 谢谢 | 多谢 | 谢谢您 | 谢谢你 | 非常感谢 | 好的，谢谢 | 感谢
words-greeting = 你好 | 您好 | 嗨 | 早上好 | 早 | 上午好 | 下午好 | 晚上好 | 在吗 | 有人吗 | 需要帮助 | 请问 | 哈喽

## 终端

terminal-hint = 输入数字或文字即可按按钮；`:file 路径` 发送文件；`:quit` 退出。
terminal-no-file = 无法读取文件 { $about }。请检查路径后重新发送，例如 `:file picture.png`。
terminal-goodbye = 再见。内容都已保存，欢迎随时回来。

## 命令菜单

menu-new = 开始新的内容
menu-status = 工单进展：/status 加 TID
menu-tickets = 列出我的工单
menu-language = 更改语言
menu-help = 随时可以说的话
menu-cancel = 在此停止；草稿会保留
menu-supervisor = 写给支持主管
menu-queue = 工作人员：等待的工单
menu-faq = 工作人员：维护常见问题
menu-notice = 工作人员：发布公告

## 粘贴的报告

report-found = 您粘贴的内容像是服务器报告，所以我没有放进描述里。要作为文件附在工单上交给支持人员吗？您不同意就不会保存。
report-left-out = 服务器报告没有采用，也没有保存任何内容。
refusal-kind-as = 从内容看，这是：{ $about }。我接收 PNG、GIF 和 JPG 图片；其他内容请打包成 ZIP 或 RAR 再发送。
refusal-too-detailed = 图片像素过多。请发送小一些的，或只发重要的部分。
refusal-broken = 图片已损坏，无法打开。请重新保存，例如存为 PNG，再发一次。
refusal-quota = 您今天发送的文件已达每人上限。请明天再发，或只发重要的部分。
refusal-harmful = 扫描发现其中有有害内容，所以没有保存。请在您那边检查，只发送必要的内容，例如截图。
button-report-yes = 附上报告
button-report-no = 不附报告

## 工作人员的指令

ask-usage = 请写 TID，再写要问提交者的问题，例如 `ask TID-123-456-789 是哪个版本？`。
ask-done = 您的问题正发往 `{ $about }` 的提交者。收到回复之前不计时。
note-usage = 请写 TID，再写备注，例如 `note TID-123-456-789 三月出现过。`
note-done = 已记在 `{ $about }` 上。只有工作人员能看到。
pass-usage = 请写 TID，再写要告诉提交者的话，例如 `pass TID-123-456-789 计划在下次更新中修复。`
pass-done = 工单 `{ $about }` 已转给开发人员，并已通知提交者。
beyond-usage = 请写 TID，如有需要再写原因，例如 `beyond TID-123-456-789 这涉及您自己的代码。`
beyond-done = 工单 `{ $about }` 现按超出范围处理，并已通知提交者。
cannot-be-moved = `{ $about }` 的级别不允许这样做。
reopen-usage = 请写已关闭工单的 TID，再写仍有什么问题，例如 `/reopen TID-123-456-789 今天又发生了。`
reopened = 工单 `{ $about }` 已重新打开。
reopen-too-late = 工单 `{ $about }` 关闭太久，不能重新打开。请告诉我现在的问题，我会准备一张引用它的新工单。
ticket-moved-development = 您的工单 `{ $tid }` 已转给开发人员。修复会随更新发布。
ticket-moved-kept-level = 您的工单 `{ $tid }` 已转给开发人员。级别不变。
ticket-moved-beyond-scope = 您的工单 `{ $tid }` 涉及支持范围以外的内容。它仍然开着，级别有所不同。
ticket-moved-reopened = 您的工单 `{ $tid }` 已重新打开。

## 身份

code-sent = 如果 { $about } 已在我们这里登记，六位数字的验证码正发往该地址。请在十分钟内写给我，不论我们正在谈什么。如果没有收到，说明该地址未登记，或一分钟内刚发过验证码。
code-soon = 同一地址每分钟最多发送一次验证码。请稍候。
code-wrong = 这个验证码无效：它不是所发送的，或已超过十分钟，或已试过五次。您可以要一个新的。
proven = 谢谢。我现在知道 { $about } 是您的，并会记住；`forget` 可以取消。
proven-by-link = 谢谢。我现在知道您属于 { $about }，并会记住；`forget` 可以取消。
link-refused = 这个链接无效：已用过、已过期，或是给别人的。请向支持人员要一个新的。
verify-usage = 请在词后写上您的邮箱，例如 `verify ana@example.com`：如果已在我们这里登记，就会收到验证码。
verify-off = 我目前不能发送验证码。支持人员可以给您发一个证明身份的链接。
forgotten = 我已忘记您的身份。您的工单保持原样；今后提交的内容在您重新证明身份之前都是未验证的。
ask-coupon = 请写您的 VIP 券码。
coupon-taken = 券码已记下。提交工单时才会使用。
coupon-refused = 这个券码不能使用。请与您收到的核对。连续五个不能使用的券码之后，我一天内不再接收；支持人员知道您还剩哪些。
coupon-removed = 券码没有使用；您可以下次再用。
coupon-when = 券码要配合工单使用。请先告诉我出了什么问题；在提交前核对的卡片上有使用券码的按钮。
coupon-none = 这里没有券码。
review-coupon = VIP 券码
review-coupon-spent = 提交时使用
raised = 您的工单 `{ $tid }` 的级别已提高。
raised-same = 您的工单 `{ $tid }` 已验证。
ticket-unverified = 未验证：还没有证明它是谁的。
register-here = 还没有登记？请在这里登记；在此之前按这个级别答复您的请求。
renew-here = 在这里续订支持
ground-coupon = 您为此使用了 VIP 券码。
ground-coupon-kept = 您的券码没有使用：它不会改变这类问题的级别。
ground-beyond-scope = 您所问的超出支持范围。
ground-category = 您在我们这里登记为“{ $about }”。
ground-edition = “{ $about }”版次享有这个级别。
ground-incomplete = 贵公司的登记还不完整：需要公司资料以及可以使用支持的 { $about } 位人员。
ground-expired = 很抱歉：您的支持在 { $about } 之后已结束，所以这是没有支持时的级别。
ground-unregistered = 我们知道您的邮箱，但它不属于在我们这里登记的客户。
ground-unproven = 还没有证明您的身份。支持人员一旦确认，工单就会得到您的级别，从受理时起算。
ground-unproven-code = 还没有证明您的身份。请把邮箱中的验证码写给我，工单就会得到您的级别，从受理时起算。
mail-code-subject = 您的验证码
mail-code-body =
    您的验证码是 { $about }
    请在十分钟内写到聊天中。它证明这个邮箱是您的。由{ $desk }发送。
    如果不是您要的，无需理会：没有验证码，谁也得不到任何东西。支持人员绝不会向您索要它。
button-code = 发送新的验证码
button-coupon = 我有 VIP 券码
button-uncoupon = 不使用券码
menu-verify = 证明身份：/verify 加您的邮箱
