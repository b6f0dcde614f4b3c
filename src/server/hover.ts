import { type Hover, MarkupKind } from 'vscode-languageserver';
import { type ClauseReading, clauseReadings } from '#facts';
import type { DraftReading } from '#lint';
import type { RuleCard } from '#report';
import type { Drafted } from './desk.ts';
import { openOf } from './diagnostics.ts';
import { occurrencesOf, termAt } from './names.ts';
import type { Text } from './text.ts';

/** What is known of a place: the findings on its words with their why, the definition of its term, the duty as it was read. */
export function hoverAt({ linted, reading }: Drafted, text: Text, offset: number, cards: readonly RuleCard[]): Hover | null {
  const at = openOf(linted.findings).filter(({ start, end }) => start <= offset && offset <= end);
  const parts = at.map((finding) => {
    const why = finding.why || (cards.find(({ code }) => code === finding.code)?.why ?? '');
    return [
      `**${finding.code} ${finding.name}**`,
      plain(finding.message),
      `*Why:* ${plain(why)}`,
      `*What to do:* ${plain(finding.remedy)}`,
    ].join('\n\n');
  });
  let range = at[0] ? { start: at[0].start, end: at[0].end } : null;
  const term = reading ? termAt(reading, offset) : null;
  if (reading && term) {
    parts.push(
      `**${plain(term.term)}** (${plain(term.clause.label || 'the draft')}): ${plain(term.meaningText || 'defined by its use there')}`,
    );
    range ??= occurrencesOf(reading, term).find(({ start, end }) => start <= offset && offset <= end) ?? null;
  }
  const duty = reading ? dutyAt(reading, offset) : null;
  if (duty) {
    parts.push(dutyWords(duty, reading!));
    range ??= { start: duty.start, end: duty.end };
  }
  if (parts.length === 0 || range === null) return null;
  return { contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') }, range: text.range(range) };
}

/** The narrowest clause around a place that owes, bans, permits or effects something. */
function dutyAt(reading: DraftReading, offset: number): ClauseReading | null {
  const around = clauseReadings(reading.facts.reading).filter(
    ({ start, end, polarity, modal }) => start <= offset && offset <= end && polarity !== 'definition' && modal !== '',
  );
  return around.sort((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null;
}

function dutyWords(duty: ClauseReading, reading: DraftReading): string {
  const { deadline } = duty;
  const group = reading.facts.reading.groups.find(({ id }) => id === duty.group);
  const trigger = group?.triggers[0];
  const words = trigger
    ? trigger.sentence.tokens
        .slice(trigger.at.from, trigger.at.to)
        .map(({ raw }) => raw)
        .join(' ')
    : '';
  const time = deadline.words === '' ? '' : ` “${plain(deadline.words)}”`;
  return [
    `**${duty.core ? 'Core duty' : 'Clause'} as read**`,
    `- actor: ${plain(duty.actorWords || duty.actor)} (${duty.actor.split(':')[0]}, ${duty.mode})`,
    `- force: ${duty.force} of 9, by “${plain(duty.modal)}” (${duty.polarity})`,
    `- trigger: ${group ? `${plain(words)} (${group.class}, ${plain(group.clause.label)})` : 'none'}`,
    `- deadline: ${deadline.kind}${time}${deadline.hours === null ? '' : `, ${deadline.hours} hours`}`,
  ].join('\n');
}

/** Words of a draft as plain words of Markdown. */
function plain(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>|#]/g, '\\$&');
}
