"""Any administrative document in the form of Decree 30/2020/NĐ-CP made of blocks: minutes, notices, decisions."""

from __future__ import annotations

import io
from datetime import UTC, datetime

from msgspec import Struct
from msgspec.structs import replace

from cchc_site.column.instant import day_of
from cchc_site.column.letterhead import Letterhead
from cchc_site.column.unit import Unit
from cchc_site.report import docx_frame as frame
from cchc_site.report import docx_styles as styles
from cchc_site.report.docx_report import clear_template, open_template, shipped_template, write_bases, write_block
from cchc_site.report.fixed_zip import repacked
from cchc_site.report.outline import Outline


class Official(Struct, frozen=True):
    """What stands around the blocks. Number, day, signature and seal are left blank for the clerk."""

    head: Letterhead
    agency: Unit | None
    as_of: datetime

    def of_type(self, kind: str) -> Official:
        """The same letterhead for another type of document: `BB` makes `BC-SNV` into `BB-SNV`."""
        rest = self.head.symbol.partition("-")[2]
        return replace(self, head=replace(self.head, symbol=f"{kind}-{rest or '…'}"))

    def signed_by(self, authority: str, position: str) -> Official:
        """The same with another signatory."""
        return replace(self, head=replace(self.head, authority=authority, position=position))


def official_docx(around: Official, content: Outline, authority: str = "", ordering: str = "") -> bytes:
    """The document's bytes. A decision has two more lines: whose `authority` it is, before the bases, and its
    `ordering` “QUYẾT ĐỊNH:” after them."""
    document = open_template(shipped_template())
    clear_template(document)
    name = around.agency.name if around.agency else "…"
    place = around.agency.place_name if around.agency else ""
    frame.letterhead(document, around.head, name, place, day_of(around.as_of))
    frame.title(document, content.title, content.subject)
    if authority:
        document.add_paragraph(authority, style=styles.TYPE_NAME.name)
    write_bases(document, content.bases)
    if ordering:
        document.add_paragraph(ordering, style=styles.TYPE_NAME.name)
    for block in content.body:
        write_block(document, block)
    closing = document.add_paragraph(content.closing, style=styles.BODY.name)
    closing.paragraph_format.keep_with_next = True
    frame.signature(document, around.head)
    core = document.core_properties
    core.title, core.author, core.language = content.subject, name, "vi-VN"
    core.created = core.modified = around.as_of.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    core.last_modified_by, core.revision = "", 1
    out = io.BytesIO()
    document.save(out)
    return repacked(out.getvalue())
