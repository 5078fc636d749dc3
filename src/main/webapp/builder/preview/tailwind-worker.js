import { text } from '../api.js';

/** Runs in a worker: classes in, the page's whole style sheet out. Each page has its own compiler. */

let page = -1;
let compiler;

/** @param {string} base where Tailwind's own files lie @param {string} theme address of our theme */
async function prepare(base, theme) {
  const { compile } = await import(`${base}dist/lib.mjs`);
  const loadStylesheet = async (id, from) => {
    const path = locate(id, from, base);
    return { path, base: new URL('.', path).href, content: await text(path) };
  };
  return compile(await text(theme), { base: new URL('.', theme).href, loadStylesheet });
}

function locate(id, from, base) {
  if (id === 'tailwindcss') return `${base}index.css`;
  if (id.startsWith('tailwindcss/')) return base + id.slice('tailwindcss/'.length).replace(/(\.css)?$/, '.css');
  return new URL(id, from).href;
}

self.onmessage = async ({ data }) => {
  try {
    if (data.page !== page) {
      page = data.page;
      compiler = prepare(data.base, data.theme);
    }
    const { build } = await compiler;
    self.postMessage({ ask: data.ask, css: build(data.classes) });
  } catch (problem) {
    page = -1;
    self.postMessage({ ask: data.ask, error: String(problem) });
  }
};
