import { pendingSection } from './state.js';

/**
 * The part of the state that a page's snapshot fixes.
 * @param {Record<string, any>} snapshot
 */
export function fromSnapshot(snapshot) {
  const sections = (snapshot.sections ?? []).map(section);
  const started = sections.findLast((one) => one.state === 'generating');
  return {
    ...aboutPage(snapshot),
    phase: phaseOf(snapshot.state, sections),
    sections,
    current: started?.name ?? '',
    stopped: snapshot.error?.message ?? snapshot.error ?? '',
    line: 'live',
    problem: '',
  };
}

/** What a page is, without how far it is. @param {Record<string, any>} snapshot */
export function aboutPage(snapshot) {
  return {
    pageId: snapshot.id,
    title: snapshot.title ?? '',
    prompt: snapshot.prompt ?? '',
    outputFormat: snapshot.outputFormat ?? 'react',
    language: snapshot.brief?.language || 'en',
    theme: snapshot.brief?.theme ?? {},
  };
}

function phaseOf(state, sections) {
  if (state === 'completed') return 'completed';
  if (state === 'failed' || state === 'cancelled') return 'stopped';
  if (!sections.length) return 'connecting';
  return sections.some((one) => one.state !== 'pending') ? 'generating' : 'preparing';
}

function section(raw, index) {
  return {
    ...pendingSection(raw.name, raw.order ?? index),
    state: raw.state ?? 'pending',
    html: raw.html ?? '',
    code: raw.code ?? '',
    author: raw.author ?? '',
    error: raw.error?.message ?? raw.error ?? '',
    startedAt: raw.startedAt ? new Date(raw.startedAt).getTime() : 0,
    durationMs: raw.durationMs ?? 0,
    tokens: raw.outputTokens ?? 0,
  };
}
