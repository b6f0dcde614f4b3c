import { trimEndOf, type Waiver } from '#base';
import { hint, nearest } from '#rules';
import type { Settings, Sighting, WaiverNote } from './types.ts';

/** Marks the findings that a waiver covers, and tells of every waiver that does not do what its author thinks (catalogue 0.11). */
export function waive(
  sightings: readonly Sighting[],
  settings: Settings,
): { readonly sightings: readonly Sighting[]; readonly notes: readonly WaiverNote[] } {
  const { waivers, today, codes, levels, text } = settings;
  if (waivers.length === 0) return { sightings, notes: [] };
  const known = new Set(codes);
  const byCode = new Map<string, Sighting[]>();
  for (const each of sightings) {
    const row = byCode.get(each.match.rule.code);
    if (row) row.push(each);
    else byCode.set(each.match.rule.code, [each]);
  }
  const waived = new Map<Sighting, Sighting>();
  const notes: WaiverNote[] = [];
  for (const waiver of waivers) {
    const note = noteOn(waiver, text, notes);
    if (waiver.fault !== undefined || waiver.codes.length === 0 || waiver.reason.trim() === '') {
      const why = waiver.fault ?? (waiver.codes.length === 0 ? 'it names no rule' : 'it gives no reason');
      note(
        'faulty',
        `this waiver is not heard: ${why}`,
        waiver.codes.length > 0 && waiver.reason.trim() === '' ? giveReason(waiver, text) : undefined,
      );
      continue;
    }
    if (waiver.until !== undefined && !isDate(waiver.until)) {
      note('faulty', `this waiver is not heard: ${waiver.until} is no date`);
      continue;
    }
    if (waiver.until !== undefined && waiver.until < today) {
      note('expired', `the waiver of ${waiver.codes.join(', ')} ended with ${waiver.until}`, removal(waiver, null, text));
      continue;
    }
    const { reason, by, until } = waiver;
    const given = {
      reason,
      ...(by === undefined ? {} : { by }),
      ...(until === undefined ? {} : { until }),
      ...(waiver.from === undefined ? {} : { from: waiver.from }),
    };
    for (const code of waiver.codes) {
      if (!known.has(code)) {
        const near = nearest(code, known) ?? settings.names?.get(code.toLowerCase()) ?? null;
        const told = near === null ? hint(code, known) : `; did you mean "${near}"?`;
        note('unknown', `no rule has the code ${code}${told}`, near === null ? undefined : correction(waiver, code, near, text));
        continue;
      }
      const found = byCode.get(code) ?? [];
      const covered = found.filter((each) => covers(waiver, each));
      for (const each of covered) if (!waived.has(each)) waived.set(each, { ...each, waived: given });
      // A rule that is switched off finds nothing: that is not the waiver's mistake.
      if (covered.length > 0 || levels[code] === 'off') continue;
      const whole = found.some(({ match }) => match.subject.clause === null);
      note(
        'unused',
        whole ? `${code} is about the whole draft: waive it with treatylint-disable-file` : unusedWords(waiver, code),
        whole ? undefined : removal(waiver, code, text),
      );
    }
  }
  return { sightings: sightings.map((each) => waived.get(each) ?? each), notes };
}

type Fix = NonNullable<WaiverNote['fix']>;

function noteOn(waiver: Waiver, text: string, notes: WaiverNote[]) {
  const at = waiver.at ?? { start: 0, end: Math.min(text.length, 1) };
  return (kind: WaiverNote['kind'], message: string, fix?: Fix): void => {
    notes.push({
      kind,
      message,
      start: at.start,
      end: at.end,
      ...(waiver.from === undefined ? {} : { from: waiver.from }),
      ...(fix ? { fix } : {}),
    });
  };
}

function unusedWords({ clause, covers: span, near }: Waiver, code: string): string {
  if (clause === undefined) return `${code} finds nothing here: the waiver can go`;
  return span.end > span.start
    ? `${code} finds nothing in ${clause}: the waiver can go`
    : `the draft has no clause "${clause}"${near === undefined ? '' : `; did you mean "${near}"?`}`;
}

/** The comment without what has no use any more: one code of several, or the whole of it, with its line where it stands alone. */
function removal({ at, codes }: Waiver, code: string | null, text: string): Fix | undefined {
  if (at === null) return undefined;
  const comment = text.slice(at.start, at.end);
  if (code !== null && codes.length > 1) {
    const shorter = comment.replace(codes[0] === code ? new RegExp(`\\b${code}[\\s,]+`) : new RegExp(`[\\s,]+${code}\\b`), '');
    return { desc: `Take ${code} out of the waiver`, start: at.start, end: at.end, text: shorter };
  }
  const from = text.lastIndexOf('\n', at.start - 1) + 1;
  const to = text.indexOf('\n', at.end);
  const alone = text.slice(from, at.start).trim() === '' && text.slice(at.end, to < 0 ? text.length : to).trim() === '';
  return {
    desc: 'Take the waiver out',
    start: alone ? from : at.start,
    end: alone ? (to < 0 ? text.length : to + 1) : at.end,
    text: '',
  };
}

function correction({ at }: Waiver, code: string, near: string, text: string): Fix | undefined {
  if (at === null) return undefined;
  const place = text.indexOf(code, at.start);
  return place < 0 || place >= at.end ? undefined : { desc: `Write ${near}`, start: place, end: place + code.length, text: near };
}

/** Where the reason must stand; what is inserted counts as none until someone writes one. */
function giveReason({ at }: Waiver, text: string): Fix | undefined {
  if (at === null) return undefined;
  const comment = text.slice(at.start, at.end);
  const end = trimEndOf(trimEndOf(comment.slice(0, -3), ' \t\r\n').replace(/\[reason\]$/, ''), ' \t\r\n:').length;
  return { desc: 'Give the reason', start: at.start + end, end: at.end, text: ': [reason] -->' };
}

/** A finding about the whole document is waived for the file only. */
function covers({ form, covers: span }: Waiver, { start, match }: Sighting): boolean {
  if (form === 'file') return true;
  return match.subject.clause !== null && start >= span.start && start < span.end;
}

function isDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
