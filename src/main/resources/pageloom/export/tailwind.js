// Runs in the engine behind Tailwind's modules, where `tailwind` is what they export and `host` is
// the application. Leaves `sheetOf`, which gives a page's style sheet for its class names.

const locate = (id) => (id === "tailwindcss" ? "index" : id.replace(/^(tailwindcss|\.)\//, "").replace(/\.css$/, ""));
const loadStylesheet = async (id) => ({ path: id, base: "/", content: host.stylesheet(`${locate(id)}.css`) });

/** Calls `run` and returns the collections to which it added what `matches`. */
async function caught(prototype, method, matches, run) {
  const found = [];
  const original = prototype[method];
  prototype[method] = function (...values) {
    if (matches(...values)) found.push(this);
    return original.apply(this, values);
  };
  try {
    return [await run(), found];
  } finally {
    prototype[method] = original;
  }
}

// A compiler remembers the classes of all its builds and which variables they used, and has no way
// to forget them; a new one for each page takes many times as long, as it knows no class yet. So
// its memory is found, by what is put into it, and put back before each page.
const isVariable = (name, value) => name === "--color-surface" && typeof value?.options === "number";
const [compiler, [variables]] = await caught(Map.prototype, "set", isVariable, () =>
  tailwind.compile(host.tokens(), { base: "/", loadStylesheet }),
);
const PROBE = "pageloom-probe";
const [, [wanted]] = await caught(Set.prototype, "add", (value) => value === PROBE, () => compiler.build([PROBE]));

// A variable that no sheet has: newly used, it makes the compiler write a new sheet in any case.
const RENEW = "--pageloom-renew";
variables.set(RENEW, { value: "", options: 2 });
const options = new Map([...variables].map(([name, variable]) => [name, variable.options]));

globalThis.sheetOf = (classes) => {
  wanted.clear();
  for (const [name, variable] of variables) variable.options = options.get(name);
  return compiler.build([RENEW, ...classes]);
};
