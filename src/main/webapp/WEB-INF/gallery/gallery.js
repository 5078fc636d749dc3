import { devPatterns } from '../builder/api.js';
import { PreviewFrame } from '../builder/preview/frame.js';
import { guard } from '../builder/preview/guard.js';
import { Stylist } from '../builder/preview/stylist.js';

/**
 * Every pattern in the palettes chosen, light and dark, at three widths, on one screen. Frames load
 * when they come near the window; nothing in them runs.
 * @typedef {{kind: string, layout: string, html: string}} Pattern
 * @typedef {{id: string, css: string}} Palette
 */

const WIDTHS = [360, 768, 1280];
const MODES = ['light', 'dark'];
const SCALE = 0.28;

const filters = document.getElementById('filters');
const sheet = document.getElementById('sheet');
const stylist = new Stylist();
let drawn = new AbortController();

/** @param {Pattern[]} patterns @returns {Promise<string>} the styles of all of them */
function stylesOf(patterns) {
  const template = document.createElement('template');
  template.innerHTML = patterns.map(({ html }) => html).join('');
  const named = [...template.content.querySelectorAll('[class]')];
  return stylist.ensure(named.flatMap((element) => [...element.classList]));
}

function offer(name, values) {
  const select = filters.elements.namedItem(name);
  select.append(...values.map((value) => new Option(value, value)));
  const asked = new URLSearchParams(location.search).get(name);
  if (asked !== null) select.value = asked;
}

/** @param {Pattern} pattern @param {Palette} palette @param {string} mode @param {number} width @param {string} css */
function cell(pattern, palette, mode, width, css) {
  const box = document.createElement('div');
  box.className = 'cell';
  Object.assign(box.dataset, { mode, width, palette: palette.id });
  box.style.setProperty('--width', width);
  box.style.setProperty('--scale', SCALE);
  const iframe = document.createElement('iframe');
  iframe.title = `${pattern.kind}/${pattern.layout}, ${palette.id}, ${mode}, ${width} px`;
  iframe.setAttribute('sandbox', 'allow-same-origin');
  iframe.loading = 'lazy';
  iframe.src = './preview.html';
  const frame = new PreviewFrame(iframe);
  const { signal } = drawn;
  frame.onFresh((preview) => {
    preview.documentElement.dataset.mode = mode;
    frame.adopt().show(palette.css);
    frame.adopt().show(css);
    preview.body.innerHTML = pattern.html;
    guard(frame, () => {}, signal);
    box.style.setProperty('--height', preview.body.firstElementChild.offsetHeight);
    box.dataset.painted = '';
  }, signal);
  box.append(iframe);
  return box;
}

/** @param {Pattern} pattern @param {Palette[]} palettes @param {string[]} modes @param {string} css */
function rows(pattern, palettes, modes, css) {
  return palettes.map((palette) => {
    const section = document.createElement('section');
    const heading = document.createElement('h2');
    heading.textContent = `${pattern.kind}/${pattern.layout} · ${palette.id}`;
    const cells = document.createElement('div');
    cells.className = 'cells';
    cells.append(...modes.flatMap((mode) => WIDTHS.map((width) => cell(pattern, palette, mode, width, css))));
    section.append(heading, cells);
    return section;
  });
}

function draw({ palettes, patterns }, css) {
  drawn.abort();
  drawn = new AbortController();
  const { kind, palette, mode } = Object.fromEntries(new FormData(filters));
  const shown = patterns.filter((one) => !kind || one.kind === kind);
  const colours = palettes.filter((one) => !palette || one.id === palette);
  sheet.replaceChildren(...shown.flatMap((one) => rows(one, colours, mode ? [mode] : MODES, css)));
  document.getElementById('count').textContent = `${shown.length} patterns, ${colours.length} of ${palettes.length} palettes`;
}

const all = await devPatterns();
offer('kind', [...new Set(all.patterns.map(({ kind }) => kind))]);
offer('palette', all.palettes.map(({ id }) => id));
if (!new URLSearchParams(location.search).has('palette')) filters.elements.namedItem('palette').value = all.palettes[0].id;
offer('mode', []);
const css = await stylesOf(all.patterns);
filters.addEventListener('change', () => draw(all, css));
draw(all, css);
