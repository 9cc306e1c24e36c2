// The peer that a JavaScript programmer would write: PptxGenJS with a title and a body placeholder.
// Arguments: the folder that holds node_modules, the slides as JSON, the deck to write, and
// "packed", if its parts are to be packed: `writeFile` stores them, also with `compression: true`.
const fs = require("node:fs");
const { createRequire } = require("node:module");
const path = require("node:path");

const [tools, source, target, packed] = process.argv.slice(2);
const PptxGenJS = createRequire(path.resolve(tools, "package.json"))("pptxgenjs");

const title = { name: "title", type: "title", x: 0.6, y: 0.4, w: 12.1, h: 1.2, fontSize: 36 };
const body = { name: "body", type: "body", x: 0.6, y: 1.8, w: 12.1, h: 5, fontSize: 20 };

const deck = new PptxGenJS();
deck.layout = "LAYOUT_WIDE";
deck.defineSlideMaster({
  title: "BULLETS",
  objects: [title, body].map((options) => ({ placeholder: { options, text: "" } })),
});
for (const page of JSON.parse(fs.readFileSync(source, "utf8"))) {
  const slide = deck.addSlide({ masterName: "BULLETS" });
  slide.addText(page.title, { placeholder: "title" });
  const lines = page.bullets.flatMap((bullet) => [
    { text: bullet.text, options: { bullet: true, breakLine: true } },
    ...bullet.children.map((text) => ({
      text,
      options: { bullet: true, indentLevel: 1, breakLine: true },
    })),
  ]);
  if (lines.length > 0) slide.addText(lines, { placeholder: "body" });
  if (page.picture) {
    const file = path.join(path.dirname(source), page.picture);
    slide.addImage({ path: file, x: 0.6, y: 1.8, w: 8.9, h: 5, altText: page.title });
  }
  if (page.notes) slide.addNotes(page.notes);
}
if (packed) {
  deck.stream({ compression: true }).then((bytes) => fs.writeFileSync(target, bytes));
} else {
  deck.writeFile({ fileName: target });
}
