import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { html } from '@codemirror/lang-html';
import { HighlightStyle, bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { forceLinting, lintGutter, lintKeymap, linter } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { EditorView, drawSelection, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The code editor itself; loaded when the first person wants it. It stands in a shadow tree, where its styles are allowed. */

const colours = HighlightStyle.define([
  { tag: [tags.tagName, tags.angleBracket], color: 'var(--code-tag)' },
  { tag: tags.attributeName, color: 'var(--code-attribute)' },
  { tag: [tags.attributeValue, tags.string], color: 'var(--code-string)' },
  { tag: tags.comment, color: 'var(--code-comment)' },
  { tag: [tags.keyword, tags.documentMeta], color: 'var(--code-keyword)' },
  { tag: tags.invalid, color: 'var(--bad)' },
]);

const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--sheet)', fontSize: '13px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '8px 0' },
  '.cm-gutters': { backgroundColor: 'var(--paper)', color: 'var(--muted)', borderRight: '1px solid var(--line)' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--accent) 7%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'color-mix(in srgb, var(--accent) 26%, transparent)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--accent-tint)', outline: '1px solid var(--line-strong)' },
  '.cm-panels': { backgroundColor: 'var(--paper)', color: 'var(--ink)', borderColor: 'var(--line)' },
  '.cm-panel.cm-search': { font: '13px var(--sans)', padding: '8px 10px' },
  '.cm-textfield': { backgroundColor: 'var(--sheet)', color: 'var(--ink)', border: '1px solid var(--line-strong)', borderRadius: '4px', fontSize: '13px', padding: '3px 6px' },
  '.cm-button': { backgroundImage: 'none', backgroundColor: 'var(--sheet)', color: 'var(--ink)', border: '1px solid var(--line)', borderRadius: '4px', fontSize: '13px', padding: '3px 9px' },
  '.cm-panel.cm-search label': { fontSize: '13px' },
  '.cm-panel.cm-search [name=close]': { color: 'var(--ink)', fontSize: '18px', width: '28px', height: '28px' },
  '.cm-searchMatch': { backgroundColor: 'color-mix(in srgb, var(--warn) 32%, transparent)' },
  '.cm-tooltip': { backgroundColor: 'var(--raised)', color: 'var(--ink)', border: '1px solid var(--line-strong)', borderRadius: '6px', maxWidth: '440px', font: '13px/1.45 var(--sans)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--warn)' },
});

const words = {
  next: 'Next', previous: 'Previous', all: 'All', replace: 'Replace', 'replace all': 'Replace all',
  'match case': 'Match case', regexp: 'Regexp', 'by word': 'Whole words',
};

/**
 * @param {object} wish
 * @param {HTMLElement} wish.host whose shadow tree it stands in
 * @param {string} wish.label its name
 * @param {string} wish.text
 * @param {(text: string) => Promise<{message: string, lines: number[]}[]>} wish.check
 * @param {() => void} wish.save
 * @param {() => void} wish.changed
 */
export function codeEditor({ host, label, text, check, save, changed }) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const bound = { preventDefault: true, run: () => (save(), true) };
  const state = (doc) =>
    EditorState.create({
      doc,
      extensions: [
        keymap.of([{ key: 'Mod-s', ...bound }, { key: 'Mod-Enter', ...bound }]),
        lineNumbers(), lintGutter(), history(), drawSelection(), bracketMatching(), indentOnInput(), indentUnit.of('  '),
        highlightActiveLine(), highlightActiveLineGutter(), highlightSelectionMatches(), search({ top: true }), EditorState.phrases.of(words),
        html({ autoCloseTags: true }), syntaxHighlighting(colours), look, EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
        linter(async (view) => marks(view, await check(view.state.doc.toString())), { delay: 450 }),
        keymap.of([...searchKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.updateListener.of((update) => update.docChanged && changed()),
      ],
    });
  const view = new EditorView({ state: state(text), parent: root, root });
  return {
    get text() {
      return view.state.doc.toString();
    },
    /** @param {string} fresh begins anew, with nothing to undo */
    begin(fresh) {
      view.setState(state(fresh));
      forceLinting(view);
    },
    focus: () => view.focus(),
    /** @param {number} number of a line */
    goTo(number) {
      const { from } = view.state.doc.line(Math.min(number, view.state.doc.lines));
      view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
      view.focus();
    },
    leave: () => view.destroy(),
  };
}

/** A finding stands at each of its lines; one without a line only in the list. */
function marks(view, findings) {
  const { doc } = view.state;
  return findings
    .flatMap(({ message, lines }) => lines.filter((line) => line <= doc.lines).map((line) => ({ ...span(doc.line(line)), severity: 'warning', message })))
    .sort((one, other) => one.from - other.from);
}

const span = ({ from, to, text }) => ({ from: from + (text.length - text.trimStart().length), to });
