// Answers queries from standard input (one JSON string a line) with the project's own search code over an index on disk.
// Arguments: the folder `tim-kiem/tep`. Each answer is one JSON line: {addresses, files, bytes, ms, meant, reading}.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { gzipSync } from "node:zlib";

const browser = new URL("../../cchc_site/publish/search/browser/", import.meta.url);
const { Engine } = await import(new URL("engine.js", browser).href);
const { Files } = await import(new URL("files.js", browser).href);

const folder = process.argv[2];
const sizes = new Map();
const size = (name) => {
  if (!sizes.has(name)) sizes.set(name, gzipSync(readFileSync(join(folder, name)), { level: 6 }).length);
  return sizes.get(name);
};
let fetched = [];
const files = new Files(async (name) => {
  fetched.push(name);
  const text = readFileSync(join(folder, name), "utf8");
  const [kind, id, values] = JSON.parse(`[${text.slice(text.indexOf("(") + 1, text.lastIndexOf(")"))}]`);
  files.receive(kind, id, values);
});
const engine = new Engine(files);
await engine.manifest();
const manifestFiles = fetched;
for await (const line of createInterface({ input: process.stdin })) {
  files.asked.clear();
  engine.shards.clear();
  fetched = [...manifestFiles];
  const query = JSON.parse(line);
  const { hits, missing, query: read } = await engine.search(query);
  const first = hits.length ? [await engine.record(hits[0].document)] : [];
  const names = fetched.slice();
  const rest = await Promise.all(hits.slice(1, 10).map((hit) => engine.record(hit.document)));
  const started = performance.now();
  await engine.search(query);
  const ms = performance.now() - started;
  console.log(
    JSON.stringify({
      addresses: [...first, ...rest].map((record) => record.address),
      files: names.length,
      bytes: names.reduce((sum, name) => sum + size(name), 0),
      ms,
      meant: missing.length,
      reading: read.reading,
    }),
  );
}
