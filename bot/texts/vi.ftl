# Lời của bộ phận hỗ trợ bằng tiếng Việt.
#
# Giọng: ngắn gọn, lịch sự, chính xác; xưng “tôi”, gọi “bạn”; không dấu chấm than, không hình vẽ. `...`
# hiện như mã và _..._ in đậm. Mỗi thông điệp có cùng tham số trong mọi ngôn ngữ.

language-name = Tiếng Việt

## Bắt đầu

greeting =
    Xin chào. Đây là { $desk }; tôi là trợ lý tự động.
    Hãy cho tôi biết có vấn đề gì, tôi sẽ gợi ý câu trả lời từ mục Hỏi đáp. Nếu không câu nào giúp được, tôi lập cho bạn một phiếu hỗ trợ chính thức và cho bạn số của phiếu, gọi là TID.
    Cuộc trò chuyện này không phải kênh chính thức: chỉ phiếu có TID mới được tính là yêu cầu.
    _Có vấn đề gì?_ Hãy nói theo cách của bạn.
intro = Đây là { $desk }. Tôi tìm trong mục Hỏi đáp trước; nếu không giúp được, tôi lập phiếu cho bạn. Chỉ phiếu có TID là chính thức, cuộc trò chuyện này thì không.
ask-problem = Có vấn đề gì? Hãy nói theo cách của bạn.
nothing-found = Tôi không tìm thấy câu trả lời trong mục Hỏi đáp, vậy ta chuẩn bị một phiếu.
form-begins = Vậy ta chuẩn bị một phiếu. Tôi chỉ hỏi những gì bộ phận hỗ trợ cần mà bạn chưa nói.
desk-languages = Xin lưu ý: bộ phận hỗ trợ trả lời bằng { $about }. Ở đây bạn có thể tiếp tục bằng tiếng Việt.
desk-panel = Bạn đang viết cho { $desk }. Những gì viết trong bảng điều khiển của chính sản phẩm sẽ đến nơi khác: { $about }.
welcome = Không có gì. Hãy viết cho tôi khi có vấn đề.
helped = Tôi mừng vì đã giúp được bạn. Hãy viết cho tôi nếu còn vấn đề khác.
will-tell = Trong ba tháng tới, khi mục Hỏi đáp có câu trả lời, tôi sẽ báo cho bạn một lần.
wont-tell = Được, tôi sẽ không viết cho bạn về việc này.
group-pointer = Hãy nhắn riêng cho tôi: điều bạn nói về vấn đề chỉ dành cho bạn và bộ phận hỗ trợ.
answered-privately = Tôi đã trả lời bạn trong cuộc trò chuyện riêng. Xin tiếp tục ở đó.
sorry-later = Phía chúng tôi gặp lỗi. Những gì bạn gửi trước đó không bị mất; xin gửi lại tin nhắn cuối sau một phút.
takes-longer = Tin nhắn của bạn mất nhiều thời gian hơn bình thường, do lỗi của chúng tôi. Tin đã được lưu và chúng tôi đang xử lý; bạn không cần gửi lại.
not-dealt-with = Chúng tôi không xử lý được một tin nhắn của bạn, do lỗi của chúng tôi. Tin đã được lưu và sẽ có người xem. Xin gửi lại nếu cuộc trò chuyện đã đi tiếp mà thiếu tin đó.

## Bản nháp

cancelled = Tôi đã dừng và để bản nháp của bạn sang một bên. Chưa có gì được gửi.
nothing-to-cancel = Không có gì để hủy: hiện bạn không có bản nháp.
draft-waiting = Bạn có một bản nháp chưa gửi. Ta tiếp tục nhé?
resumed = Ta tiếp tục từ chỗ đã dừng.
dropped = Bản nháp đã xóa. Chưa có gì được gửi.
draft-reminder = Bản nháp của bạn vẫn đang chờ, đã điền { $about }: hãy trả lời câu hỏi cuối, tiếp tục hoặc xóa nó. Khi còn là bản nháp, bộ phận hỗ trợ chưa biết đến.
draft-closed = Bản nháp của bạn đã chờ một tháng nên tôi đã đóng. Chưa có gì được gửi. Nếu vẫn còn vấn đề, hãy cho tôi biết.
question-passed = Câu hỏi đó đã qua. Ta đang ở đây.
added-to-problem = Tôi đã thêm vào mô tả của bạn.
corrected = Đã ghi nhận chỗ sửa: { $about }.
message-cut = Tin nhắn của bạn rất dài: tôi giữ { $about } ký tự đầu. Phần còn lại bạn có thể gửi bằng tệp nén ZIP.
too-fast = Bạn viết nhanh hơn tôi đọc nên tôi chưa đọc tin này. Xin đợi { $about } giây rồi gửi lại phần còn thiếu. Những gì nói trước đó đã được lưu.

## Phiếu

follow-up-added = Tôi đã thêm vào phiếu `{ $about }` của bạn. Bộ phận hỗ trợ sẽ trả lời bạn ở đây.
correction-noted = Thay đổi của bạn đã được ghi vào phiếu `{ $about }`; nội dung viết ban đầu vẫn còn đó.
sort-words = Điều này thuộc phiếu `{ $about }` của bạn hay là vấn đề mới?
reply-invited = Những gì bạn viết tiếp theo sẽ vào phiếu `{ $about }`.
ticket-is-closed = Phiếu `{ $about }` đã đóng. Nếu thật ra chưa giải quyết xong, hãy viết `reopen { $about }` và điều vẫn còn sai. Nếu là việc khác, hãy cho tôi biết, tôi sẽ chuẩn bị phiếu mới có nhắc đến phiếu này.
tid-unknown = Tôi không thể cho bạn xem phiếu `{ $about }`. Xin so lại với biên nhận; phiếu chỉ hiện cho người đã gửi.
tid-mistyped = Có vẻ `{ $about }` bị gõ nhầm: một ký tự không khớp với các ký tự khác. Xin xem lại biên nhận và sao chép TID từ đó.
tid-wanted = Phiếu nào? Hãy viết TID sau từ đó, ví dụ `trạng thái TID-123-456-789`. Với `phiếu của tôi` tôi sẽ cho bạn xem tất cả.
no-tickets = Bạn chưa có phiếu nào. Hãy cho tôi biết có vấn đề gì, ta sẽ xem có cần phiếu không.

