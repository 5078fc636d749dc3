// Node's own http for comparison: it asks a model for seven sections at once and sends each as a
// server-sent event when it is whole. Nothing is planned, checked, converted or kept.
import { readFileSync } from 'node:fs';
import http from 'node:http';

const [fixture, model] = process.argv.slice(2);
const page = JSON.parse(readFileSync(fixture, 'utf8'));
const agent = new http.Agent({ keepAlive: true, maxSockets: Infinity });
const endpoint = new URL(`${model}/chat/completions`);

http.createServer(async (request, response) => {
  let body = '';
  for await (const piece of request) body += piece;
  const { prompt } = JSON.parse(body);
  response.writeHead(200, { 'Content-Type': 'text/event-stream;charset=utf-8', 'Cache-Control': 'no-cache, no-transform' });
  const send = (frame) => response.write(`data: ${JSON.stringify(frame)}\n\n`);
  send(page.init);
  let completed = 0;
  await Promise.all(page.sections.map(async (section, order) => {
    send({ type: 'status', section: section.name, status: 'generating', attempt: 1 });
    const from = performance.now();
    try {
      const html = await ask(prompt, section);
      completed++;
      send({
        type: 'section_complete', section: section.name, status: 'completed',
        data: {
          code: section.code, sectionName: section.name, sectionOrder: order, componentType: section.kind,
          dependencies: [], requestId: 'request', html, author: 'model', model: 'loop/one',
          durationMs: Math.round(performance.now() - from),
        },
      });
    } catch (problem) {
      send({ type: 'error', section: section.name, message: problem.message });
    }
  }));
  send({ type: 'complete', message: 'All sections generated', completed, failed: page.sections.length - completed });
  response.end();
}).listen({ host: '127.0.0.1', port: 0, backlog: 4096 }, function listening() {
  console.log(`ready: http://127.0.0.1:${this.address().port}/`);
});

async function ask(prompt, { request }) {
  const messages = request.messages.map(({ role, content }) => ({ role, content: content.replace(page.prompt, () => prompt) }));
  const body = Buffer.from(JSON.stringify({ ...request, messages }));
  const answer = await new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length };
    http.request(endpoint, { method: 'POST', agent, headers }, resolve).on('error', reject).end(body);
  });
  if (answer.statusCode !== 200) throw new Error(`status ${answer.statusCode}`);
  answer.setEncoding('utf8');
  let rest = '';
  let text = '';
  let finished = false;
  for await (const piece of answer) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      if (!line.startsWith('data:') || line.includes('[DONE]')) continue;
      for (const { delta, finish_reason: reason } of JSON.parse(line.slice(5)).choices ?? []) {
        text += delta?.content ?? '';
        finished ||= reason != null;
      }
    }
  }
  const from = text.indexOf('<<<SECTION\n');
  const to = text.lastIndexOf('\nSECTION>>>');
  if (!finished || from < 0 || to < 0) throw new Error('the answer is not whole');
  return text.slice(from + '<<<SECTION\n'.length, to);
}
