import type { Clause, Outline } from './types.ts';

/** The outline as a person checks it: one line a clause with label, context and first words (`inspect --after clauses`). */
export function printOutline(outline: Outline): string {
  const lines: string[] = [];
  const stack: { clause: Clause; depth: number }[] = [{ clause: outline.root, depth: 0 }];
  while (stack.length > 0) {
    const { clause, depth } = stack.pop()!;
    lines.push(
      `${'  '.repeat(Math.min(depth, 12))}${clause.label || '(document)'}  [${clause.kind}, ${clause.context}]${clause.title ? `  ${clause.title}` : ''}`,
    );
    for (const block of clause.blocks) {
      if (block.kind === 'heading') continue;
      const words = block.text.length > 72 ? `${block.text.slice(0, 71)}…` : block.text;
      const notes = [
        block.kind,
        block.context !== clause.context ? block.context : '',
        block.lead ? 'after its lead-in' : '',
        block.state === 'agreed' ? '' : block.state,
      ].filter(Boolean);
      lines.push(`${'  '.repeat(Math.min(depth, 12))}  | ${words}  (${notes.join(', ')})`);
    }
    for (let i = clause.children.length - 1; i >= 0; i--) stack.push({ clause: clause.children[i]!, depth: depth + 1 });
  }
  return `${lines.join('\n')}\n`;
}
