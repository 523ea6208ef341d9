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
        ("H01", "Hai thủ tục cùng mã", "Một trong hai trang sẽ biến mất."),
        ("H02", "Thủ tục thiếu thông tin phải công khai", "Người dân cần biết nơi làm, thời hạn, phí trước khi đi."),
        ("H03", "Thủ tục dẫn tới nơi không phải nguồn quốc gia", "Bản chép ở nơi khác sẽ cũ đi mà không ai biết."),
        ("H04", "Thủ tục nhắc tới đơn vị, đầu mối, quyết định không rõ", "Người dân không biết hỏi ai, tra ở đâu."),
        ("H05", "Thời hạn trực tuyến không ngắn hơn", "Chỉ ghi thời hạn trực tuyến khi được rút ngắn."),
        ("H06", "Biểu mẫu được chép lại", "Biểu mẫu chỉ lấy ở nguồn quốc gia, nơi luôn có bản mới nhất."),
        ("H07", "Bài nhắc tới thủ tục không có", "Trang thủ tục và bài hướng dẫn phải dẫn được tới nhau."),
        ("H08", "Thủ tục lâu chưa đối chiếu", "Quy định có thể đã đổi từ lần đối chiếu trước."),
        ("E01", "Danh mục văn bản sai", "Số trùng, số viết sai, thời gian ngược, tự thay thế chính mình."),
        ("E02", "Văn bản thay thế chưa có trong danh mục", "Trang văn bản cũ không dẫn được tới văn bản mới."),
        ("E03", "Thiếu tệp văn bản", "Người đọc bấm tải về sẽ gặp trang lỗi."),
        ("E04", "Căn cứ cũ hơn kế hoạch", "Thường là gõ nhầm năm của văn bản hoặc của kế hoạch."),
        ("A01", "Đầu mối không có cách liên hệ", "Đầu mối phải có ít nhất một số, một hộp thư hoặc một địa chỉ."),
        ("A02", "Đầu mối trùng mã hoặc nhắc tới đơn vị không có", "Thủ tục không biết dẫn tới đầu mối nào."),
        ("A03", "Đầu mối lâu chưa kiểm tra", "Số điện thoại đổi mà trang không đổi thì người dân gọi nhầm."),
        ("X01", "Kết quả chỉ số ghi hai lần", "Không biết con số nào đúng."),
        ("X02", "Kết quả chỉ số không hợp lý", "Thứ hạng lớn hơn số nơi được xếp, điểm lớn hơn thang điểm."),
        ("O01", "Hoạt động, khẩu hiệu ghi sai", "Đơn vị, bài nhắc tới không có, hoặc mã trùng."),
        (
            "O02",
            "Hoạt động chưa có tài liệu kiểm chứng",
            "Khi chấm điểm, hoạt động không có kiểm chứng không được tính.",
        ),
        ("G01", "Biểu dương, mô hình hay thiếu căn cứ", "Khen phải có căn cứ để ai cũng kiểm tra được."),
        ("G02", "Phê bình thiếu bảo đảm", "Phê bình cần nguồn đã xác minh, thẩm định pháp lý và quyền trả lời."),
        ("G03", "Bài phê bình đăng trước hạn trả lời", "Bên được nêu phải có đủ thời gian trả lời."),
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
