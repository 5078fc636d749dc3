/** A call as a person would make it from a shell. @param {import('./description.js').Call} call @returns {string} */
export function curl({ method, path, parameters, body, responses }) {
  const example = (name) => parameters.find((one) => one.name === name)?.example ?? `{${name}}`;
  const query = parameters
    .filter((one) => one.in === 'query' && 'example' in one)
    .map(({ name, example: value }) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  const address = location.origin + root() + path.replace(/\{(\w+)\}/g, (_, name) => example(name)) + (query && `?${query}`);
  const streams = responses.some(({ response }) => response.content?.['text/event-stream']);
  const isFile = responses.some(({ response }) => response.content?.['application/zip']);
  const parts = [`curl ${streams ? '-N ' : ''}${isFile ? '-OJ ' : ''}${method === 'GET' || body ? '' : `-X ${method} `}${quoted(address)}`];
  for (const { name, in: place, example: value } of parameters) {
    if (place === 'header' && value) parts.push(`-H ${quoted(`${name}: ${value}`)}`);
  }
  if (body) {
    const [first] = Object.values(body.examples);
    parts.push(`-H ${quoted('Content-Type: application/json')}`, `-d ${quoted(JSON.stringify(first.value))}`);
  }
  return parts.join(' \\\n  ');
}

/** The application's path, without a slash at the end. */
const root = () => new URL('..', import.meta.url).pathname.replace(/\/$/, '');

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
