// In a page with React, ReactDOM, ReactDOMServer and Babel: renders code made from fragments and
// says where the tree differs from the fragment's own.

const FLAGS = new Set(["inert"]);

/** A tree as text: namespace, name, sorted attributes, joined characters. */
function shape(node, indent = "") {
  let text = "";
  let lines = "";
  const flush = () => {
    if (text !== "") lines += `${indent}${JSON.stringify(text)}\n`;
    text = "";
  };
  for (const child of node.childNodes) {
    if (child.nodeType === 3) {
      text += child.data;
    } else if (child.nodeType === 1) {
      flush();
      const attributes = [...child.attributes]
        .map((a) => `${a.namespaceURI ?? ""} ${a.name}=${FLAGS.has(a.name) ? "" : JSON.stringify(a.value)}`)
        .sort();
      const space = child.namespaceURI.split("/").pop();
      lines += `${indent}<${space}:${child.localName} ${attributes.join(" ")}>\n`;
      lines += shape(child, indent + "  ");
    } else {
      flush();
      lines += `${indent}node of type ${child.nodeType}\n`;
    }
  }
  flush();
  return lines;
}

function component(code, typescript) {
  const presets = [["react", { runtime: "classic" }]];
  if (typescript) presets.push("typescript");
  const compiled = Babel.transform(code, {
    filename: typescript ? "section.tsx" : "section.jsx",
    presets,
    plugins: ["transform-modules-commonjs"],
    sourceType: "module",
  }).code;
  const exports = {};
  new Function("exports", "require", compiled)(exports, () => ({}));
  const names = Object.keys(exports);
  if (names.join() !== "default" || typeof exports.default !== "function") {
    throw new Error(`exports ${names}`);
  }
  return exports.default;
}

function parsed(html) {
  const holder = document.createElement("div");
  holder.innerHTML = html;
  return holder;
}

function difference(what, expected, actual) {
  if (expected === actual) return null;
  const a = expected.split("\n");
  const b = actual.split("\n");
  const line = a.findIndex((x, i) => x !== b[i]);
  return `${what}: expected ${a[line]} but got ${b[line]} (line ${line})`;
}

/** What is wrong with one piece of code made from one fragment, or null. */
function check({ html, code, typescript }) {
  try {
    const expected = shape(parsed(html));
    const element = React.createElement(component(code, typescript));
    const client = document.createElement("div");
    const root = ReactDOM.createRoot(client);
    ReactDOM.flushSync(() => root.render(element));
    const server = parsed(ReactDOMServer.renderToStaticMarkup(element));
    return (
      difference("in the page", expected, shape(client)) ??
      difference("as static markup", expected, shape(server))
    );
  } catch (e) {
    return String(e);
  }
}

/** What a person sees in a field, which frameworks set without the markup that stands for it. */
const LIVE = { input: ["value", "checked"], option: ["selected"], textarea: ["value"], select: ["value"] };

/** Takes that markup away and says what the fields hold. */
function fields(root) {
  const held = [];
  for (const field of root.querySelectorAll(Object.keys(LIVE).join())) {
    for (const name of LIVE[field.localName]) held.push(`${field.localName}.${name} = ${field[name]}`);
  }
  for (const field of root.querySelectorAll("input, option")) {
    for (const name of LIVE[field.localName]) field.removeAttribute(name);
  }
  for (const area of root.querySelectorAll("textarea")) area.replaceChildren();
  return held.join("\n");
}

/** The mounted component number `at` and what it was made from, both as HTML, or what is wrong. */
window.checkMounted = (html, at) => {
  try {
    const expected = parsed(html);
    const target = document.createElement("div");
    window.mount(at, target);
    const error = difference("fields", fields(expected), fields(target));
    return { error, expected: expected.innerHTML, actual: target.innerHTML };
  } catch (e) {
    return { error: String(e) };
  }
};

window.checkAll = (cases) => {
  const warnings = new Set();
  const error = console.error;
  console.error = (...args) => warnings.add(args.slice(0, 4).join(" | "));
  try {
    return { wrong: cases.map(check), warnings: [...warnings] };
  } finally {
    console.error = error;
  }
};
