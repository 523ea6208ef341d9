"""Social networks: how long a text each takes. They change these without notice, so a limit is a row with its source.

No network publishes a limit that it promises to keep. The two rows here are a beginning for an office that has none of
its own in `_data/networks.yml`; both say that nobody has confirmed them.
"""

from __future__ import annotations

from datetime import date

from cchc_site.column.written import Written


class Network(Written, frozen=True):
    """A network: how many characters a text may have, and how many show before "see more"."""

    id: str
    name: str
    most: int
    shown: int
    source: str
    """Where the two figures come from."""
    confirmed: date | None = None
    """The day on which somebody of the office posted a text of that length, or read it at the network itself."""

    @property
    def certainty(self) -> str:
        """How sure the limit is, for whoever is about to post."""
        if self.confirmed is None:
            return f"giới hạn chưa xác nhận, theo: {self.source}"
        return f"giới hạn đã xác nhận ngày {self.confirmed:%d/%m/%Y}, theo: {self.source}"


ZALO = Network("zalo", "Zalo", 2000, 300, "mức thường nêu cho tin nhắn văn bản của tài khoản Zalo OA")
FACEBOOK = Network(
    "facebook",
    "Facebook",
    63_206,
    477,
    "các trang đếm ký tự; Meta không công bố, có nơi ghi 10.000; trên điện thoại phần hiện ngay còn ngắn hơn",
)
NETWORKS = (ZALO, FACEBOOK)
"""Used by an office that has not written its own."""
