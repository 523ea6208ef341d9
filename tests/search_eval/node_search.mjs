// Answers queries from standard input (one JSON string a line) with the project's own search code over an index on disk.
// Argument: the folder `tim-kiem/tep`. Each answer is one line: the addresses of the first ten, as JSON.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

const browser = new URL("../../cchc_site/publish/search/browser/", import.meta.url);
const { Engine } = await import(new URL("engine.js", browser).href);
const { Files } = await import(new URL("files.js", browser).href);

const folder = process.argv[2];
/** What the files hand over, read once: the engine itself forgets everything after each query. */
const contents = new Map();
const files = new Files(async (name) => {
  if (!contents.has(name)) {
    const text = readFileSync(join(folder, name), "utf8");
    contents.set(name, JSON.parse(`[${text.slice(text.indexOf("(") + 1, text.lastIndexOf(")"))}]`));
  }
  files.receive(...contents.get(name));
});
const engine = new Engine(files);
for await (const line of createInterface({ input: process.stdin })) {
  files.asked.clear();
  engine.shards.clear();
  const { hits } = await engine.search(JSON.parse(line));
  const records = await Promise.all(hits.slice(0, 10).map((hit) => engine.record(hit.document)));
  console.log(JSON.stringify(records.map((record) => record.address)));
}
