/**
 * The extension: starts the server of treatylint for Markdown, and nothing else. What is shown, and how, is the server's and the client
 * library's affair.
 */
import { commands, window, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/node';
import { serverCommand } from './server-command.js';

/** @type {LanguageClient | undefined} */
let client;

/** @param {import('vscode').ExtensionContext} context */
export async function activate(context) {
  context.subscriptions.push(commands.registerCommand('treatylint.restart', restart));
  await start();
}

export async function deactivate() {
  await client?.stop();
  client = undefined;
}

async function start() {
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath;
  const { command, args, options } = serverCommand(workspace.getConfiguration('treatylint').get('command'), folder, process.platform);
  client = new LanguageClient(
    'treatylint',
    'treatylint',
    { command, args, options },
    { documentSelector: [{ scheme: 'file', language: 'markdown' }] },
  );
  try {
    await client.start();
  } catch (error) {
    const words = [command, ...args].join(' ');
    window.showErrorMessage(
      `treatylint could not be started with “${words}”: ${error instanceof Error ? error.message : String(error)}. Install it in the workspace, or set treatylint.command.`,
    );
  }
}

async function restart() {
  await deactivate();
  await start();
}
