"""Rows of S1, S3 and S4 that tests of the rooms themselves prove: what a row asks, and the tests by their place.

`folder.module::test` below `tests/`; that each exists is itself tested.
"""

from __future__ import annotations

PRESS = ("directories.test_pages::test_s1_03_s3_33_feeds_of_documents_and_for_newsrooms",)
ACTIVITIES = ("directories.test_rows::test_s1_19_s3_26_the_diversity_of_forms",)
AUDIENCES = ("directories.test_audiences::test_s1_06_s3_06_s4_07_each_audience_has_its_page_and_no_other",)
CONTACTS = (
    "doors.test_services::test_s1_16_the_hotline_stands_at_the_foot_of_every_page",
    "directories.test_rows::test_s1_16_s4_33_a_contact_with_its_day_of_verification",
    "directories.test_pages::test_s1_16_s3_31_a_procedure_s_page_has_facts_contact_feedback_and_pieces",
)
INDICES = ("directories.test_pages::test_s1_14_s3_24_s4_12_an_index_has_its_charts_and_the_same_figures_in_a_table",)
PROCEDURES = (
    "directories.test_procedures::test_s0_15_s3_28_the_table_exactly_as_the_office_keeps_it",
    "directories.test_joined::test_s3_28_procedures_and_documents_can_be_found",
)
SHEET = ("doors.test_services::test_s3_28_s4_39_the_notice_board_sheet_leads_back_to_its_page",)
POSTERS = (
    "directories.test_channels::test_s3_35_a_poster_as_svg_and_pdf",
    "directories.test_radio_pages::test_s1_22_s3_35_the_slogan_of_the_week_stands_on_the_front_page",
)
SOCIAL = (
    "directories.test_channels::test_s1_23_s3_29_social_texts_fit_their_networks",
    "directories.test_channels::test_s1_23_the_office_writes_its_own_limits_with_their_source",
)
CATEGORIES = ("directories.test_rows::test_s1_31_s3_25_s4_30_praise_and_criticism",)
PLAN_LINKS = ("column.obligations.test_kinds::test_pieces_are_evidence",)
TAGS = ("publish.test_articles::test_related_pieces_share_tags_then_stand_near_never_twice_never_itself",)
AREAS = ("publish.test_listings::test_an_area_lists_exactly_its_pieces_and_counts_them",)
SEARCH = ("publish.search.test_in_chromium::test_the_box_of_every_page",)
SIGNATURE = ("report.test_docx_report::test_signatory_data_is_used_as_written",)
CORRECTIONS = (
    "doors.test_services::test_s4_06_s4_35_a_request_for_correction_names_the_page_it_is_about",
    "column.test_corrections::test_an_unanswered_request_is_told_to_the_office",
)

