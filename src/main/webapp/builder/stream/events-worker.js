import { SharedLine } from './shared-line.js';

/** Runs in a worker that all tabs share. Each port follows one page, until its lock is free. */

const line = new SharedLine();

self.onconnect = ({ ports: [port] }) => {
  port.onmessage = ({ data: { page, seq, lock } }) => {
    const follower = { page, seq, tell: (word) => port.postMessage(word) };
    navigator.locks.request(lock, () => {
      line.leave(follower);
      port.close();
    });
    line.join(follower);
  };
};
