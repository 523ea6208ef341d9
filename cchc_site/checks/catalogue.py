"""Every code that a person can meet: its title and what stands behind it. The handbook's table is made from this."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One code: a short Vietnamese title and the reason it exists."""

    code: str
    title: str
    reason: str


CATALOGUE: tuple[Entry, ...] = tuple(
    Entry(*row)
    for row in (
        ("T01", "Tệp không phải UTF-8", "Máy khác sẽ hiện sai dấu tiếng Việt."),
        ("T02", "Tệp quá lớn", "Một bài viết không thể dài đến thế; thường là dán nhầm ảnh."),
        ("T03", "Chữ có dấu ở dạng tách rời", "Nhìn giống nhau nhưng không tìm thấy và không so sánh được."),
        ("T04", "Ký tự điều khiển", "Không hiện trên màn hình nhưng làm hỏng nguồn tin RSS."),
        ("T05", "Liên kết tượng trưng", "Có thể đưa tệp ngoài thư mục nội dung lên trang."),
        ("T06", "Tên tệp hoặc thư mục không đúng", "Tên tệp là địa chỉ của trang, phải gõ được ở mọi máy."),
        ("T07", "Loại tệp không được đăng", "Tệp HTML, SVG có thể chứa mã chạy trên máy người đọc."),
        ("T08", "Tệp không mở được", "Không đọc được thì không thể xuất bản."),
        ("T09", "Ký tự đổi chiều chữ", "Có thể giấu với người duyệt điều mà người đọc sẽ thấy."),
        ("M01", "Văn bản quá lớn hoặc lồng quá sâu", "Máy có thể mất nhiều giờ để dựng một tệp như thế."),
        ("M02", "Không dựng được bài", "Bộ đọc Markdown dừng giữa chừng; sửa tệp được nêu tên rồi dựng lại."),
        ("Y01", "YAML viết sai", "Máy không hiểu phần thông tin của bài."),
        ("Y02", "Ký tự Tab", "YAML chỉ nhận dấu cách để thụt dòng."),
        ("Y03", "Neo hoặc bí danh YAML", "Có thể nhân dữ liệu lên rất lớn và che điều người duyệt cần thấy."),
        ("Y04", "Thẻ YAML", "Thẻ có thể đổi nghĩa của giá trị."),
        ("Y05", "Trường viết hai lần", "Không biết dòng nào là đúng."),
        ("Y06", "Thiếu phần thông tin của bài", "Mỗi bài bắt đầu bằng phần nằm giữa hai dòng “---”."),
        ("Y07", "Dữ liệu lồng quá sâu", "Không trường nào cần đến thế."),
        ("Y08", "Sai dạng dữ liệu", "Cần các dòng “tên: giá trị” hoặc một danh sách."),
        ("F01", "Trường không có trong bảng", "Thường là gõ nhầm tên trường; nếu bỏ qua, thông tin sẽ mất."),
        ("F02", "Thiếu trường bắt buộc", "Bảng trường ghi rõ trường nào bắt buộc."),
        ("F03", "Giá trị không đúng dạng", "Ví dụ chữ ở chỗ cần số."),
        ("F04", "Ngày, tháng, giờ không hợp lệ", "Ngày đăng quyết định bài được tính vào tháng nào."),
        ("F05", "Giá trị không có trong danh sách", "Ví dụ lĩnh vực viết sai."),
        ("F06", "Trường để trống", "Điền giá trị hoặc xóa dòng."),
        ("B01", "Hai bài cùng mã", "Sổ chốt tháng và nguồn tin phân biệt bài bằng mã."),
        ("B02", "Hai bài cùng địa chỉ", "Một trong hai trang sẽ biến mất."),
        ("B03", "Đơn vị không có", "Mã đơn vị phải có trong _data/units.yml."),
        ("B04", "Đơn vị không còn hiệu lực vào ngày đăng", "Bài phải mang tên đơn vị có thật vào ngày đăng."),
        ("B06", "Thiếu tệp hoặc thuyết minh của video, đồ họa", "Người không xem được vẫn phải đọc được."),
        ("B07", "Bài đăng lại thiếu nguồn", "Dùng lại tin, bài phải ghi nguồn."),
        ("B08", "Trùng hoàn toàn với bài khác", "Một nội dung chỉ được tính một lần."),
        ("B09", "Gần trùng với bài khác", "Giống từ 0,90 trở lên thì không được tính."),
        ("B10", "Dưới ngưỡng số chữ", "Bài vẫn đăng nhưng không được tính vào chỉ tiêu tháng."),
        ("B11", "Địa chỉ cũ bị trùng", "Một địa chỉ chỉ dẫn tới một trang."),
        ("B12", "Bản dịch không có bài gốc", "Bản dịch tính một lần cùng bài gốc nên cần biết bài gốc."),
        ("B13", "Thư mục khác tháng đăng", "Địa chỉ của bài nói một tháng, ngày đăng nói tháng khác."),
        ("B14", "Liên kết hỏng hoặc không được phép", "Người đọc bấm vào sẽ gặp trang lỗi."),
        ("B15", "Thiếu tệp ảnh hoặc video", "Bài nhắc đến một tệp không có."),
        ("V01", "Ảnh thiếu lời mô tả", "Người không nhìn thấy ảnh vẫn phải biết ảnh nói gì."),
        ("V02", "Chữ liên kết không nói dẫn tới đâu", "Máy đọc màn hình đọc riêng danh sách liên kết."),
        ("V03", "Tiêu đề sai bậc", "Người đọc và máy đọc màn hình đi theo các bậc tiêu đề."),
        ("V04", "Câu quá dài", "Đọc đến cuối câu thì đã quên đầu câu."),
        ("V05", "Viết tắt chưa viết đủ ở lần đầu", "Người dân không biết chữ viết tắt của cơ quan."),
        ("V06", "Chữ viết tắt chưa rõ", "Không có trong danh sách viết tắt; có thể gõ nhầm."),
        ("V07", "Từ viết hai lần liền nhau", "Thường là gõ hoặc dán thừa."),
        ("V08", "Tên cơ quan, địa danh cũ trong bài mới", "Người dân sẽ tìm một nơi không còn nữa."),
        ("V09", "Thuật ngữ cũ", "Pháp luật đã thay bằng từ khác."),
        ("V10", "Chữ cái nhìn giống chữ Việt", "Không tìm thấy khi tra cứu, máy đọc sai."),
        ("V11", "Ký tự ẩn, chữ trang trí, dấu lạc", "Máy đọc màn hình bỏ qua hoặc đánh vần từng chữ."),
        ("V12", "Đến hạn đọc lại", "Điều bài nói có thể đã thay đổi."),
        ("V13", "Mã HTML sẽ bị bỏ", "Mã chạy trên máy người đọc không bao giờ lên trang."),
        ("V14", "Đặt dấu thanh lẫn lộn", "Một từ viết hai cách trông như hai từ; `cchc check --fix` sửa được."),
        ("D01", "Số văn bản viết sai", "Viết sai một dấu thì không tra được."),
        ("D02", "Dẫn văn bản đã hết hiệu lực", "Bài dựa vào quy định không còn."),
        ("D03", "Danh mục văn bản sai", "Số trùng, số viết sai, thời gian ngược."),
        ("D04", "Số văn bản trong bài viết chưa đúng", "Thường là gạch dài hoặc dấu cách thừa do Word tự đổi."),
        ("L01", "Số điện thoại trên trang", "Chỉ đầu mối công khai của cơ quan được có số điện thoại trên trang."),
        ("L02", "Số giấy tờ tùy thân trên trang", "Đăng số căn cước của một người là làm lộ dữ liệu cá nhân."),
        ("L03", "Số tài khoản trên trang", "Chỉ tài khoản của cơ quan ghi trong contacts.yml mới được đăng."),
        ("L04", "Hộp thư cá nhân trên trang", "Chỉ hộp thư công vụ được đăng."),
        ("L05", "Thông tin ẩn trong ảnh", "Ảnh mang theo nơi chụp, máy chụp, tên người chụp."),
        ("U01", "Danh bạ đơn vị sai", "Mã trùng, thời gian ngược, đơn vị kế thừa không có."),
        ("U02", "Cơ quan không có trong danh bạ", "Chuyên mục và kế hoạch phải gắn với một cơ quan có thật."),
        ("K01", "Hai chỉ tiêu chồng nhau", "Mỗi ngày chỉ có một chỉ tiêu."),
        ("K02", "Quyết định giảm không giảm", "Quyết định giảm chỉ tiêu chỉ được giảm."),
        ("K03", "Giảm chỉ tiêu cho tháng không có chỉ tiêu", "Thường là ghi nhầm tháng."),
        ("K04", "Hai quyết định giảm cho một tháng", "Không biết mục nào đúng."),
        ("K05", "Chốt tháng khi tháng chưa kết thúc", "Số đếm còn thay đổi."),
        ("K06", "Sổ chốt có hai mục một tháng", "Mỗi tháng chỉ chốt một lần, sửa thì thêm điều chỉnh."),
        ("K07", "Điều chỉnh sai thứ tự", "Sổ đọc từ trên xuống theo thời gian."),
        ("K08", "Thời gian ngược", "Ngày kết thúc trước ngày bắt đầu."),
        ("K09", "Hai kế hoạch cùng mã", "Kế hoạch phân biệt bằng mã."),
        ("C01", "Thiếu tệp hoặc thư mục bắt buộc", "Không có nó, không dựng được chuyên mục."),
        ("C02", "Tệp dữ liệu lạ", "Tệp sẽ không được đọc; thường là gõ nhầm tên."),
        ("N01", "Tháng đã kết thúc mà thiếu bài, chưa giải trình", "Kế hoạch yêu cầu số tin, bài ít nhất mỗi tháng."),
        ("N02", "Bài đã chốt nay không còn được tính", "Tháng đã chốt chỉ được giải trình, không được viết lại."),
        ("N03", "Sổ chốt không khớp với các bài", "Sổ phải nói đúng điều đã đếm."),
        ("N04", "Chỉ tiêu của tháng đã chốt bị đổi", "Đổi chỉ tiêu về trước cần văn bản căn cứ."),
        ("N05", "Mục đã chốt bị sửa hoặc xóa", "Sửa thì thêm điều chỉnh, giữ nguyên số cũ."),
        ("N10", "Tháng đang mở còn thiếu bài", "Lời nhắc, không phải lỗi."),
        ("N11", "Bài bổ sung muộn", "Bài đăng lùi ngày vào tháng đã chốt."),
        ("N12", "Tháng thiếu bài đã giải trình", "Nhắc lại điều đã ghi trong sổ chốt tháng."),
    )
)