## Thông tin truy cập

access-hidden = Tôi đã che { $about } trong nội dung bạn viết: cuộc trò chuyện này không phải nơi an toàn cho việc đó nên không lưu lại. Xin xóa tin nhắn ở đây, và thay đổi thông tin đó nếu người khác có thể đã thấy.
access-handed-over = Bộ phận hỗ trợ có thể bắt đầu mà không cần thông tin đó. Nếu cần truy cập, họ sẽ hỏi trong phiếu và cho biết cách giao: khi đó hãy tạo tài khoản chỉ dùng cho việc này, chỉ gửi mật khẩu theo cách được chỉ dẫn, rồi xóa tài khoản sau đó.
access-to-change = Trong khi phiếu `{ $about }` còn mở, bạn đã viết thông tin truy cập trong cuộc trò chuyện này. Xin thay đổi ngay, cùng với những gì đã giao cho bộ phận hỗ trợ: mật khẩu, khóa và tài khoản tạo cho việc này.
hidden-password = mật khẩu
hidden-key = khóa
hidden-token = mã token
hidden-login = tên đăng nhập
hidden-card = số thẻ
hidden-iban = số tài khoản

## Ngôn ngữ

language-which = Tôi nên dùng ngôn ngữ nào?
language-set = Được, từ bây giờ tôi nói tiếng Việt.
language-unknown = Tôi chưa nói được ngôn ngữ đó. Xin chọn một trong các ngôn ngữ này.

## Trợ giúp

help =
    _Cho tôi biết có vấn đề gì_, tôi sẽ tìm câu trả lời hoặc chuẩn bị phiếu. Bất cứ lúc nào bạn cũng có thể nói:
    `trạng thái TID-...`: phiếu đó đến đâu rồi
    `phiếu của tôi`: các phiếu của bạn
    `supervisor TID-... lời của bạn`: viết cho giám sát hỗ trợ về một phiếu
    `mới`: bắt đầu việc mới
    `hủy`: dừng lại; bản nháp được giữ
    `ngôn ngữ`: nói ngôn ngữ khác
    `verify` và địa chỉ e-mail: chứng minh bạn là ai; `forget` để thôi ghi nhớ
    `trợ giúp`: các dòng này
    Cuộc trò chuyện này không phải kênh chính thức: chỉ phiếu có TID mới là chính thức.
help-staff =
    { help }
    _Dành cho nhân viên:_
    `queue`: các phiếu chờ trả lời, hết hạn sớm nhất trước
    `answer TID-... lời của bạn`: trả lời phiếu
    `close TID-... lý do`: kết thúc phiếu
    `ask`, `pass`, `beyond`, `note` và `reopen TID-... lời của bạn`: hỏi khách, chuyển nhóm phát triển, coi là ngoài phạm vi, ghi chú nội bộ, mở lại
    `faq add`: viết một mục Hỏi đáp; `faq find từ`, `faq show`, `faq edit`, `faq hide`, `faq undo`: chăm sóc nó
    `notice`: thông báo ngày nghỉ, bảo trì hoặc sự cố

## Những gì không đọc được

unreadable-audio = Tôi không nghe được bản ghi âm. Xin viết bằng chữ.
unreadable-sticker = Tôi không đọc được loại hình này. Xin viết bằng chữ; bạn có thể gửi ảnh chụp màn hình dưới dạng tệp.
unreadable-place = Tôi không dùng được vị trí. Nếu bạn muốn nói đến trang web, hãy gửi địa chỉ, ví dụ https://www.example.com/shop.
unreadable-command = Tôi không biết lệnh đó. Hãy nói `trợ giúp` để xem tôi hiểu những gì.
unreadable-other = Tôi không đọc được nội dung này. Xin viết bằng chữ hoặc gửi tệp.

## Nhân viên

answer-sent = Câu trả lời của bạn đang đến người gửi phiếu `{ $about }`.
answer-usage = Xin viết TID rồi câu trả lời, ví dụ `answer TID-123-456-789 Xin xóa bộ nhớ đệm.`
close-usage = Xin viết TID rồi một trong các lý do này, ví dụ `close TID-123-456-789 solved`.
closed-by-you = Phiếu `{ $about }` đã đóng và người gửi đã được báo.
queue-empty = Không có phiếu nào chờ trả lời.

## Biểu mẫu

step = { $number } trên { $of }
current-value = Câu trả lời hiện tại:
example-of = Ví dụ: { $about }
ask-other = { $about }?

