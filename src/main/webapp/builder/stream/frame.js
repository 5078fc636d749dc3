const PASSING = ['section_delta', 'section_waiting'];

/**
 * What a frame of a stream says.
 * @typedef {{event: {type: string} & Record<string, any>, seq: number, ended: boolean}} Frame
 * `seq` is 0 for what is in no log; `ended` that its page can't go on in this stream.
 *
 * @param {{data: string, lastEventId: string}} message
 * @returns {Frame}
 */
export function read({ data, lastEventId }) {
  const event = JSON.parse(data);
  const ended = event.type === 'error' && !event.section;
  // The browser repeats the last id on events that have none.
  const passing = ended || PASSING.includes(event.type);
  const seq = passing ? 0 : Number(/\.(\d+)$/.exec(lastEventId)?.[1] ?? 0);
  return { event, seq, ended };
}
