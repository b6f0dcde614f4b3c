import type { Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { Span } from '#base';
import { keepInline } from './keep-inline.ts';
import { parseSparingly } from './plain-blocks.ts';

/** A draft as Markdown. Offsets in `tree` are offsets into `text`. */
export interface ParsedDraft {
  /** The draft without its byte order mark. */
  readonly text: string;
  readonly tree: Root;
  readonly frontMatter: { readonly yaml: string; readonly at: Span } | null;
}

/** Tables, footnotes and strikethrough, each singly: GFM's autolinks alone halve the parser's speed, and a treaty has none. */
function draftMarkdown(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    gfmTable(),
    gfmFootnote(),
    gfmStrikethrough({ singleTilde: false }),
  ];
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    gfmTableFromMarkdown(),
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
  ];
}

const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(draftMarkdown).freeze();

/** A line of no-break spaces only, as copied from a web page: blank to a reader, so blank to the parser. Lengths stay the same. */
const blankLine = /^[ \t]*\u00a0[ \t\u00a0]*$/gm;

/** The tree of a text as the parser gives it, every character asked. */
export function parseMarkdown(text: string): Root {
  return processor.parse(text) as Root;
}

/** Parses a draft. Any text parses. */
export function parseDraft(source: string): ParsedDraft {
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  const tree = parseSparingly(
    keepInline(text).replace(blankLine, (line) => ' '.repeat(line.length)),
    parseMarkdown,
  );
  const first = tree.children[0];
  const frontMatter =
    first?.type === 'yaml' && first.position
      ? { yaml: first.value, at: { start: first.position.start.offset ?? 0, end: first.position.end.offset ?? 0 } }
      : null;
  return { text, tree, frontMatter };
}
