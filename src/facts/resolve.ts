import type { Clause, Outline } from '#clauses';
import type { Reference } from '#phrases';

/** What a reference to a unit of this draft leads to (DRF002; 0.4 for cross-referenced duties). */
export interface Resolved {
  /** The clause it names; null where there is none. */
  readonly clause: Clause | null;
  /** False where the draft does not show such units at all, so that nothing can be said. */
  readonly known: boolean;
  /** Units of a range that are missing, as keys. */
  readonly holes: readonly string[];
}

const top = new Set(['article', 'section', 'part', 'chapter']);
const nothing: Resolved = { clause: null, known: false, holes: [] };

/** Looks units up by their folded numbers. Built once for a draft. */
export class UnitFinder {
  private readonly byKey = new Map<string, Clause[]>();
  private readonly kinds = new Set<string>();
  private readonly childKeys = new Map<Clause, Map<string, Clause>>();

  constructor(outline: Outline) {
    for (const clause of outline.clauses) {
      if (clause.key === null) continue;
      const key = `${clause.kind}:${clause.key}`;
      this.kinds.add(clause.kind);
      const list = this.byKey.get(key);
      if (list) list.push(clause);
      else this.byKey.set(key, [clause]);
    }
  }

  /** Follows a reference that stands in `from`. Other instruments are not known here. */
  resolve(reference: Reference, from: Clause): Resolved {
    if (reference.target === 'external' || reference.path.length === 0 || Number(reference.path[0]) > 200) return nothing;
    if (top.has(reference.unit)) {
      const kind = reference.unit === 'chapter' ? 'part' : reference.unit;
      if (!this.kinds.has(kind)) return nothing;
      const [first, ...rest] = reference.path;
      const clause = this.topUnit(kind, first!, from);
      if (reference.last !== null) return this.range(kind, first!, reference.last, from, clause);
      return {
        clause: clause ? this.descend(clause, rest) : null,
        known: clause === null || rest.length === 0 || this.shows(clause, rest),
        holes: [],
      };
    }
    if (reference.unit === 'paragraph') {
      const home = homeOf(from);
      const clause =
        this.descend(home, reference.path) ??
        (home.kind === 'document' || home.kind === 'annex' ? this.flatUnit(reference.path, from) : null);
      if (clause) return { clause, known: true, holes: [] };
      return { clause: null, known: reference.path.length === 1 && this.shows(home, reference.path), holes: [] };
    }
    if (reference.unit === 'point') {
      for (let at: Clause | null = from; at && at.kind !== 'document'; at = at.parent) {
        const clause = this.descend(at, reference.path);
        if (clause) return { clause, known: true, holes: [] };
        if (at.kind === 'article') return { clause: null, known: this.shows(at, reference.path), holes: [] };
      }
    }
    return nothing;
  }

  /** The unit of that kind and number: in the same annex first, then in the body. */
  private topUnit(kind: string, key: string, from: Clause): Clause | null {
    const list = this.byKey.get(`${kind}:${key}`) ?? (kind === 'article' ? this.byKey.get(`section:${key}`) : undefined);
    if (!list) return null;
    const annex = annexOf(from);
    return list.find((clause) => annexOf(clause) === annex) ?? list.find((clause) => annexOf(clause) === null) ?? list[0]!;
  }

  private range(kind: string, first: string, last: string, from: Clause, clause: Clause | null): Resolved {
    const low = Number(first);
    const high = Number(last);
    const holes: string[] = [];
    if (Number.isInteger(low) && Number.isInteger(high) && high - low < 200) {
      for (let n = low; n <= high; n++) if (!this.topUnit(kind, String(n), from)) holes.push(String(n));
    } else if (!this.topUnit(kind, last, from)) holes.push(last);
    return { clause: holes.length === 0 ? clause : null, known: true, holes };
  }

  private flatUnit(path: readonly string[], from: Clause): Clause | null {
    const list = this.byKey.get(`paragraph:${path[0]}`) ?? this.byKey.get(`section:${path[0]}`);
    const annex = annexOf(from);
    const clause = list?.find((one) => annexOf(one) === annex) ?? null;
    return clause ? this.descend(clause, path.slice(1)) : null;
  }

  private descend(clause: Clause, path: readonly string[]): Clause | null {
    let at: Clause = clause;
    for (const key of path) {
      const next = this.children(at).get(key);
      if (!next) {
        // Paragraphs without numbers are counted.
        const own = at.blocks.filter((block) => block.kind === 'paragraph');
        const n = Number(key);
        return this.children(at).size === 0 && Number.isInteger(n) && n >= 1 && n <= own.length ? at : null;
      }
      at = next;
    }
    return at;
  }

  /** True where the clause has numbered units of the sort the path names, so that a missing one is missing. */
  private shows(clause: Clause, path: readonly string[]): boolean {
    // Only a number beyond the last one is surely missing: letters and inner numbers may hang where the reader did not look.
    const wanted = Number(path[0]);
    if (clause.kind !== 'article') return false;
    if (!Number.isInteger(wanted)) return path.length === 1 && this.beyondLetters(clause, path[0]!);
    const numbers = [...this.children(clause).keys()].map(Number).filter(Number.isInteger);
    const last = Math.max(0, ...numbers);
    return numbers.length >= 2
      ? wanted > last && numbers.length >= last - 1
      : numbers.length === 0 && clause.children.length === 0 && wanted > clause.blocks.length;
  }

  /** "point (d)" of an article whose only inner numbers are the letters (a) to (b). */
  private beyondLetters(clause: Clause, wanted: string): boolean {
    const keys = [...this.children(clause).keys()];
    return (
      /^[a-z]$/.test(wanted) &&
      keys.length >= 2 &&
      keys.every((key, n) => key === String.fromCharCode(97 + n)) &&
      wanted.charCodeAt(0) - 97 >= keys.length
    );
  }

  private children(clause: Clause): Map<string, Clause> {
    const known = this.childKeys.get(clause);
    if (known) return known;
    const map = new Map<string, Clause>();
    const visit = (from: Clause, depth: number): void => {
      for (const child of from.children) {
        if (child.key === null) {
          if (depth < 3) visit(child, depth + 1);
          continue;
        }
        if (!map.has(child.key)) map.set(child.key, child);
        const decimals = child.key.split('.');
        const last = decimals[decimals.length - 1]!;
        if (decimals.length > 1 && !map.has(last)) map.set(last, child);
      }
    };
    visit(clause, 0);
    // "(a)" may hang under "1." only by position: points of unnumbered paragraphs are the article's.
    this.childKeys.set(clause, map);
    return map;
  }
}

function annexOf(clause: Clause): Clause | null {
  for (let at: Clause | null = clause; at; at = at.parent) if (at.kind === 'annex') return at;
  return null;
}

/** The article, section or annex a clause stands in; the document in a flat text. */
export function homeOf(clause: Clause): Clause {
  let at = clause;
  while (at.parent) {
    if (at.kind === 'article' || at.kind === 'annex' || (at.kind === 'section' && at.parent.kind !== 'article')) return at;
    at = at.parent;
  }
  return at;
}
