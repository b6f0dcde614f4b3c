import { said } from './said.ts';
import type { Phrases } from './types.ts';

/** Sentences with what was found in their words, for a person to check (`inspect --after phrases`). */
export function printPhrases(phrases: Phrases): string {
  const lines: string[] = [];
  for (const sentence of phrases.sentences) {
    lines.push(
      `${sentence.clause.label || '(document)'}  [${sentence.context}]  ${said(sentence, { from: sentence.own, to: sentence.tokens.length })}`,
    );
    for (const modal of sentence.modals)
      lines.push(`    modal ${modal.force} ${modal.kind}${modal.negated ? ' negated' : ''}: ${said(sentence, modal)}`);
    for (const time of sentence.times)
      lines.push(
        `    time ${time.kind} ${time.value ?? time.date ?? ''} ${time.unit ?? ''} from ${time.clock}: ${said(sentence, time)}`,
      );
    for (const reference of sentence.references)
      lines.push(
        `    reference ${reference.unit} ${reference.path.join('.')} (${reference.target}): ${said(sentence, reference)}`,
      );
    for (const hit of sentence.hits) lines.push(`    ${hit.lexicon}${hit.tag ? ` ${hit.tag}` : ''}: ${said(sentence, hit)}`);
  }
  for (const definition of phrases.definitions)
    lines.push(`term "${definition.term}" (${definition.form}): ${definition.meaningText}`);
  return `${lines.join('\n')}\n`;
}
