// The browser's half under Node: `node --test tests/publish/search/`.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const browser = new URL("../../../cchc_site/publish/search/browser/", import.meta.url);
const load = (name) => import(new URL(`${name}.js`, browser).href);
const { accent, accentFit, bare, tokens } = await load("text");
const { fromTelex, fromVni, isOneSlip, isSyllable } = await load("typing");
const { readManifest, pairKey, frontDecoded, shardOf } = await load("manifest");
const { readQuery } = await load("query");
const { markedPieces } = await load("marking");

const manifest = readManifest({
  total: 100,
  end: 128,
  block: 16,
  levels: ["0va\n0cua", "0hanh\n0chinh", "", "0cach\n0cai", "", "", "", ""],
  keys: "0a\n0hanh\n0thu",
  shards: "aaaaaabbbbbbcccccc",
  records: "dddddd",
  facets: "eeeeee",
  phrases: [
    ["UBND", "ủy ban nhân dân"],
    ["TU", "tỉnh ủy"],
    ["GD&ĐT", "giáo dục và đào tạo"],
    ["KH", "kế hoạch"],
  ],
});
const reading = (text) => readQuery(text, manifest).reading;
const keys = (text) => readQuery(text, manifest).slots.flatMap((slot) => slot.choices.map((choice) => choice.key));

test("folds as Python does", () => {
  for (const vector of JSON.parse(readFileSync(new URL("folding_vectors.json", import.meta.url), "utf8"))) {
    assert.deepEqual(tokens(vector.text), vector.tokens);
    assert.deepEqual(tokens(vector.text).map(bare), vector.bare);
    assert.deepEqual(tokens(vector.text).map(accent), vector.accent);
  }
});

test("reads Telex in every order of the keys", () => {
  const pairs = { cair: "cải", casch: "cách", hanhf: "hành", ddoori: "đổi", doiod: "đôi", nguwowif: "người", nguoiwf: "người", nwowcs: "nước", thw: "thư", dduwowngf: "đường", quys: "quý", thuyr: "thủy", khuyur: "khuỷu", muaw: "mưa", hoawcj: "hoặc", giuwax: "giữa", quoocs: "quốc" };
  for (const [typed, meant] of Object.entries(pairs)) assert.equal(fromTelex(typed), meant, typed);
});

test("leaves alone what is no Telex", () => {
  for (const word of ["facebook", "google", "hanh", "ubnd", "x", "samsung", "www"]) assert.equal(fromTelex(word), "", word);
});

test("reads VNI", () => {
  const pairs = { ca3i: "cải", ca1ch: "cách", d9oi63: "đổi", nguoi72: "người", uy3: "ủy", duong972: "đường", qh15: "", g20: "", u23: "" };
  for (const [typed, meant] of Object.entries(pairs)) assert.equal(fromVni(typed), meant, typed);
});

test("knows syllables and slips", () => {
  for (const word of ["chinh", "nghieng", "khuyu", "thuo", "quynh", "giua", "y", "uong"]) assert.ok(isSyllable(word), word);
  for (const word of ["ubnd", "hnah", "strong", "caan", "chinj"]) assert.ok(!isSyllable(word), word);
  assert.ok(isOneSlip("hnah", "hanh") && isOneSlip("hanh", "hnh") && isOneSlip("chinh", "chunh") && isOneSlip("a", "aa"));
  assert.ok(!isOneSlip("hanh", "hanh") && !isOneSlip("hanh", "chinh"));
});

test("accents of the query must not contradict the text", () => {
  assert.equal(accentFit(accent("hòa"), accent("hoà"), true), 1);
  assert.ok(accentFit(accent("hoa"), accent("hòa"), false) > accentFit(accent("hoá"), accent("hòa"), true));
  assert.ok(accentFit(accent("đuong"), accent("đường"), true) > 0.8);
});

