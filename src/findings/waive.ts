import { hint } from '#rules';
import type { Settings, Sighting, WaiverNote } from './types.ts';

/** Marks the findings that a waiver covers, and tells of every waiver that does not do what its author thinks (catalogue 0.11). */
export function waive(
  sightings: readonly Sighting[],
  settings: Settings,
): { readonly sightings: readonly Sighting[]; readonly notes: readonly WaiverNote[] } {
  const { waivers, today, codes, levels } = settings;
  if (waivers.length === 0) return { sightings, notes: [] };
  const known = new Set(codes);
  const waived = new Map<Sighting, Sighting>();
  const notes: WaiverNote[] = [];
  for (const waiver of waivers) {
    const note = (kind: WaiverNote['kind'], message: string): void => {
      notes.push({ kind, message, start: waiver.at.start, end: waiver.at.end });
    };
    if (waiver.fault !== undefined || waiver.codes.length === 0 || waiver.reason.trim() === '') {
      note(
        'faulty',
        `this waiver is not heard: ${waiver.fault ?? (waiver.codes.length === 0 ? 'it names no rule' : 'it gives no reason')}`,
      );
      continue;
    }
    for (const code of waiver.codes) if (!known.has(code)) note('unknown', `no rule has the code ${code}${hint(code, known)}`);
    if (waiver.until !== undefined && !isDate(waiver.until)) {
      note('faulty', `this waiver is not heard: ${waiver.until} is no date`);
      continue;
    }
    if (waiver.until !== undefined && waiver.until < today) {
      note('expired', `the waiver of ${waiver.codes.join(', ')} ended with ${waiver.until}`);
      continue;
    }
    const { reason, by, until } = waiver;
    const given = { reason, ...(by === undefined ? {} : { by }), ...(until === undefined ? {} : { until }) };
    for (const code of waiver.codes) {
      let used = false;
      for (const each of sightings) {
        if (each.match.rule.code !== code || !covers(waiver, each)) continue;
        used = true;
        if (!waived.has(each)) waived.set(each, { ...each, waived: given });
      }
      // A rule that is switched off finds nothing: that is not the waiver's mistake.
      if (used || !known.has(code) || levels[code] === 'off') continue;
      const whole = sightings.some(({ match }) => match.rule.code === code && match.subject.clause === null);
      note(
        'unused',
        whole
          ? `${code} is about the whole draft: waive it with treatylint-disable-file`
          : `${code} finds nothing here: the waiver can go`,
      );
    }
  }
  return { sightings: sightings.map((each) => waived.get(each) ?? each), notes };
}

/** A finding about the whole document is waived for the file only. */
function covers({ form, covers: span }: Settings['waivers'][number], { start, match }: Sighting): boolean {
  if (form === 'file') return true;
  return match.subject.clause !== null && start >= span.start && start < span.end;
}

function isDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
