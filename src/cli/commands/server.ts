import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createConnection } from 'vscode-languageserver/node.js';
import type { Severity } from '#base';
import { DEFAULT_MAX_BYTES, type DraftPath, decodeDraft, findDrafts, packageFolder, type Read, readDraft } from '#disk';
import type { LintedDraft } from '#report';
import { type Desk, serve } from '#server';
import { cardsOf, type Opened, openEngine } from '../engine.ts';
import { lintDrafts } from '../lint-drafts.ts';
import { Memory } from '../memory.ts';
import { complain, divert, EXIT } from '../output.ts';
import { makePlans } from '../plans.ts';
import { settleBaselines } from '../settle-baselines.ts';
import { VERSION } from '../version.ts';

/** `treatylint server --stdio`: serves an editor over standard input and output until it says goodbye. */
export async function server(flags: { readonly stdio?: boolean }): Promise<number> {
  if (!flags.stdio) {
    complain([
      { file: 'server', pointer: '', message: 'say --stdio: an editor starts it and speaks over standard input and output' },
    ]);
    return EXIT.faults;
  }
  // Standard output belongs to the protocol; what drafts give wrong reaches the editor as diagnostics.
  divert(() => undefined);
  // The library ends the program with the connection: at `exit`, when the editor closes the pipe, and when it is gone.
  serve(createConnection(process.stdin, process.stdout), makeDesk());
  return new Promise(() => undefined);
}

function makeDesk(): Desk {
  const cwd = process.cwd();
  const texts = new Map<string, string>();
  const pages = new Map<string, string | null>();
  let folders: readonly string[] = [];
  let memory = new Memory({ readings: true });
  let opened: Promise<Opened> | null = null;
  let cards: Opened['cards'] = [];
  /** One at a time: the second asks for what the first has just kept. */
  let queue: Promise<unknown> = Promise.resolve();

  const read = (draft: DraftPath): Read => {
    const text = texts.get(draft.absolute);
    if (text === undefined) return readDraft(draft.absolute, DEFAULT_MAX_BYTES);
    // A paste beyond what is read from disk would hold the editor up.
    return Buffer.byteLength(text) > DEFAULT_MAX_BYTES ? decodeDraft(Buffer.from(text), DEFAULT_MAX_BYTES) : { text };
  };

  const find = async (): Promise<DraftPath[]> => {
    const found = await findDrafts(folders, cwd);
    return found.drafts.map(({ absolute }) => ({ path: absolute, absolute }));
  };

  const lint: Desk['lint'] = async (path) => {
    opened ??= openEngine(undefined);
    const { engine, book } = await opened;
    if (engine === null) throw new Error('the rule book that ships is faulty');
    const plans = makePlans({}, book, cwd);
    const own: DraftPath = { path, absolute: path };
    const faults = [...(await plans.open([own]))];
    cards = cardsOf([...book.rules, ...plans.all().flatMap((configuration) => configuration.rules)]);
    const request = {
      engine,
      plans,
      inlineConfig: true,
      commanded: {},
      packages: [],
      cwd,
      memory,
      read: async (draft: DraftPath) => read(draft),
    };
    let drafts = [own];
    let linted = await lintDrafts(drafts, request);
    const plan = plans.of(path);
    const readingOf = (draft: DraftPath) => {
      const text = read(draft);
      return 'text' in text && plan ? (memory.reading(draft, text.text, engine.changed(plan.change)) ?? null) : null;
    };
    const name = readingOf(own)?.frontMatter.package;
    if (name !== undefined) {
      // Sisters name the package too: the others need not be read.
      const sisters = (await find()).filter((draft) => {
        const text = draft.absolute === path ? { text: '' } : read(draft);
        return 'text' in text && text.text.includes(name);
      });
      drafts = [...sisters, ...(sisters.some(({ absolute }) => absolute === path) ? [] : [own])].map((draft) =>
        draft.absolute === path ? own : draft,
      );
      faults.push(...(await plans.open(drafts)));
      linted = await lintDrafts(drafts, request);
    }
    const { drafts: settled } = await settleBaselines(linted, plans, {}, cwd);
    const result = settled.find((draft) => draft.path === path)!;
    const least = rank(plan?.minLevel ?? 'info');
    return {
      linted: { ...result, findings: result.findings.filter(({ severity }) => rank(severity) >= least) } satisfies LintedDraft,
      reading: readingOf(own),
      faults: faults.map((fault) => ({ ...fault, file: resolve(cwd, fault.file) })),
    };
  };

  return {
    version: VERSION,
    lint(path) {
      const next = queue.then(() => lint(path));
      queue = next.catch(() => undefined);
      return next;
    },
    drafts: async () => (await find()).map(({ absolute }) => absolute),
    open(path, text) {
      if (text === null) texts.delete(path);
      else texts.set(path, text);
    },
    folders(paths) {
      folders = paths;
    },
    renew() {
      opened = null;
      memory = new Memory({ readings: true });
    },
    cards: () => cards,
    page(code) {
      const known = pages.get(code);
      if (known !== undefined) return known;
      const file = /^[A-Z]{3}\d{3}$/.test(code) ? join(packageFolder(), 'rules', code, 'README.md') : '';
      const page = file !== '' && existsSync(file) ? file : null;
      pages.set(code, page);
      return page;
    },
  };
}

function rank(severity: Severity): number {
  return severity === 'error' ? 2 : severity === 'warning' ? 1 : 0;
}