field-problem = Vấn đề
field-reproducible = Lặp lại được
ask-reproducible = Bạn có thể làm nó xảy ra lần nữa không?
example-reproducible = Có, nếu nó trở lại khi bạn làm như cũ.
field-steps = Các bước
ask-steps = Những bước nào dẫn đến vấn đề?
example-steps = Ví dụ: 1. mở danh mục, 2. sắp theo giá, 3. trang vẫn trống.
field-url = Địa chỉ trang
ask-url = Nó xảy ra ở trang nào? Xin gửi địa chỉ.
example-url = Ví dụ: https://www.example.com/shop
field-version = Phiên bản
ask-version = Bạn dùng phiên bản nào của sản phẩm?
example-version = Ví dụ: 24.5.1. Bảng điều khiển hiện nó ở cuối mỗi trang.
field-edition = Ấn bản
ask-edition = Bạn dùng ấn bản nào?
field-email = E-mail
ask-email = Phiếu nên ghi địa chỉ e-mail nào? Nếu bạn có giấy phép, xin dùng địa chỉ ghi trên đó.
example-email = Ví dụ: ana@example.com
field-server = Máy chủ
ask-server = Theo bạn biết, trang của bạn chạy trên phần mềm máy chủ nào?
example-server = Ví dụ: nginx 1.27, PHP 8.3, MySQL 8.4
field-browser = Trình duyệt
ask-browser = Bạn thấy nó trong trình duyệt nào?
example-browser = Ví dụ: Firefox 140 trên Windows 11
field-configuration = Cấu hình máy chủ
ask-configuration = Bộ phận hỗ trợ có được xem cấu hình máy chủ của bạn không, ví dụ trang phpinfo?
example-configuration = Chỉ dùng khi bạn đồng ý. Xin đừng bao giờ gửi mật khẩu.
field-screenshots = Ảnh chụp màn hình
ask-screenshots = Bạn có ảnh chụp màn hình không? Xin gửi bây giờ.
example-screenshots = PNG, GIF hoặc JPG; loại khác xin nén ZIP hoặc RAR.

## Về việc gì

field-topic = Chủ đề
ask-topic = Việc này về điều gì?
topic-guess = Tôi cho rằng việc này về _{ $about }_.
topic-ask = Điều bạn cần có nằm trong phạm vi không, hay là về việc khác?
topic-beyond = { $about } (ngoài phạm vi)
scope-covers = Trong phạm vi: { $about }.
scope-outside = Ngoài phạm vi: { $about }.
scope-instead = Với những gì ngoài phạm vi, xin hỏi { $about }.
scope-noted = Đã ghi nhận: việc này nằm ngoài phạm vi hỗ trợ. Với việc này, xin hỏi { $about }. Bạn vẫn có thể gửi; khi đó phiếu có mức “ngoài phạm vi hỗ trợ”.
scope-others = nhà cung cấp hosting hoặc lập trình viên của bạn
problem-topic = Tôi không biết chủ đề này. Xin nhấn một trong các nút, hoặc viết chữ trên nút.
topic-installation = Cài đặt và thiết lập
topic-installation-covers = hướng dẫn, vấn đề thường gặp, chọn phần mềm máy chủ, lời khuyên về sao lưu
topic-installation-outside = cài đặt hoặc khôi phục thay bạn, chẩn đoán máy chủ của bạn
topic-installation-instead = nhà cung cấp hosting hoặc quản trị hệ thống của bạn
topic-performance = Hiệu năng
topic-performance-covers = chọn và tinh chỉnh phần mềm máy chủ, lời khuyên về bộ nhớ đệm
topic-performance-outside = cấu hình hoặc thử tải máy chủ của bạn, tối ưu mã riêng của bạn
topic-performance-instead = nhà cung cấp hosting hoặc người phát triển trang của bạn
topic-updates = Cập nhật và bảo trì
topic-updates-covers = lỗi cập nhật liên quan đến khóa giấy phép, lỗi sau khi cập nhật hỏng
topic-updates-outside = sự cố kết nối hoặc proxy, cấu hình máy chủ của bạn để cập nhật
topic-updates-instead = nhà cung cấp hosting hoặc quản trị mạng của bạn
topic-errors = Lỗi sản phẩm
topic-errors-covers = sự cố và cách khắc phục, tìm nguyên nhân lỗi của sản phẩm
topic-errors-outside = lỗi cơ sở dữ liệu hoặc máy chủ, cài bản cập nhật lên máy chủ của bạn (chỉ khuyên chung)
topic-errors-instead = nhà cung cấp hosting hoặc quản trị hệ thống của bạn
topic-development = Phát triển
topic-development-covers = cách tích hợp sản phẩm, cách dùng API
topic-development-outside = dạy lập trình, logic riêng, mã của bên thứ ba, viết thành phần
topic-development-instead = lập trình viên của bạn hoặc đối tác phát triển
topic-orders = Đơn hàng và giấy phép
topic-orders-covers = đơn hàng, hóa đơn, thanh toán, giấy phép và gia hạn
topic-general = Câu hỏi chung
topic-general-covers = chức năng chưa có tài liệu, chính sách giấy phép, lời khuyên bảo mật, mong muốn về chức năng và tài liệu

## Câu trả lời sai ở đâu

problem-empty = Ở đây không có chữ. Xin viết câu trả lời ngắn, ví dụ: bắt đầu từ thứ Hai.
problem-too-long = Dài hơn { $about } ký tự. Xin viết ngắn hơn; chi tiết có thể thêm vào mô tả sau.
problem-url = Đây không giống địa chỉ trang. Xin sao chép từ thanh địa chỉ, ví dụ https://www.example.com/shop.
problem-email = Đây không giống địa chỉ e-mail. Xin viết như sau: ana@example.com.
problem-version = Đây không giống phiên bản. Xin viết các số, ví dụ 24.5.1.
problem-choice = Tôi không biết câu trả lời này. Xin nhấn một trong các nút, hoặc viết chữ trên nút, ví dụ Standard.
problem-yes-no = Tôi không đọc được có hay không. Xin nhấn một trong các nút, hoặc trả lời có hay không.
problem-required = Bộ phận hỗ trợ cần điều này nên không thể bỏ qua. Câu trả lời ngắn là đủ, ví dụ: tôi không chắc, chỉ xảy ra một lần.
problem-file-wanted = Ở đây tôi chờ một tệp. Xin gửi tệp, ví dụ ảnh chụp màn hình PNG, hoặc nhấn nút để tiếp tục.
problem-too-many-files = Một phiếu nhận nhiều nhất { $about } tệp nên tôi bỏ phần còn lại. Xin nén nhiều tệp vào một ZIP.