test("undoes conventions of typing", () => {
  assert.equal(reading("cair casch hanhf chinhs"), "cải cách hành chính");
  assert.equal(reading("ca3i ca1ch ha2nh chi1nh"), "cải cách hành chính");
  assert.equal(reading("ubnd tinh"), "ủy ban nhân dân tinh");
  assert.equal(reading("tu tuong"), "tu tuong");
  assert.equal(reading("TU ban hành"), "tỉnh ủy ban hành");
  assert.equal(reading("sở gd&đt"), "sở giáo dục và đào tạo");
});

test("doubts that a single odd word is keystrokes", () => {
  const query = readQuery("đi taxi", manifest);
  assert.equal(query.doubt, "taxi");
  assert.equal(readQuery("đi taxi", manifest, true).reading, "đi taxi");
  assert.equal(readQuery("cair casch hanhf chinhs", manifest).doubt, "");
  assert.equal(readQuery("cai cach", manifest).doubt, "");
});

test("looks for longer words while the last one is unfinished", () => {
  const begun = (text) => readQuery(text, manifest).slots.filter((slot) => slot.begun).map((slot) => slot.choices[0].key);
  assert.deepEqual(begun("cai ca"), ["cai ca"]);
  assert.deepEqual(begun("ngh"), ["ngh"]);
  assert.deepEqual(begun("cai cach "), []);
});

test("reads the end of a number as no phrase", () => {
  assert.equal(reading("công văn 581/KH-UBND, UBND"), "công văn 581 kế hoạch ủy ban nhân dân");
  assert.equal(reading("60-KH/UBND"), "60 kế hoạch");
});

test("finds document numbers in any spelling", () => {
  for (const text of ["37/KH-UBND", "37 kh ubnd", "37khubnd", "số 037/kh-ubnd", "37 KH – UBND"])
    assert.ok(keys(text).includes("#37.khubnd"), text);
  for (const text of ["30/2020/NĐ-CP", "30 2020 nd cp", "30/2020/nđ-cp"]) assert.ok(keys(text).includes("#30.2020.ndcp"), text);
  assert.ok(keys("60-NQ/TU").includes("#60.nqtu"));
  assert.ok(!keys("ca3i ca1ch").some((key) => key.startsWith("#")));
});

test("keeps a pair with its rarer syllable", () => {
  assert.equal(pairKey(manifest, "cai", "hanh"), "cai hanh");
  assert.equal(pairKey(manifest, "hanh", "cai"), "cai!hanh");
  assert.equal(pairKey(manifest, "chinh", "hanh"), "chinh hanh");
});

test("finds the file of a key", () => {
  assert.deepEqual(["0", "a", "b", "hanh", "hanh chinh", "thu", "z"].map((key) => shardOf(manifest, key)), [0, 0, 0, 1, 1, 2, 2]);
  assert.deepEqual(frontDecoded("0cai\n3 cach\n1ong"), ["cai", "cai cach", "cong"]);
});

test("hostile queries stay small and harmless", () => {
  for (const text of ["a ".repeat(5000), "👍🏽".repeat(2000), "(.*)+[a-z]{9}\\", "\ud800x\udfff \ud83d", "مرحبا بالعالم", "<script>alert(1)</script>", "\u202etxet", "1/".repeat(5000)]) {
    const query = readQuery(text, manifest);
    assert.ok(query.words.length <= 28 && query.slots.length < 120);
  }
});

test("marks accented text for an unaccented query", () => {
  const query = readQuery("cai cach", manifest);
  const pieces = markedPieces("Về cải cách, của ai", query, manifest);
  assert.deepEqual(pieces.filter((piece) => piece.marked).map((piece) => piece.text), ["cải", " ", "cách"]);
  assert.equal(pieces.map((piece) => piece.text).join(""), "Về cải cách, của ai");
  const short = markedPieces("UBND tỉnh", readQuery("ủy ban nhân dân", manifest), manifest);
  assert.equal(short[0].text, "UBND");
  assert.ok(short[0].marked);
});
