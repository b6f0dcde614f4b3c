import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import type { RuleCard } from '#report';

/** Codes of rules inside a waiver comment, before its colon; nothing anywhere else. */
export function completionsAt(before: string, cards: readonly RuleCard[]): CompletionItem[] {
  const begin = before.lastIndexOf('<!--');
  if (begin < 0) return [];
  const comment = before.slice(begin + 4);
  if (!/^\s*treatylint-(?:disable|enable)\S*\s/.test(comment) || comment.includes(':') || comment.includes('-->')) return [];
  return cards.map(({ code, name, title }) => ({
    label: code,
    kind: CompletionItemKind.EnumMember,
    detail: name,
    documentation: title,
    filterText: `${code} ${name}`,
    insertText: code,
  }));
}
