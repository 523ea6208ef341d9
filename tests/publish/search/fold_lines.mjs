// Folds texts from standard input (a JSON list) as the browser does; the answer has the form of folding_vectors.json.
import { readFileSync } from "node:fs";

const browser = new URL("../../../cchc_site/publish/search/browser/", import.meta.url);
const { accent, bare, tokens } = await import(new URL("text.js", browser).href);

const texts = JSON.parse(readFileSync(0, "utf8"));
console.log(
  JSON.stringify(
    texts.map((text) => ({ text, tokens: tokens(text), bare: tokens(text).map(bare), accent: tokens(text).map(accent) })),
  ),
);