## Gợi ý

suggestions-intro = Có thể đây là câu trả lời:
suggestions-maybe = Tôi không chắc, nhưng có thể là:
suggestions-outro = Có câu nào giúp được không?
now-answered = Bạn đã hỏi điều này trước đây. Mục Hỏi đáp giờ có câu trả lời:

## Kiểm tra

review-title = Xin kiểm tra trước khi tôi gửi phiếu.
review-outro = Chưa có gì được gửi. Chỉ khi bạn gửi, đây mới thành phiếu chính thức của { $desk }.
review-files = Tệp
review-related = Phiếu liên quan
review-suggestions = Đã gợi ý, không giúp được
review-lifted = (từ tin nhắn của bạn)
review-skipped = —

## Tệp

files-taken = Tôi đã nhận { $count } tệp và sẽ đưa vào phiếu:
files-refused = Tôi không nhận được { $count } tệp:
and-more = … và { $count } nữa
refusal-kind = Tôi nhận ảnh PNG, GIF và JPG. Loại khác xin nén ZIP hoặc RAR rồi gửi.
refusal-bmp = BMP không được nhận nguyên dạng. Xin lưu thành PNG hoặc nén ZIP.
refusal-too-big = Tệp quá lớn. Xin gửi ảnh nhỏ hơn, hoặc chỉ phần quan trọng.
refusal-too-many = Phiếu đã đủ số tệp. Xin nén nhiều tệp vào một ZIP.
refusal-empty = Tệp trống. Xin kiểm tra rồi gửi lại.
refusal-unreachable = Tôi không lấy được tệp. Xin gửi lại.

## Biên nhận

receipt-title = Yêu cầu của bạn đã được tiếp nhận. TID của phiếu là
receipt-level = Mức
receipt-due = Trả lời trước
receipt-official = Cuộc trò chuyện này không phải kênh chính thức; phiếu mới là chính thức. Hãy ghi TID mỗi khi bạn hỏi.
receipt-once = Hỏi lại ở nơi khác, qua điện thoại hay diễn đàn, không làm nhanh hơn.
why-around-the-clock = Mức của bạn là “{ $level }”: trả lời trong { $span }, mọi giờ mọi ngày.
why-business-days = Mức của bạn là “{ $level }”: trả lời trong { $span }, tính theo ngày làm việc.
why-business-days-weekend = Mức của bạn là “{ $level }”: trả lời trong { $span }, tính theo ngày làm việc nên không tính cuối tuần.
why-business-days-holiday = Mức của bạn là “{ $level }”: trả lời trong { $span }, tính theo ngày làm việc nên không tính ngày lễ và cuối tuần.
why-business-days-closed = Mức của bạn là “{ $level }”: trả lời trong { $span }, tính theo ngày làm việc nên không tính những ngày bộ phận hỗ trợ nghỉ.
why-business-days-break = Mức của bạn là “{ $level }”: trả lời trong { $span }, tính theo ngày làm việc; trong thời gian tạm ngừng đã thông báo, đồng hồ dừng lại.
why-open-hours = Mức của bạn là “{ $level }”: trả lời trong { $span } giờ mở cửa của bộ phận hỗ trợ.
why-calendar-days = Mức của bạn là “{ $level }”: trả lời trong { $span }, tính mọi ngày trong lịch.
span-hours = { $count } tiếng
span-days = { $count } ngày

## Thông báo

notice-holiday = Bộ phận hỗ trợ thông báo ngày nghỉ:
notice-maintenance = Bộ phận hỗ trợ thông báo bảo trì:
notice-incident = Bộ phận hỗ trợ đã biết về sự cố:
notice-until = Đến { $date }
notice-span = Từ { $date } đến { $time }
notice-added = Từ lúc bắt đầu đến lúc kết thúc, ai mở cuộc trò chuyện sẽ thấy điều này một lần:
notice-ended = Thông báo { $about } không còn hiện nữa.
notice-unknown = Tôi không biết thông báo số { $about }. `notice` liệt kê các thông báo còn hiệu lực.
notice-none = Chưa có thông báo. `notice incident 18:00 Thanh toán bị lỗi, chúng tôi đang xử lý` sẽ thông báo đến 18 giờ hôm nay.
notice-list = Đã thông báo:
notice-usage =
    _Bạn có thể làm gì với thông báo:_
    `notice incident 18:00 nội dung`: thông báo từ bây giờ đến 18 giờ hôm nay, theo giờ của bộ phận hỗ trợ
    `notice holiday 2026-12-24 2026-12-26 nội dung`: cho những ngày này, kể cả ngày cuối
    `notice maintenance 2026-12-01T22:00 2026-12-02T02:00 nội dung`: cho những giờ này
    `notice end 7`: kết thúc thông báo 7; `notice`: liệt kê

## Ngày giờ

moment = { $date } lúc { $time } ({ $place })
moment-at-desk = { $date } lúc { $time } ({ $place }, giờ của bộ phận hỗ trợ)
moment-short = { $date }, { $time }

## Phiếu đến đâu

