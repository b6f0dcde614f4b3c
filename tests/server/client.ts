import { spawn } from 'node:child_process';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node.js';
import { root } from '../book.ts';

/** The built server with an editor's end of the connection. */
export interface Client {
  readonly connection: MessageConnection;
  /** What `initialize` gave. */
  readonly capabilities: Record<string, unknown>;
  ask<Result>(method: string, params: object): Promise<Result>;
  tell(method: string, params: object): Promise<void>;
  /** The next notification of a method that fits. */
  heard<Params>(method: string, fits: (params: Params) => boolean): Promise<Params>;
  /** Shuts down and gives the exit code. */
  end(): Promise<number | null>;
  /** Closes the pipe, as an editor that was killed; gives the exit code. */
  vanish(): Promise<number | null>;
}

/** @param answer what the editor says to the server's own requests. */
export async function startServer(folder: string, capabilities: object, answer: () => unknown = () => null): Promise<Client> {
  const child = spawn(process.execPath, [`${root}dist/treatylint.js`, 'server', '--stdio'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH },
  });
  const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const kept: { readonly method: string; readonly params: unknown }[] = [];
  let wake = (): void => undefined;
  connection.onNotification((method, params) => {
    kept.push({ method, params });
    wake();
  });
  connection.onRequest(answer as () => null);
  connection.listen();
  const ended = new Promise<number | null>((done) => {
    child.on('exit', done);
  });
  const uri = `file://${folder}`;
  const given = await connection.sendRequest<{ capabilities: Record<string, unknown> }>('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'drafts' }],
    capabilities,
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    capabilities: given.capabilities,
    ask: (method, params) => connection.sendRequest(method, params),
    tell: (method, params) => connection.sendNotification(method, params),
    async heard<Params>(method: string, fits: (params: Params) => boolean) {
      for (;;) {
        const at = kept.findIndex((each) => each.method === method && fits(each.params as Params));
        if (at >= 0) return kept.splice(at, 1)[0]!.params as Params;
        await new Promise<void>((done) => {
          wake = done;
        });
      }
    },
    vanish() {
      child.stdin.end();
      return ended;
    },
    async end() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      return ended;
    },
  };
}