ELSEWHERE: dict[str, tuple[str, tuple[str, ...]]] = {
    "S1-02": (
        "Thông tin đầy đủ, chính xác, dễ tiếp cận",
        (*SEARCH, "browser.test_every_page::test_axe_finds_nothing_and_nothing_scrolls_sideways"),
    ),
    "S1-03": ("Phối hợp với báo chí", PRESS),
    "S1-04": ("Gắn với kế hoạch năm, giai đoạn", PLAN_LINKS),
    "S1-05": ("Đúng tiến độ, kịp thời", ("publish.test_plans::test_the_timeline_holds_every_deadline",)),
    "S1-06": ("Phù hợp từng đối tượng, lĩnh vực", (*AUDIENCES, *AREAS)),
    "S1-07": ("Gắn với phổ biến pháp luật, phòng, chống tham nhũng", TAGS),
    "S1-08": (
        "Đối tượng: cán bộ, người lao động, người dân, tổ chức",
        ("directories.test_audiences::test_s1_08_the_three_audiences_of_the_plans_are_read",),
    ),
    "S1-14": ("", INDICES),
    "S1-16": ("", CONTACTS),
    "S1-19": ("Lồng ghép trong hội nghị, tập huấn, sinh hoạt", ACTIVITIES),
    "S1-22": ("Tuyên truyền trực quan: pa nô, áp phích, khẩu hiệu", POSTERS),
    "S1-23": ("Fanpage Facebook, nhóm Zalo", SOCIAL),
    "S1-24": (
        "Kinh phí thường xuyên: trang tĩnh, không dịch vụ trả tiền",
        ("doors.test_site::test_no_page_loads_anything_foreign",),
    ),
    "S1-25": ("Văn phòng là đầu mối tổng hợp", ("doors.test_cli::test_status_shows_every_month_and_ends_like_check",)),
    "S1-27": ("Cung cấp thông tin về tình hình thực hiện", PRESS),
    "S1-28": ("Lồng ghép trong chương trình chuyên môn", ACTIVITIES),
    "S1-29": (
        "Thống nhất nội dung rồi gửi Văn phòng đăng",
        ("desk.test_commands::test_a_new_piece_is_a_draft_that_only_needs_its_words",),
    ),
    "S1-30": (
        "",
        ("directories.test_procedures::test_s1_30_a_piece_names_known_procedures_and_copied_forms_are_told",),
    ),
    "S1-31": ("Biểu dương tập thể, cá nhân làm tốt", CATEGORIES),
    "S1-34": ("Nơi nhận, chữ ký thay", SIGNATURE),
    "S3-03": ("Phổ biến thông tin theo từng lĩnh vực", AREAS),
    "S3-04": ("Người dân, doanh nghiệp hiểu lợi ích của dịch vụ trực tuyến", (CONTACTS[2],)),
    "S3-05": ("Huy động người dân tham gia, giám sát", (CORRECTIONS[0], CONTACTS[0])),
    "S3-07": ("Gắn với lộ trình 2021 - 2025 và kế hoạch năm", PLAN_LINKS),
    "S3-06": ("", AUDIENCES),
    "S3-08": (
        "Đổi mới nội dung, hình thức; ứng dụng công nghệ",
        ("publish.test_feed_files::test_each_feed_stands_in_three_formats_and_in_the_list",),
    ),
    "S3-09": (
        "",
        (
            "directories.test_procedures::test_s3_09_staleness_is_judged_at_the_instant",
            "directories.test_pages::test_s3_09_a_piece_that_rests_on_an_ended_document_says_so_from_that_day_on",
        ),
    ),
    "S3-10": ("Xây dựng trách nhiệm, đạo đức công vụ", TAGS),
    "S3-15": ("", ("directories.test_procedures::test_s3_15_the_office_s_own_table_in_csv",)),
    "S3-24": ("", INDICES),
    "S3-25": ("", CATEGORIES),
    "S3-26": ("Lồng ghép trong tập huấn, hội nghị, giao ban", ACTIVITIES),
    "S3-27": ("Đưa vào chương trình năm, sinh hoạt thường kỳ", ACTIVITIES),
    "S3-28": ("Công bố, niêm yết thủ tục tại trụ sở và trên trang", (*PROCEDURES, *SHEET)),
    "S3-29": ("Hình thức khác: Zalo, Facebook", SOCIAL),
    "S3-30": ("Tham gia cuộc thi của tỉnh: đăng thông báo", ("column.test_counting::test_only_tin_and_bai_count",)),
    "S3-33": ("", PRESS),
    "S3-34": ("Lồng ghép trong các cuộc họp", ACTIVITIES),
    "S3-35": ("Cổ động trực quan, khẩu hiệu phục vụ Nhân dân", POSTERS),
    "S3-37": ("", ("directories.test_contributions::test_s3_37_s4_25_units_by_month_quarter_and_year",)),
    "S3-39": ("Nơi nhận, ký hiệu người soạn", ("report.test_docx_report::test_row_27_recipients",)),
    "S4-04": (
        "Mọi cơ quan, đoàn thể cùng tham gia",
        ("column.obligations.test_kinds::test_every_reporter_has_its_line",),
    ),
    "S4-05": ("Việc thường xuyên trên trang của mọi cơ quan", ("scenarios.test_columns::test_each_builds",)),
    "S4-06": ("Người dân được hướng dẫn giám sát công vụ", (CORRECTIONS[0],)),
    "S4-07": ("Kịp thời, thường xuyên, hợp đối tượng, địa bàn", AUDIENCES),
    "S4-08": (
        "Nội dung ngắn gọn, chính xác, dễ hiểu",
        ("checks.test_style::test_a_rule_finds_its_case_with_its_line",),
    ),
    "S4-09": ("Kết hợp kế hoạch cải cách và phổ biến pháp luật", PLAN_LINKS),
    "S4-12": ("", ("directories.test_rows::test_s1_14_s4_12_a_score_and_the_alias",)),
    "S4-16": (
        "Các kênh: truyền thanh, báo chí, cổng, mạng xã hội",
        (
            "directories.test_radio_pages::test_s4_16_s2_38_a_script_a_week_and_a_script_a_piece",
            "directories.test_channels::test_s2_32_s4_16_a_week_s_script_is_all_words",
        ),
    ),
    "S4-17": ("Hội nghị, tọa đàm, Ngày Pháp luật", ACTIVITIES),
    "S4-18": ("Niêm yết thủ tục ở trung tâm, bộ phận một cửa, trên trang", (*PROCEDURES, *SHEET)),
    "S4-19": ("Qua khảo sát mức độ hài lòng", INDICES),
    "S4-21": ("Theo dõi, đôn đốc mọi cơ quan", ("publish.test_plans::test_the_task_board",)),
    "S4-22": ("Hướng dẫn báo chí", PRESS),
    "S4-24": ("Cung cấp kết quả, mô hình cho báo chí", PRESS),
    "S4-25": (
        "Kết quả tuyên truyền là tiêu chí thi đua",
        ("directories.test_contributions::test_s3_37_s4_25_units_by_month_quarter_and_year",),
    ),
    "S4-27": ("Hướng dẫn cổ động trực quan", POSTERS),
    "S4-29": (
        "Nguồn chính thức, địa chỉ không đổi để dẫn",
        ("desk.test_commands::test_renaming_keeps_every_old_way_to_the_piece",),
    ),
    "S4-30": (
        "Biểu dương người tốt, phê phán nhũng nhiễu",
        (*CATEGORIES, "directories.test_rows::test_the_right_of_reply_is_shown"),
    ),
    "S4-31": ("Đưa đánh giá tuyên truyền vào báo cáo năm", ("report.test_evidence::test_completion_and_diversity",)),
    "S4-33": ("Quyền phản ánh, kiến nghị về thủ tục", CONTACTS),
    "S4-34": (
        "Khai thác cơ sở dữ liệu quốc gia về thủ tục",
        ("directories.test_procedures::test_s4_34_only_the_national_source",),
    ),
    "S4-35": ("Chuyên mục hai chiều: người dân góp ý", CORRECTIONS),
    "S4-37": (
        "Kiểm tra chi cho tuyên truyền",
        ("directories.test_royalties::test_s4_37_the_payment_table_is_a_document_of_the_office",),
    ),
    "S4-38": (
        "Báo cáo đánh giá hằng năm, đăng trên trang",
        ("doors.test_papers::test_files_are_written_and_the_same_twice",),
    ),
    "S4-39": ("Niêm yết thủ tục và địa chỉ phản ánh ở một cửa", SHEET),
    "S4-40": (
        "Kiểm tra việc công khai thủ tục",
        ("directories.test_procedures::test_s4_40_what_is_wrong_with_a_procedure_is_found",),
    ),
    "S4-42": ("Vướng mắc gửi Sở Nội vụ", (CONTACTS[0],)),
}
"""Row → (what it asks, in words; empty when the table has it already), and its proofs."""