ticket-status = Trạng thái
ticket-filed = Đã gửi
ticket-due = Trả lời trước
ticket-reason = Lý do
ticket-post-client = Từ khách hàng, { $date }
ticket-post-agent = Từ bộ phận hỗ trợ, { $date }
list-mine = Phiếu của bạn
list-queue = Phiếu chờ trả lời
list-due = trả lời trước { $date }
agent-answer = Bộ phận hỗ trợ đã trả lời phiếu `{ $tid }` của bạn.
agent-answer-from = Bộ phận hỗ trợ đã trả lời phiếu `{ $tid }` của bạn. { $agent } viết:
ticket-closed = Phiếu `{ $tid }` của bạn đã đóng.
ticket-closed-after = Nếu thật ra chưa giải quyết xong, hãy viết `reopen { $tid }` và điều vẫn còn sai.
due-soon = Sắp đến hạn một câu trả lời.
due-overdue = Một câu trả lời đã quá hạn.
supervisor-usage = Bạn không hài lòng với cách xử lý một phiếu? Giám sát hỗ trợ sẽ đọc nếu bạn viết, ví dụ, `supervisor { $about } lời của bạn`.
supervisor-told = Lời của bạn về phiếu `{ $about }` được chuyển đến giám sát hỗ trợ.
supervisor-contact = Bạn cũng có thể liên hệ giám sát tại đây: { $about }
complaint = Một khách hàng viết cho giám sát:
complaint-from = Từ

status-open = chờ bộ phận hỗ trợ trả lời
status-answered = đã trả lời; chờ khách hàng
status-closed = đã đóng

reason-solved = Vấn đề đã giải quyết
reason-information-missing = Thiếu thông tin
reason-not-reproduced = Không lặp lại được vấn đề
reason-no-access = Không vào được trang với quyền truy cập đã cho
reason-custom-development = Cần phát triển riêng
reason-improper-use = Sản phẩm bị dùng hoặc sửa ngoài mục đích
reason-too-many-sites = Số trang nhiều hơn giấy phép cho phép
reason-licence-violated = Vi phạm điều khoản giấy phép
reason-unlicensed = Bản này không có giấy phép
reason-beyond-scope = Ngoài phạm vi hỗ trợ
reason-misleading = Thông tin sai, thiếu hoặc gây hiểu lầm

level-vip-coupon = yêu cầu VIP
level-vip = hỗ trợ VIP
level-partner = đối tác
level-partner-bronze = đối tác đồng
level-partner-silver = đối tác bạc
level-partner-gold = đối tác vàng
level-commercial = thương mại
level-non-commercial = phi thương mại
level-beyond-scope = ngoài phạm vi hỗ trợ
level-development = phát triển

## Chăm sóc mục Hỏi đáp

faq-usage =
    _Bạn có thể làm gì với mục Hỏi đáp:_
    `faq add`: viết một mục, từng câu hỏi
    `faq add Câu hỏi | Trả lời | https://...`: như trên trong một tin; hoặc theo dòng bắt đầu bằng question:, answer:, link:, kind:, product:, tags:, language:, wordings:
    `faq find từ`: các mục mà những từ này tìm thấy
    `faq show ID`, `faq edit ID`, `faq hide ID`: xem, sửa, ẩn; thay ID bằng từ tìm ra nó cũng được
    `faq undo`: hoàn lại thay đổi gần nhất của bạn; `faq undo ID`: thay đổi gần nhất của mục đó
    `faq misses`: những gì đã hỏi mà không có trả lời, và từ đã tìm ra trả lời
faq-press = Xin nhấn một trong các nút: lưu mục, hoặc sửa một phần trước.
faq-aside = Tôi đã dừng. Mục Hỏi đáp không đổi, mục của bạn được để sang bên.
faq-left = Mục của bạn tạm để sang bên.
faq-cancelled = Tôi đã dừng. Mục Hỏi đáp không đổi.
faq-unchanged = Không có gì khác nên “{ $about }” giữ nguyên.
faq-saved = “{ $about }” đã có trong mục Hỏi đáp. Tìm thấy được trong hai giây.
faq-wording-added = “{ $about }” giờ cũng trả lời câu hỏi này, như một cách hỏi nữa.
faq-none-found = Trong mục Hỏi đáp không có gì gần với “{ $about }”.
faq-hidden = “{ $about }” đã ẩn: không ai thấy nữa. Không mất gì cả.
faq-hidden-already = “{ $about }” đã ẩn rồi.
faq-shown = “{ $about }” hiện trở lại. Tìm thấy được trong hai giây.
faq-nothing-to-undo = Tôi không biết thay đổi nào để hoàn lại. Xin nêu mục, ví dụ `faq undo q-1a2b3c`.
faq-gone = Tôi không biết mục đó. `faq find` và vài từ của nó sẽ cho ID.
faq-waiting = Bạn còn đang viết “{ $about }”. Tiếp tục nó trước nhé?
faq-dropped = Đã bỏ. Mục Hỏi đáp không đổi.
faq-no-files = Mục Hỏi đáp không nhận tệp; liên kết có thể dẫn đến tệp.
faq-no-misses = Gần đây không ai hỏi mà không có trả lời, và không cách hỏi nào chờ bạn.
faq-dealt-with = Việc đó đã xong. `faq misses` cho thấy những gì còn lại.
faq-dismissed = “{ $about }” không còn trong danh sách. Nếu có người hỏi lại, nó sẽ trở lại.
faq-saved-answer = “{ $about }” đã có trong mục Hỏi đáp. Tìm thấy được trong hai giây, và ai muốn biết sẽ được báo.
faq-wording-taken = “{ $about }” cũng được tìm thấy bằng những từ này.
faq-wording-refused = “{ $about }” không được đề xuất cho mục đó nữa.
missed-title = Đã hỏi mà không có trả lời, nhiều người hỏi nhất trước:
missed-asked = người: { $number }, lần: { $of }, { $about }
offered-title = Từ của những người được mục giúp. Có nên tìm bằng cả những từ này không?
offered-for = cho “{ $about }”, lần: { $number }
found-found = “{ $about }” tìm thấy:
found-shown-now = Ai hỏi điều này bây giờ sẽ thấy:
found-twin = Có vẻ điều này đã có trả lời. Ai hỏi bây giờ sẽ thấy:
found-nothing = Ai hỏi điều này bây giờ sẽ không thấy gì.
found-percent = { $number } %
card-new = Mục sẽ như thế này. Nó chưa có trong mục Hỏi đáp.
card-edited = Mục sẽ như thế này. Chưa có gì thay đổi.
card-look = Một mục Hỏi đáp
card-hide = Tôi ẩn mục này nhé? Sẽ không ai thấy; `faq undo` hoàn lại.
card-changed = Có người đã sửa mục này. Bây giờ nó là:
card-undone = Thay đổi gần nhất đã được hoàn lại. Bây giờ mục là:
card-hidden = Đã ẩn: không ai thấy mục này.
card-twin = Có vẻ “{ $about }” đã trả lời điều này.
card-changed-by = Sửa { $date }, bởi { $agent }
card-changed-somehow = Sửa { $date }
form-title = Mục Hỏi đáp
kind-faq = Hỏi đáp
kind-documentation = Tài liệu
kind-forum = Diễn đàn
kind-video = Video

