import type { Subject } from '#base';
import { type ClauseReading, clauseReadings } from './facts-data.ts';
import type { Facts } from './index.ts';
import { plainSubject } from './subjects/trait.ts';

/**
 * The facts of a draft as a lawyer or an engineer reads them (`inspect --after facts`): kind, parties, every finite clause with who owes
 * what by when, the trigger groups and gates, then each subject that rules judge with its facts and words.
 */
export function printFacts({ reading, subjects }: Facts): string {
  const lines = [
    `kind ${reading.kind}${reading.kindSure ? '' : ' (uncertain)'} · style ${reading.style} (score ${reading.vote.score})${reading.roles.mutual ? ' · every party guards and is guarded' : ''}`,
  ];
  for (const party of reading.roles.parties)
    lines.push(`party ${party.name}${party.roles.length > 0 ? ` · ${party.roles.join(', ')}` : ''}`);
  for (const group of reading.groups)
    lines.push(
      `trigger group ${group.id} · stated in ${group.clause.label || '(document)'} · answered in ${group.articles.map((article) => article.label || '(document)').join(', ')}`,
    );
  lines.push('', 'CLAUSES');
  for (const clause of clauseReadings(reading)) lines.push(...printClause(clause));
  lines.push('', 'GATES');
  for (const gate of reading.gates)
    lines.push(
      `${gate.id}  ${gate.proposition.clause.label || '(document)'} · ${gate.type} · ${gate.holder ? `${gate.holder.who} ${gate.holder.name}`.trim() : 'nobody named'} · quorum ${gate.quorum} · controls ${gate.controls} · silence ${gate.silence}${gate.bounded ? ' · bounded' : ''}${gate.group ? ` · group ${gate.group.id}` : ''}`,
      `  “${quote(reading.outline.text, { span: { start: gate.sentence.tokens[gate.at.from]!.start, end: gate.sentence.tokens[gate.at.to - 1]!.end } })}”`,
    );
  lines.push('', 'SUBJECTS');
  for (const subject of subjects.map(plainSubject)) {
    const { facts, marks } = subject;
    lines.push(
      '',
      `${subject.id}  ${subject.clause ?? '(document)'}${subject.group ? ` · group ${subject.group}` : ''} · ${subject.confidence}`,
    );
    lines.push(`  “${quote(reading.outline.text, subject)}”`);
    const shown = Object.entries(facts).filter(
      ([, value]) => value !== '' && value !== false && value !== -1 && !(Array.isArray(value) && value.length === 0),
    );
    lines.push(
      `  ${shown.map(([name, value]) => (value === true ? name : `${name}: ${Array.isArray(value) ? value.join(' | ') : value}`)).join(' · ')}`,
    );
    for (const [name, mark] of Object.entries(marks)) lines.push(`  ${name} = “${quote(reading.outline.text, { span: mark })}”`);
  }
  return `${lines.join('\n')}\n`;
}

function printClause(clause: ClauseReading): string[] {
  const time =
    clause.deadline.kind === 'none'
      ? ''
      : ` · ${clause.deadline.kind}${clause.deadline.hours === null ? '' : ` ${clause.deadline.hours} h from ${clause.deadline.clock}`}${clause.deadline.words ? ` “${clause.deadline.words}”` : ''}`;
  const notes = [
    clause.role === 'main' ? '' : clause.role,
    clause.core ? 'core' : '',
    clause.group ? `group ${clause.group}` : '',
  ].filter(Boolean);
  const lines = [
    `${clause.clause ?? '(document)'} [${clause.context}] “${short(clause.words)}”`,
    `    ${clause.actor} (${clause.mode}) “${clause.actorWords}” · force ${clause.force} ${clause.polarity} · ${clause.verb} = ${clause.action}/${clause.actionClass}${time}${notes.length > 0 ? ` · ${notes.join(' · ')}` : ''}`,
  ];
  for (const condition of clause.conditions) lines.push(`    ${condition.kind}: “${short(condition.words)}”`);
  return lines;
}

function short(words: string): string {
  return words.length > 150 ? `${words.slice(0, 147)}…` : words;
}

function quote(text: string, { span }: Pick<Subject, 'span'>): string {
  return short(text.slice(span.start, span.end).replace(/\s+/g, ' '));
}
