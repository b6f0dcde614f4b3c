import { outlineData, printOutline } from '#clauses';
import { factsData, printFacts } from '#facts';
import type { readFacts } from '#lint';
import { phrasesData, printPhrases } from '#phrases';
import { visible } from '#report';
import { complain, EXIT, say } from '../output.ts';
import type { ConfigFlags } from '../plans.ts';
import { readDrafts } from './drafts.ts';

/** `treatylint inspect --after ROOM file`: what one room read in a draft, for people or, as JSON, for programs. */
export async function inspect(
  file: string,
  flags: ConfigFlags & { readonly after: string; readonly format: string },
): Promise<number> {
  const { drafts, faults } = await readDrafts([file], flags);
  complain(faults);
  for (const { reading } of drafts) {
    if (flags.format === 'json') {
      say(`${JSON.stringify(data(reading, flags.after), null, 2)}\n`);
      continue;
    }
    const lines = print(reading, flags.after).split(/\r?\n/);
    say(lines.map(visible).join('\n'));
  }
  return faults.length > 0 ? EXIT.faults : EXIT.clean;
}

function print(result: ReturnType<typeof readFacts>, room: string): string {
  switch (room) {
    case 'parse':
      return printTree(result.parsed.tree);
    case 'clauses':
      return printOutline(result.outline);
    case 'phrases':
      return printPhrases(result.phrases);
    default:
      return printFacts(result.facts);
  }
}

function data(result: ReturnType<typeof readFacts>, room: string): unknown {
  switch (room) {
    case 'parse':
      return treeData(result.parsed.tree);
    case 'clauses':
      return outlineData(result.outline);
    case 'phrases':
      return phrasesData(result.phrases);
    default:
      return factsData(result.facts);
  }
}

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly depth?: number | null;
  readonly children?: readonly Node[];
  readonly position?:
    | { readonly start: { readonly offset?: number | undefined }; readonly end: { readonly offset?: number | undefined } }
    | undefined;
}

/** The Markdown tree as plain data; a deep one is cut where its text begins, so that no nesting overflows. */
function treeData(node: Node, level = 0): unknown {
  return {
    type: node.type,
    ...(node.depth ? { depth: node.depth } : {}),
    start: node.position?.start.offset ?? 0,
    end: node.position?.end.offset ?? 0,
    ...(node.value === undefined ? {} : { value: node.value }),
    ...(node.children && level < 200 ? { children: node.children.map((child) => treeData(child, level + 1)) } : {}),
  };
}

/** The Markdown tree, one node a line with its offsets; a text is shown by its first words. */
function printTree(root: Node): string {
  const lines: string[] = [];
  const open: { readonly node: Node; readonly level: number }[] = [{ node: root, level: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, level } = next;
    const words = (node.value ?? '').slice(0, 200).replace(/\s+/g, ' ');
    const shown = node.value === undefined ? '' : `  ${words.length > 72 ? `${words.slice(0, 71)}…` : words}`;
    const { start, end } = node.position ?? { start: {}, end: {} };
    lines.push(
      `${'  '.repeat(Math.min(level, 20))}${node.type}${node.depth ? ` ${node.depth}` : ''} ${start.offset ?? 0}-${end.offset ?? 0}${shown}`,
    );
    for (const child of [...(node.children ?? [])].reverse()) open.push({ node: child, level: level + 1 });
  }
  return `${lines.join('\n')}\n`;
}