field-faq-id = ID
field-faq-question = Câu hỏi
ask-faq-question = Nó trả lời câu hỏi nào?
example-faq-question = Theo lời mọi người, ví dụ: Làm sao đặt lại mật khẩu?
field-faq-answer = Trả lời ngắn
ask-faq-answer = Câu trả lời ngắn là gì?
example-faq-answer = Một hai câu tự nó đã giúp được.
field-faq-url = Liên kết
ask-faq-url = Có thể đọc thêm ở đâu?
example-faq-url = Ví dụ: https://docs.example.com/password
field-faq-kind = Loại
ask-faq-kind = Liên kết dẫn đến đâu?
field-faq-product = Sản phẩm
ask-faq-product = Về sản phẩm nào? Bỏ qua nếu về tất cả.
field-faq-tags = Thẻ
ask-faq-tags = Từ nào liên quan mà câu hỏi không có?
example-faq-tags = Cách nhau bằng dấu phẩy, ví dụ: đăng nhập, tài khoản
field-faq-language = Ngôn ngữ
ask-faq-language = Nó bằng ngôn ngữ nào?
field-faq-wordings = Cách hỏi khác
ask-faq-wordings = Người ta còn hỏi thế nào? Mỗi dòng một cách.
example-faq-wordings = Ví dụ: Tôi quên mật khẩu

problem-faq-empty = Ở đây không có chữ. Xin viết câu hỏi như mọi người hỏi.
problem-faq-nothing = Một mục cần câu trả lời hoặc liên kết, nếu không sẽ không giúp được ai. Xin viết câu trả lời ngắn.
problem-faq-too-long = Dài hơn { $about } ký tự. Xin viết ngắn hơn.
problem-faq-url = Đây không phải liên kết có thể cho mọi người xem. Xin gửi địa chỉ bắt đầu bằng https:// hoặc http://.
problem-faq-kind = Tôi không biết loại này. Xin nhấn một trong các nút, hoặc viết FAQ, tài liệu, diễn đàn hay video.
problem-faq-language = Đây không phải mã ngôn ngữ. Xin viết hai chữ cái, ví dụ vi.
problem-faq-many = Nhiều hơn { $about }. Xin giữ những cái hay dùng nhất.

## Nút

button-helped = Đã giúp được tôi
button-helped-by = Câu { $about } giúp được tôi
button-tell = Báo tôi khi có câu trả lời
button-hush = Đừng báo tôi
button-none = Không câu nào, lập phiếu
button-skip = Bỏ qua
button-back = Quay lại
button-cancel = Hủy
button-keep = Giữ nguyên
button-unknown = Tôi không biết
button-yes = Có
button-no = Không
button-done = Xong
button-file = Gửi phiếu
button-edit = Sửa: { $about }
button-option = { $about }
button-covered = Có, trong phạm vi
button-beyond = Ngoài phạm vi, vẫn gửi
button-topic = { $about }
button-language = { $about }
button-resume = Tiếp tục bản nháp
button-drop = Xóa, bắt đầu mới
button-new = Bắt đầu việc mới
button-reply = Trả lời
button-status = { $about }
button-tickets = Phiếu của tôi
button-add-to = Thêm vào { $about }
button-new-problem = Vấn đề mới
button-help = Trợ giúp
button-supervisor = Viết cho giám sát
button-save = Lưu
button-clear = Làm trống
button-undo = Hoàn lại
button-kind = { $about }
button-faq-wording = Thêm làm cách hỏi của mục đó
button-faq-resume = Tiếp tục mục này
button-faq-drop = Bỏ mục này
button-faq-add = Viết mục khác
button-faq-edit = Sửa { $about }
button-faq-hide = Ẩn { $about }
button-faq-gone = Ẩn mục này
button-faq-back = Hiện lại
button-edit-entry = Sửa
button-hide-entry = Ẩn
button-faq-answer = Thêm mục: { $about }
button-faq-dismiss = Không hợp: { $about }
button-faq-take = Nhận { $about }
button-faq-refuse = Từ chối { $about }

## Chữ gõ thay cho nút

