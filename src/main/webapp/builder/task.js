const waiting = [];
const channel = new MessageChannel();
channel.port1.onmessage = () => waiting.shift()();

/** @returns {Promise<void>} after what waits already, in a task of its own */
export function task() {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}
