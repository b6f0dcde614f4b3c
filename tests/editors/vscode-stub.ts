/**
 * As much of VS Code's API as an extension needs to start a language server: what it registers does nothing, what it asks for is empty.
 * Whatever is not named here is a name that may be called, constructed, extended and read for ever.
 */
export interface VSCode {
  /** For `require('vscode')`. */
  readonly api: object;
  readonly commands: Map<string, (...words: unknown[]) => unknown>;
  /** What the extension told its user. */
  readonly errors: string[];
}

export function stubVSCode(folder: string, settings: Readonly<Record<string, unknown>>): VSCode {
  const commands = new Map<string, (...words: unknown[]) => unknown>();
  const errors: string[] = [];
  const api = {
    version: '1.99.0',
    commands: {
      registerCommand(name: string, run: (...words: unknown[]) => unknown) {
        commands.set(name, run);
        return { dispose: () => commands.delete(name) };
      },
    },
    window: {
      createOutputChannel: () => ({ append: nothing, appendLine: nothing, show: nothing, dispose: nothing }),
      showErrorMessage: (words: string) => errors.push(words),
      visibleTextEditors: [],
      tabGroups: { all: [], onDidChangeTabs: listen },
    },
    workspace: {
      workspaceFolders: [{ name: 'drafts', index: 0, uri: uri(folder) }],
      textDocuments: [],
      notebookDocuments: [],
      getConfiguration: () => ({ get: (name: string) => settings[name], inspect: nothing }),
    },
    env: { language: 'en', appName: 'test' },
    Uri: { parse: uri, file: uri },
    EventEmitter,
    CancellationTokenSource,
  };
  return { api: open(api), commands, errors };
}

const nothing = (): undefined => undefined;
const listen = () => ({ dispose: nothing });

class EventEmitter {
  readonly #heard = new Set<(value: unknown) => void>();
  readonly event = (tell: (value: unknown) => void): { dispose(): void } => {
    this.#heard.add(tell);
    return { dispose: () => this.#heard.delete(tell) };
  };
  fire(value: unknown): void {
    for (const tell of this.#heard) tell(value);
  }
  dispose(): void {
    this.#heard.clear();
  }
}

class CancellationTokenSource {
  readonly token = { isCancellationRequested: false, onCancellationRequested: listen };
  cancel = nothing;
  dispose = nothing;
}

function uri(path: string): object {
  const plain = path.replace(/^file:\/\//, '');
  return { scheme: 'file', fsPath: plain, path: plain, toString: () => `file://${plain}` };
}

/** An object that has what it is given and, under every other name, something that can be used in any way. */
function open(known: object): object {
  return new Proxy(known, {
    get(target, name) {
      if (typeof name === 'symbol') return Reflect.get(target, name);
      const value: unknown = Reflect.get(target, name);
      if (value !== undefined) return isPlain(value) ? open(value) : value;
      return anything();
    },
  });
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function anything(): unknown {
  class Anything {
    dispose(): void {
      return;
    }
  }
  return new Proxy(Anything, {
    get(target, name) {
      if (typeof name === 'symbol' || name === 'prototype') return Reflect.get(target, name);
      return name === 'then' ? undefined : anything();
    },
    apply: () => ({ dispose: nothing }),
  });
}