words-skip = bỏ qua | bo qua | tiếp theo | để sau | không phải bây giờ
words-back = quay lại | quay lai | trở lại | lùi lại | trước đó
words-cancel = hủy | huỷ | huy | dừng | dừng lại | thôi | thoát | hủy bỏ | huỷ bỏ
words-none = không câu nào | không cái nào | không giúp được | không giúp ích | không có ích | lập phiếu | tạo phiếu | mở phiếu | tôi cần phiếu
words-helped = đã giúp được | giúp được | đã giúp được tôi | đã xong vấn đề | đã giải quyết | giải quyết rồi | được rồi | chạy rồi | hoạt động rồi
words-file = gửi phiếu | gửi | gửi đi | nộp | xác nhận | đúng hết | mọi thứ đều đúng
words-edit = sửa | đổi | chỉnh sửa | thay đổi
words-yes = có | co | vâng | dạ | ừ | đúng | đúng vậy | phải | được | đồng ý | tất nhiên | ok
words-no = không | khong | không phải | không cần | không cảm ơn | chưa | không hẳn
words-unknown = không biết | tôi không biết | không rõ | không chắc | tôi không chắc | chưa rõ
words-done = xong | đã xong | hết | hết rồi | vậy thôi | không còn gì
words-keep = giữ nguyên | giữ lại | để nguyên | không đổi | không thay đổi
words-help = trợ giúp | tro giup | lệnh | menu | bạn làm được gì | dùng thế nào
words-status = trạng thái | trang thai | trạng thái phiếu | phiếu của tôi đâu | phiếu của tôi thế nào
words-tickets = phiếu của tôi | phieu cua toi | danh sách | danh sách phiếu | tất cả phiếu | xem phiếu của tôi
words-supervisor = giám sát | khiếu nại | phàn nàn | viết cho giám sát
words-reopen = reopen | mở lại
words-new = mới | phiếu mới | bắt đầu lại | làm lại từ đầu | việc khác
words-language = ngôn ngữ | ngon ngu | đổi ngôn ngữ | ngôn ngữ khác
words-resume = tiếp tục | tiep tuc | tiếp | làm tiếp | tiếp tục bản nháp
words-drop = xóa | xoá | bỏ đi | xóa bản nháp | xoá bản nháp
words-reply = trả lời | tra loi | phản hồi
words-add = thêm | thêm vào | thêm vào phiếu | cùng vấn đề | vẫn vấn đề đó
words-new-problem = vấn đề mới | vấn đề khác | cái mới | việc mới
words-save = lưu | lưu lại | lưu mục | đăng
words-clear = làm trống | để trống | xóa hết
words-thanks = cảm ơn | cám ơn | cảm ơn bạn | cảm ơn nhiều | cám ơn nhiều | ok cảm ơn | tuyệt, cảm ơn
words-greeting = xin chào | chào | chào bạn | chào anh | chào chị | chào buổi sáng | chào buổi tối | chào buổi chiều | alo | hello | tôi cần giúp đỡ | bạn giúp tôi được không | có ai không

## Thiết bị đầu cuối

terminal-hint = Số hoặc chữ để nhấn nút; `:file đường-dẫn` gửi tệp; `:quit` thoát.
terminal-no-file = Tôi không đọc được tệp { $about }. Xin kiểm tra đường dẫn rồi gửi lại, ví dụ `:file picture.png`.
terminal-goodbye = Tạm biệt. Không mất gì cả: hãy trở lại bất cứ lúc nào.

## Danh mục lệnh

menu-new = Bắt đầu việc mới
menu-status = Phiếu đến đâu: /status và TID
menu-tickets = Liệt kê phiếu của tôi
menu-language = Đổi ngôn ngữ
menu-help = Những gì có thể nói bất cứ lúc nào
menu-cancel = Dừng ở đây; bản nháp được giữ
menu-supervisor = Viết cho giám sát hỗ trợ
menu-queue = Nhân viên: các phiếu đang chờ
menu-faq = Nhân viên: chăm sóc mục Hỏi đáp
menu-notice = Nhân viên: thông báo điều gì đó

## Báo cáo dán vào

report-found = Nội dung bạn dán giống báo cáo về máy chủ nên tôi không đưa vào mô tả. Bộ phận hỗ trợ có được nhận nó dưới dạng tệp trong phiếu không? Nếu bạn không đồng ý, nó không được lưu.
report-left-out = Tôi đã bỏ báo cáo về máy chủ: không giữ lại gì.
refusal-kind-as = Theo nội dung, đây là: { $about }. Tôi nhận ảnh PNG, GIF và JPG; loại khác xin nén ZIP hoặc RAR rồi gửi.
refusal-too-detailed = Ảnh có quá nhiều điểm ảnh. Xin gửi ảnh nhỏ hơn, hoặc chỉ phần quan trọng.
refusal-broken = Ảnh bị hỏng và không mở được. Xin lưu lại, ví dụ thành PNG, rồi gửi lại.
refusal-quota = Hôm nay bạn đã gửi đủ số tệp cho một người. Xin gửi vào ngày mai, hoặc chỉ phần quan trọng.
refusal-harmful = Máy quét thấy có nội dung gây hại nên tệp không được lưu. Xin kiểm tra phía bạn và chỉ gửi những gì cần, ví dụ ảnh chụp màn hình.
button-report-yes = Đính kèm báo cáo
button-report-no = Không đính kèm

## Lệnh của nhân viên

ask-usage = Xin viết TID rồi câu hỏi cho người gửi, ví dụ `ask TID-123-456-789 Phiên bản nào?`.
ask-done = Câu hỏi của bạn đang đến người gửi `{ $about }`. Đến khi có trả lời, đồng hồ không chạy.
note-usage = Xin viết TID rồi ghi chú, ví dụ `note TID-123-456-789 Đã thấy hồi tháng Ba.`
note-done = Đã ghi vào `{ $about }`. Chỉ nhân viên thấy.
pass-usage = Xin viết TID rồi điều người gửi cần biết, ví dụ `pass TID-123-456-789 Bản sửa dự kiến có trong lần cập nhật tới.`
pass-done = Phiếu `{ $about }` đã chuyển cho nhóm phát triển và người gửi đã được báo.
beyond-usage = Xin viết TID và lý do nếu muốn, ví dụ `beyond TID-123-456-789 Việc này về mã riêng của bạn.`
beyond-done = Phiếu `{ $about }` giờ được coi là ngoài phạm vi và người gửi đã được báo.
cannot-be-moved = Mức của `{ $about }` không cho phép việc đó.
reopen-usage = Xin viết TID của phiếu đã đóng rồi điều vẫn còn sai, ví dụ `/reopen TID-123-456-789 Hôm nay lại xảy ra.`
reopened = Phiếu `{ $about }` đã mở lại.
reopen-too-late = Phiếu `{ $about }` đóng đã quá lâu, không mở lại được. Hãy cho tôi biết bây giờ có vấn đề gì, tôi sẽ chuẩn bị phiếu mới có nhắc đến phiếu này.
ticket-moved-development = Phiếu `{ $tid }` của bạn đã chuyển cho nhóm phát triển. Bản sửa sẽ có trong một bản cập nhật.
ticket-moved-kept-level = Phiếu `{ $tid }` của bạn đã chuyển cho nhóm phát triển. Phiếu giữ nguyên mức.
ticket-moved-beyond-scope = Phiếu `{ $tid }` của bạn thuộc việc ngoài phạm vi hỗ trợ. Phiếu vẫn mở, ở mức khác.
ticket-moved-reopened = Phiếu `{ $tid }` của bạn đã mở lại.

