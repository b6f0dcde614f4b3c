import type { Subject } from '#base';
import type { Facts } from './index.ts';

/** The facts of a draft as a lawyer or an engineer reads them: kind, parties, then each subject with its words. For `inspect`. */
export function printFacts(facts: Pick<Facts, 'reading' | 'subjects'>): string {
  const { reading, subjects } = facts;
  const lines = [
    `kind ${reading.kind}${reading.kindSure ? '' : ' (uncertain)'} · style ${reading.style} (score ${reading.vote.score})`,
  ];
  for (const party of reading.roles.parties)
    lines.push(`party ${party.name}${party.roles.length > 0 ? ` · ${party.roles.join(', ')}` : ''}`);
  for (const subject of subjects) {
    lines.push(
      '',
      `${subject.id}  ${subject.clause ?? '(document)'}${subject.group ? ` · group ${subject.group}` : ''} · ${subject.confidence}`,
    );
    lines.push(`  “${quote(reading.outline.text, subject)}”`);
    const shown = Object.entries(subject.facts).filter(
      ([, value]) => value !== '' && value !== false && value !== -1 && !(Array.isArray(value) && value.length === 0),
    );
    lines.push(
      `  ${shown.map(([name, value]) => (value === true ? name : `${name}: ${Array.isArray(value) ? value.join(' | ') : value}`)).join(' · ')}`,
    );
    for (const [name, mark] of Object.entries(subject.marks))
      lines.push(`  ${name} = “${quote(reading.outline.text, { span: mark })}”`);
  }
  return `${lines.join('\n')}\n`;
}

function quote(text: string, { span }: Pick<Subject, 'span'>): string {
  const words = text.slice(span.start, span.end).replace(/\s+/g, ' ');
  return words.length > 160 ? `${words.slice(0, 157)}…` : words;
}
