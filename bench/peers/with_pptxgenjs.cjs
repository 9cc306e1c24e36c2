// The peer that a JavaScript programmer would write: PptxGenJS, text boxes, its own defaults.
// Arguments: the folder that holds node_modules, the slides as JSON, the deck to write.
const fs = require("node:fs");
const { createRequire } = require("node:module");
const path = require("node:path");

const [tools, source, target] = process.argv.slice(2);
const PptxGenJS = createRequire(path.resolve(tools, "package.json"))("pptxgenjs");

const deck = new PptxGenJS();
deck.layout = "LAYOUT_WIDE";
for (const page of JSON.parse(fs.readFileSync(source, "utf8"))) {
  const slide = deck.addSlide();
  slide.addText(page.title, { x: 0.6, y: 0.4, w: 12.1, h: 1.2, fontSize: 36, bold: true });
  const lines = page.bullets.flatMap((bullet) => [
    { text: bullet.text, options: { bullet: true, breakLine: true } },
    ...bullet.children.map((text) => ({
      text,
      options: { bullet: true, indentLevel: 1, breakLine: true },
    })),
  ]);
  if (lines.length > 0) {
    slide.addText(lines, { x: 0.6, y: 1.8, w: 12.1, h: 5, fontSize: 20, valign: "top" });
  }
  if (page.notes) slide.addNotes(page.notes);
}
deck.writeFile({ fileName: target });
