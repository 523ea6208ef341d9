"""The web desk: off unless the office brings its program, and then made from the table of fields."""

from __future__ import annotations

import json
from pathlib import Path

from support.files import Folder
from support.sites import mkdocs, tree, write_config

from cchc_site.content.article_fields import ARTICLE_FIELDS


def test_there_is_no_desk_unless_it_is_asked_for(tmp_path: Path) -> None:
    Folder(tmp_path).article("2024/03/bai")
    write_config(tmp_path)
    mkdocs("build", cwd=tmp_path, CCHC_AS_OF="2024-03-10")
    assert not (tmp_path / "site/bien-tap").exists()


def test_the_desk_stands_on_the_site_s_own_files(tmp_path: Path) -> None:
    Folder(tmp_path).article("2024/03/bai")
    (tmp_path / "cms.js").write_text("/* chương trình */", encoding="utf-8")
    options = {"desk_script": "cms.js", "desk_repository": "so/kho"}
    write_config(tmp_path, plugins=[{"cchc": options}])
    done = mkdocs("build", cwd=tmp_path, CCHC_AS_OF="2024-03-10")
    assert done.returncode in (0, 1), done.stdout
    files = {name: data.decode() for name, data in tree(tmp_path / "site").items() if name.startswith("bien-tap/")}
    assert set(files) == {"bien-tap/index.html", "bien-tap/config.yml", "bien-tap/cms.js"}
    assert "http" not in files["bien-tap/index.html"]
    assert "noindex" in files["bien-tap/index.html"]
    config = json.loads(files["bien-tap/config.yml"].partition("\n")[2])
    assert config["backend"]["repo"] == "so/kho"
    fields = {field["name"]: field for field in config["collections"][0]["fields"]}
    assert {row.name for row in ARTICLE_FIELDS.fields if row.required} <= set(fields)
    assert fields["unit"]["options"] == [{"label": "Văn phòng Sở", "value": "van-phong"}]
    assert fields["areas"]["multiple"] is True
    assert "sitemap" not in files["bien-tap/config.yml"]
    assert "bien-tap" not in (tmp_path / "site/sitemap.xml").read_text(encoding="utf-8")


def test_a_program_that_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    Folder(tmp_path)
    write_config(tmp_path, plugins=[{"cchc": {"desk_script": "khong-co.js"}}])
    done = mkdocs("build", cwd=tmp_path)
    assert done.returncode != 0
    assert "khong-co.js" in done.stdout
    assert "Traceback" not in done.stdout
