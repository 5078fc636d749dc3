const TOKENS = new RegExp(
  [
    /(?<comment><!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|^\s*\/\/.*$)/,
    /(?<string>"[^"\n]*"|(?<=from )'[^'\n]*')/,
    /(?<keyword>^\s*(?:import|export default function|export default|return)\b|\bfrom(?= '))/,
    /(?<tag><\/?[A-Za-z][\w.:-]*|<\/?>|\/?>)/,
    /(?<attribute>[@:\w-]+(?==["{]))/,
  ].map((part) => part.source).join('|'),
  'gm',
);

/** Colours code by ranges over its one text node, so the text stays whole. @param {HTMLElement} pre */
export function highlight(pre) {
  const node = pre.firstElementChild?.firstChild;
  if (!globalThis.CSS?.highlights || !node) return;
  const found = {};
  for (const match of node.data.matchAll(TOKENS)) {
    const [kind] = Object.entries(match.groups).find(([, text]) => text !== undefined);
    const range = new StaticRange({ startContainer: node, startOffset: match.index, endContainer: node, endOffset: match.index + match[0].length });
    (found[kind] ??= []).push(range);
  }
  CSS.highlights.clear();
  for (const [kind, ranges] of Object.entries(found)) CSS.highlights.set(`code-${kind}`, new Highlight(...ranges));
}
