import { createHash } from 'node:crypto';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  type FullDocumentDiagnosticReport,
  type InitializeParams,
  type Location,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  type TextEdit,
  type UnchangedDocumentDiagnosticReport,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Fault } from '#base';
import type { Clause } from '#clauses';
import { actionsAt, EXPLAIN } from './actions.ts';
import { completionsAt } from './completion.ts';
import type { Desk, Drafted } from './desk.ts';
import { diagnosticsOf, faultOf, uriOf } from './diagnostics.ts';
import { hoverAt } from './hover.ts';
import { mentionsOf, numberOf, occurrencesOf, termAt, unitAt } from './names.ts';
import { foldsOf, hintsOf, linksOf, symbolsOf } from './outline.ts';
import { type Encoding, Text } from './text.ts';

/** Silence after a keystroke before findings are pushed: milliseconds. */
const SILENCE = 120;

type Report = FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport;

/** Serves one editor until the connection ends. */
export function serve(connection: Connection, desk: Desk): void {
  const texts = new Map<string, Text>();
  const timers = new Map<string, NodeJS.Timeout>();
  /** Configuration files whose faults are shown. */
  let faulty = new Set<string>();
  let encoding: Encoding = 'utf-16';
  let pulls = false;
  let refreshes = false;
  let watches = false;
  let versions = false;
  let shows = false;

  connection.onInitialize((params: InitializeParams) => {
    const { general, textDocument, workspace, window } = params.capabilities;
    const wanted = general?.positionEncodings ?? [];
    // What the client would rather have, of what both know; UTF-16 is what treatylint itself counts in.
    encoding = wanted.find((each): each is Encoding => each === 'utf-16' || each === 'utf-8') ?? 'utf-16';
    pulls = textDocument?.diagnostic !== undefined;
    refreshes = workspace?.diagnostics?.refreshSupport === true;
    watches = workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    versions = workspace?.workspaceEdit?.documentChanges === true;
    shows = window?.showDocument?.support === true;
    const roots = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    desk.folders(roots.filter((uri) => uri.startsWith('file:')).map((uri) => fileURLToPath(uri)));
    return {
      serverInfo: { name: 'treatylint', version: desk.version },
      capabilities: {
        positionEncoding: encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        diagnosticProvider: { identifier: 'treatylint', interFileDependencies: true, workspaceDiagnostics: true },
        codeActionProvider: { codeActionKinds: ['quickfix'] },
        executeCommandProvider: { commands: [EXPLAIN] },
        hoverProvider: true,
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        renameProvider: { prepareProvider: true },
        documentLinkProvider: {},
        inlayHintProvider: true,
        completionProvider: { triggerCharacters: [' ', ','] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(() => {
    if (!watches) return;
    const globs = ['**/treatylint.config.{json,yaml,yml}', '**/*.{md,markdown}', '**/rule.json'];
    asked(
      connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: globs.map((globPattern) => ({ globPattern })),
      }),
    );
  });

  /** Path of a document; one that was never saved has that of its name. */
  const pathOf = (uri: string): string =>
    uri.startsWith('file:') ? fileURLToPath(uri) : `/${uri.replaceAll(/[^\w.-]+/g, '-').replace(/(?:\.md)?$/, '.md')}`;

  /** A document with all that was read and found; null where it is not open. A request that is no longer wanted ends here. */
  async function draftedOf(
    uri: string,
    token?: CancellationToken,
  ): Promise<{ readonly text: Text; readonly drafted: Drafted } | null> {
    const text = texts.get(uri);
    if (!text) return null;
    // What has arrived already is heard first: a newer change, or a cancellation.
    await new Promise((done) => setImmediate(done));
    const wanted = (): void => {
      if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    };
    wanted();
    const { version } = text;
    const drafted = await desk.lint(pathOf(uri));
    wanted();
    if (text.version !== version && token) throw new ResponseError(LSPErrorCodes.ContentModified, 'the draft has changed');
    tellFaults(drafted.faults);
    return { text, drafted };
  }

  /** Faults of configuration files under their own lines. */
  function tellFaults(faults: readonly Fault[]): void {
    const files = new Map<string, Diagnostic[]>();
    for (const fault of faults) {
      const blank = new Text(uriOf(fault.file), 0, '\n'.repeat(fault.line ?? 0), 'utf-16');
      const { range: _, ...rest } = faultOf(fault, blank);
      const place = { line: (fault.line ?? 1) - 1, character: (fault.column ?? 1) - 1 };
      files.set(fault.file, [
        ...(files.get(fault.file) ?? []),
        { range: { start: place, end: { ...place, character: place.character + 1 } }, ...rest },
      ]);
    }
    for (const file of faulty) if (!files.has(file)) void connection.sendDiagnostics({ uri: uriOf(file), diagnostics: [] });
    for (const [file, diagnostics] of files) void connection.sendDiagnostics({ uri: uriOf(file), diagnostics });
    faulty = new Set(files.keys());
  }

  async function push(uri: string): Promise<void> {
    try {
      const found = await draftedOf(uri);
      if (!found || !texts.has(uri)) return;
      const { text, drafted } = found;
      void connection.sendDiagnostics({ uri, version: text.version, diagnostics: diagnosticsOf(drafted, text, desk) });
    } catch (error) {
      connection.console.error(`treatylint: ${(error as Error).stack}`);
    }
  }

  /** Pushes soon, unless the client asks by itself. */
  function soon(uri: string, wait: number): void {
    if (pulls) return;
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => {
        timers.delete(uri);
        void push(uri);
      }, wait),
    );
  }

  function again(): void {
    for (const uri of texts.keys()) soon(uri, SILENCE);
    if (pulls && refreshes) asked(connection.languages.diagnostics.refresh());
  }

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    texts.set(uri, new Text(uri, version, text, encoding));
    desk.open(pathOf(uri), text);
    soon(uri, 0);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const text = texts.get(uri);
    if (!text) return;
    text.change(contentChanges, version);
    desk.open(pathOf(uri), text.text);
    soon(uri, SILENCE);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    texts.delete(uri);
    clearTimeout(timers.get(uri));
    desk.open(pathOf(uri), null);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => !/\.(?:md|markdown)$/i.test(uri))) desk.renew();
    again();
  });
  connection.onDidChangeConfiguration(() => {
    desk.renew();
    again();
  });

  const report = (diagnostics: Diagnostic[], before: string | undefined): Report => {
    const resultId = createHash('sha1').update(JSON.stringify(diagnostics)).digest('hex');
    return resultId === before
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnostics };
  };
  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    const found = await draftedOf(uri, token);
    return report(found ? diagnosticsOf(found.drafted, found.text, desk) : [], previousResultId);
  });
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token) => {
    const items = [];
    for (const path of await desk.drafts()) {
      await new Promise((done) => setImmediate(done));
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      const uri = pathToFileURL(path).href;
      const drafted = await desk.lint(path);
      const text = texts.get(uri) ?? new Text(uri, 0, drafted.linted.text, encoding);
      const before = previousResultIds.find((each) => each.uri === uri)?.value;
      items.push({ uri, version: texts.has(uri) ? text.version : null, ...report(diagnosticsOf(drafted, text, desk), before) });
    }
    return { items };
  });

  const edited = (text: Text, edits: readonly TextEdit[]): WorkspaceEdit =>
    versions
      ? { documentChanges: [{ textDocument: { uri: text.uri, version: text.version }, edits: [...edits] }] }
      : { changes: { [text.uri]: [...edits] } };

  connection.onCodeAction(async ({ textDocument: { uri }, range, context }, token) => {
    const found = await draftedOf(uri, token);
    if (!found) return [];
    const { text, drafted } = found;
    const at = { start: text.offset(range.start), end: text.offset(range.end) };
    return actionsAt(drafted, text, at, context.diagnostics, (edits) => edited(text, edits));
  });
  connection.onExecuteCommand(async ({ command, arguments: [code] = [] }) => {
    const page = command === EXPLAIN && typeof code === 'string' ? desk.page(code) : null;
    if (page === null) return null;
    const uri = pathToFileURL(page).href;
    asked(shows ? connection.window.showDocument({ uri, takeFocus: true }) : connection.window.showInformationMessage(page));
    return uri;
  });
  connection.onHover(async ({ textDocument: { uri }, position }, token) => {
    const found = await draftedOf(uri, token);
    return found ? hoverAt(found.drafted, found.text, found.text.offset(position), desk.cards()) : null;
  });
  connection.onCompletion(({ textDocument: { uri }, position }) => {
    const text = texts.get(uri);
    if (!text) return [];
    const offset = text.offset(position);
    return completionsAt(text.text.slice(Math.max(0, offset - 400), offset), desk.cards());
  });

  /** What needs nothing but the reading of an open draft. */
  async function read<Given>(
    uri: string,
    token: CancellationToken,
    use: (reading: NonNullable<Drafted['reading']>, text: Text) => Given,
  ): Promise<Given | null> {
    const found = await draftedOf(uri, token);
    return found?.drafted.reading ? use(found.drafted.reading, found.text) : null;
  }
  connection.onDocumentSymbol(({ textDocument: { uri } }, token) => read(uri, token, symbolsOf));
  connection.onFoldingRanges(({ textDocument: { uri } }, token) => read(uri, token, foldsOf));
  connection.onDocumentLinks(({ textDocument: { uri } }, token) => read(uri, token, linksOf));
  connection.languages.inlayHint.on(({ textDocument: { uri } }, token) => read(uri, token, hintsOf));

  connection.onDefinition(({ textDocument: { uri }, position }, token) =>
    read(uri, token, (reading, text): Location | null => {
      const offset = text.offset(position);
      const unit = mentionsOf(reading).find(({ start, end }) => start <= offset && offset <= end);
      const term = unit ? null : termAt(reading, offset);
      const at = unit ? { start: unit.clause.span.start, end: unit.clause.span.start } : (term?.at ?? null);
      return at && { uri, range: text.range(at) };
    }),
  );
  /** Every place of the name at an offset: of a term its words, of a unit its references, and its own number first. */
  const placesOf = (reading: NonNullable<Drafted['reading']>, offset: number, numbers: boolean) => {
    const clause = unitAt(reading, offset);
    if (clause) {
      const own = numberOf(reading, clause);
      const mentions = mentionsOf(reading).filter(
        (mention) => mention.clause === clause || (numbers && isUnder(mention.clause, clause)),
      );
      const spans = mentions.flatMap((mention) =>
        numbers ? (mention.number ?? []) : { start: mention.start, end: mention.end },
      );
      return { own, spans };
    }
    const term = termAt(reading, offset);
    return term ? { own: null, spans: occurrencesOf(reading, term) } : null;
  };
  connection.onReferences(({ textDocument: { uri }, position, context }, token) =>
    read(uri, token, (reading, text): Location[] => {
      const places = placesOf(reading, text.offset(position), false);
      const spans = places ? [...(places.own && context.includeDeclaration ? [places.own] : []), ...places.spans] : [];
      return spans.map((span) => ({ uri, range: text.range(span) }));
    }),
  );
  connection.onPrepareRename(({ textDocument: { uri }, position }, token) =>
    read(uri, token, (reading, text) => {
      const offset = text.offset(position);
      const places = placesOf(reading, offset, true);
      const here =
        places &&
        [...(places.own ? [places.own] : []), ...places.spans].find(({ start, end }) => start <= offset && offset <= end);
      return here ? text.range(here) : null;
    }),
  );
  connection.onRenameRequest(({ textDocument: { uri }, position, newName }, token) =>
    read(uri, token, (reading, text): WorkspaceEdit => {
      const offset = text.offset(position);
      const places = placesOf(reading, offset, true);
      if (!places) throw new ResponseError(LSPErrorCodes.RequestFailed, 'no defined term and no numbered article stands here');
      const term = unitAt(reading, offset) ? null : termAt(reading, offset);
      if (!term && !/^[\p{L}\d]{1,6}$/u.test(newName))
        throw new ResponseError(LSPErrorCodes.RequestFailed, `"${newName}" is no number of an article`);
      const spans = [...(places.own ? [places.own] : []), ...places.spans];
      const plural = (words: string): string => (term && words === `${term.term}s` ? 's' : '');
      return edited(
        text,
        spans.map((span) => ({ range: text.range(span), newText: newName + plural(text.text.slice(span.start, span.end)) })),
      );
    }),
  );

  connection.listen();
}

/** Whether a unit lies inside another. */
function isUnder(clause: Clause, above: Clause): boolean {
  return clause.parent !== null && (clause.parent === above || isUnder(clause.parent, above));
}

/** An editor that cannot do what it is asked says so with an error: the server goes on without it. */
function asked(request: unknown): void {
  if (request instanceof Promise) request.catch(() => undefined);
}
