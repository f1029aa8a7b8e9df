// What three other readers find in PDF files: a line of JSON a file. node readers.mjs FILE…
// {file, pdfium, mupdf, pdfjs: {text, pages: [{tree, texts}]}}: texts are those of marked content, by the tree's ids.
import { readFile } from "node:fs/promises";
import * as mupdf from "mupdf";
import { PDFiumLibrary } from "@hyzyla/pdfium";

// pdf.js 4 asks for a function that comes with Node 22.
Promise.withResolvers ??= function () {
  const parts = {};
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return parts;
};
const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
const pdfjsFolder = new URL("./node_modules/pdfjs-dist/", import.meta.url).pathname;
const pdfium = await PDFiumLibrary.init();

async function byPdfium(bytes) {
  const document = await pdfium.loadDocument(bytes);
  const texts = [...document.pages()].map((page) => page.getText());
  document.destroy();
  return texts.join("\n");
}

function byMupdf(bytes) {
  const document = mupdf.Document.openDocument(bytes, "application/pdf");
  const texts = [];
  for (let i = 0; i < document.countPages(); i++) {
    texts.push(document.loadPage(i).toStructuredText().asText());
  }
  document.destroy();
  return texts.join("\n");
}

// The texts of a page by the id of the marked content that holds each, and all of them.
function textsOf(items) {
  const texts = {};
  const open = [];
  let all = "";
  for (const item of items) {
    if (item.type?.startsWith("beginMarkedContent")) {
      open.push(item.id);
    } else if (item.type === "endMarkedContent") {
      open.pop();
    } else {
      const piece = item.str + (item.hasEOL ? "\n" : "");
      const id = open.findLast((one) => one);
      all += piece;
      if (id) texts[id] = (texts[id] ?? "") + piece;
    }
  }
  return { texts, all };
}

async function byPdfjs(bytes) {
  const document = await pdfjs.getDocument({
    data: bytes, verbosity: 0, cMapPacked: true, isEvalSupported: false,
    cMapUrl: pdfjsFolder + "cmaps/", standardFontDataUrl: pdfjsFolder + "standard_fonts/",
  }).promise;
  const found = { text: "", pages: [] };
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const content = await page.getTextContent({ includeMarkedContent: true });
    const { texts, all } = textsOf(content.items);
    found.text += all + "\n";
    found.pages.push({ tree: await page.getStructTree(), texts });
  }
  await document.destroy();
  return found;
}

for (const file of process.argv.slice(2)) {
  const read = async () => new Uint8Array(await readFile(file));
  const found = { file, pdfium: await byPdfium(await read()), mupdf: byMupdf(await read()) };
  found.pdfjs = await byPdfjs(await read());
  console.log(JSON.stringify(found));
}
pdfium.destroy();