## Bạn là ai

code-sent = Nếu { $about } đã đăng ký với chúng tôi, một mã sáu chữ số đang được gửi đến đó. Hãy viết mã cho tôi trong mười phút, dù ta đang nói gì khác. Nếu không nhận được, địa chỉ chưa đăng ký, hoặc đã được gửi mã chưa đầy một phút trước.
code-soon = Mỗi địa chỉ chỉ được gửi mã nhiều nhất một lần mỗi phút. Xin đợi một lát.
code-wrong = Mã này không hợp lệ: không phải mã đã gửi, đã quá mười phút, hoặc đã thử năm lần. Bạn có thể nhận mã mới.
proven = Cảm ơn. Giờ tôi biết { $about } là của bạn và sẽ ghi nhớ; `forget` để thôi ghi nhớ.
proven-by-link = Cảm ơn. Giờ tôi biết bạn thuộc { $about } và sẽ ghi nhớ; `forget` để thôi ghi nhớ.
link-refused = Liên kết này không hợp lệ: đã dùng, đã quá cũ, hoặc dành cho người khác. Xin hỏi bộ phận hỗ trợ liên kết mới.
verify-usage = Xin viết địa chỉ của bạn sau từ đó, ví dụ `verify ana@example.com`: nếu đã đăng ký với chúng tôi, mã sẽ được gửi đến.
verify-off = Hiện tôi không gửi được mã. Bộ phận hỗ trợ có thể gửi cho bạn liên kết chứng minh bạn là ai.
forgotten = Tôi đã quên bạn là ai. Các phiếu của bạn giữ nguyên; những gì bạn gửi từ nay là chưa xác minh cho đến khi bạn chứng minh lại.
ask-coupon = Xin viết phiếu VIP (coupon) của bạn.
coupon-taken = Đã ghi nhận coupon. Nó chỉ được dùng khi bạn gửi phiếu.
coupon-refused = Không dùng được coupon này. Xin so lại với cái bạn đã nhận. Sau năm coupon không dùng được, tôi không nhận thêm trong một ngày; bộ phận hỗ trợ biết bạn còn cái nào.
coupon-removed = Coupon không được dùng; bạn có thể dùng lần khác.
coupon-when = Coupon đi cùng một phiếu. Trước hết hãy cho tôi biết có vấn đề gì; trên thẻ kiểm tra trước khi gửi có nút cho coupon.
coupon-none = Bộ phận hỗ trợ này không có coupon.
review-coupon = Coupon VIP
review-coupon-spent = dùng khi bạn gửi
raised = Phiếu `{ $tid }` của bạn giờ có mức cao hơn.
raised-same = Phiếu `{ $tid }` của bạn đã được xác minh.
ticket-unverified = Chưa xác minh: chưa có gì chứng minh là của ai.
register-here = Chưa đăng ký? Đăng ký tại đây; đến lúc đó, yêu cầu của bạn được trả lời ở mức này.
renew-here = Gia hạn hỗ trợ tại đây
ground-coupon = Bạn đã dùng một coupon VIP cho phiếu này.
ground-coupon-kept = Coupon của bạn chưa bị dùng: nó không đổi mức của câu hỏi như vậy.
ground-beyond-scope = Điều bạn hỏi nằm ngoài phạm vi hỗ trợ.
ground-category = Bạn đăng ký với chúng tôi là “{ $about }”.
ground-edition = Ấn bản “{ $about }” có mức này.
ground-incomplete = Công ty của bạn chưa đăng ký đủ: cần thông tin công ty và { $about } người được dùng hỗ trợ.
ground-expired = Rất tiếc: hỗ trợ của bạn đã hết sau { $about }, nên đây là mức khi không có hỗ trợ.
ground-unregistered = Chúng tôi biết địa chỉ của bạn, nhưng nó không thuộc khách hàng nào đã đăng ký.
ground-unproven = Chưa có gì chứng minh bạn là ai. Khi bộ phận hỗ trợ biết, phiếu sẽ có mức của bạn, tính từ lúc tiếp nhận.
ground-unproven-code = Chưa có gì chứng minh bạn là ai. Hãy viết cho tôi mã trong hộp thư, phiếu sẽ có mức của bạn, tính từ lúc tiếp nhận.
mail-code-subject = Mã của bạn
mail-code-body =
    Mã của bạn là { $about }
    Hãy viết mã vào cuộc trò chuyện trong mười phút. Mã chứng minh hộp thư này là của bạn. Người gửi: { $desk }.
    Nếu bạn không yêu cầu, bạn không cần làm gì: không có mã thì không ai nhận được gì. Không ai ở bộ phận hỗ trợ hỏi bạn mã này.
button-code = Gửi mã mới
button-coupon = Tôi có coupon VIP
button-uncoupon = Không dùng coupon
menu-verify = Chứng minh bạn là ai: /verify và e-mail
