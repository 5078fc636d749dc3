import { amount, sumOf, UNSPENT } from './spend.js';
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
    seq: snapshot.seq ?? 0,
    phase: phaseOf(snapshot.state, sections),
    sections,
    removed: (snapshot.removed ?? []).map((name, index) => pendingSection(name, index)),
    current: started?.name ?? '',
    stopped: snapshot.error?.message ?? snapshot.error ?? '',
    overhead: overhead(snapshot, sections),
    line: 'live',
    problem: '',
    problemField: '',
  };
}

/** What a page is, without how far it is. @param {Record<string, any>} snapshot */
export function aboutPage(snapshot) {
  return {
    pageId: snapshot.id,
    title: snapshot.title ?? '',
    prompt: snapshot.prompt ?? '',
    outputFormat: snapshot.outputFormat ?? 'react',
    model: snapshot.model ?? '',
    budgetUsd: snapshot.budgetUsd ?? null,
    language: snapshot.brief?.language || 'en',
    theme: snapshot.brief?.theme ?? {},
  };
}

function phaseOf(state, sections) {
  if (state === 'completed') return 'completed';
  if (state === 'paused' || state === 'cancelled') return state;
  if (!sections.length) return 'connecting';
  return sections.some((one) => one.state !== 'pending') ? 'generating' : 'preparing';
}

function section(raw, index) {
  return {
    ...pendingSection(raw.name, raw.order ?? index),
    state: raw.state ?? 'pending',
    revision: raw.revision ?? 0,
    revisions: raw.revisions ?? raw.revision ?? 0,
    html: raw.html ?? '',
    code: raw.code ?? '',
    author: raw.author ?? '',
    error: raw.error?.message ?? raw.error ?? '',
    findings: raw.findings ?? [],
    startedAt: raw.startedAt ? new Date(raw.startedAt).getTime() : 0,
    durationMs: raw.durationMs ?? 0,
    model: raw.model ?? '',
    attempt: raw.attempts ?? 0,
    spend: { ...UNSPENT, settled: amount(raw.inputTokens, raw.outputTokens, raw.costUsd, raw.estimated) },
  };
}

/** What the page cost beyond its sections. */
function overhead({ costUsd }, sections) {
  const known = sumOf(sections.map((one) => one.spend.settled)).usd ?? 0;
  return amount(0, 0, costUsd > known ? costUsd - known : null, false);
}
