import type { SubjectSpec } from '#base';
import { hint } from './nearest.ts';
import type { Told } from './pointer.ts';
import type { Rule } from './types.ts';

/** Names in braces in a rule's wording: `{talk}` → `talk`. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map((found) => found[1]!);
}

/** Checks that every `{name}` in a rule's wording is a mark or fact of every subject it can be said of. */
export function checkWords(rule: Rule, catalogue: readonly SubjectSpec[], told: Told[]): void {
  const specs = new Map(catalogue.map((spec) => [spec.kind, spec]));
  const seen = new Set<string>();
  const check = (pointer: string, text: string, spec: SubjectSpec | null): void => {
    const tell = (message: string): void => {
      const key = `${pointer} ${message}`;
      if (!seen.has(key)) told.push({ pointer, message });
      seen.add(key);
    };
    if (/[{}]/.test(text.replace(/\{[^{}]*\}/g, ''))) tell('a brace without its other half');
    for (const name of placeholdersIn(text)) {
      if (!spec) tell(`{${name}} is not filled here`);
      else if (
        name !== 'clause' &&
        !Object.hasOwn(spec.marks, name) &&
        !Object.hasOwn(spec.facts, name) &&
        !Object.hasOwn(rule.parameters ?? {}, name)
      )
        tell(
          `a ${spec.kind} has no mark or fact "${name}"${hint(name, ['clause', ...Object.keys(spec.marks), ...Object.keys(spec.facts)])}`,
        );
    }
  };
  check('/why', rule.why, null);
  check('/title', rule.title, null);
  rule.suggestions.forEach((each, index) => {
    check(`/suggestions/${index}/desc`, each.desc, null);
  });
  rule.cases.forEach((each, index) => {
    const spec = specs.get(each.subject);
    if (!spec || each.severity === 'none') return;
    if (each.message === undefined) check('/message', rule.message, spec);
    else check(`/cases/${index}/message`, each.message, spec);
    if (each.why !== undefined) check(`/cases/${index}/why`, each.why, null);
    if (each.remedy === undefined) check('/remedy', rule.remedy, spec);
    else check(`/cases/${index}/remedy`, each.remedy, spec);
    rule.suggestions.forEach((suggestion, place) => {
      check(`/suggestions/${place}/text`, suggestion.text, spec);
    });
  });
}
