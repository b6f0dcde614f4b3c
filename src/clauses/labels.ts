import type { OpenClause } from './builder.ts';
import { foldNumber } from './markers.ts';

/**
 * Gives every clause the label a drafter would cite: `Article 5(2)(a)`, `paragraph 4`, `Annex A, paragraph 2`, `Preamble, recital 3`
 * (design 3). Where numbers start again under another part, the part is named too, so that a label means one clause.
 */
export function labelClauses(root: OpenClause, flat: boolean): void {
  const articles = new Set<string>();
  const repeated = new Set<string>();
  const paragraphs = new Set<string>();
  let restarts = false;
  visit(root, (clause) => {
    if (clause.rank === 3 && !annexOf(clause)) {
      const own = cite(clause);
      if (articles.has(own)) repeated.add(own);
      articles.add(own);
    }
    if (
      clause.kind === 'paragraph' &&
      clause.key !== null &&
      clause.rank >= 4 &&
      clause.parent !== null &&
      clause.parent.rank < 3 &&
      !annexOf(clause)
    ) {
      if (paragraphs.has(clause.key)) restarts = true;
      paragraphs.add(clause.key);
    }
  });
  let counted = 0;
  let recitals = 0;
  let points = 0;
  root.label = flat ? '' : 'Preamble';
  visit(root, (clause) => {
    if (clause === root) return;
    clause.label = labelOf(clause);
  });

  function labelOf(clause: OpenClause): string {
    const parent = clause.parent!;
    if (clause.kind === 'recital') return `Preamble, recital ${++recitals}`;
    if (clause.kind === 'testimonium') return 'Testimonium';
    if (clause.shape === 'counted') {
      clause.number = String(++counted);
      const annex = annexOf(clause);
      return annex ? `${annex.label}, paragraph ${clause.number}` : `paragraph ${clause.number}`;
    }
    if (clause.kind === 'annex')
      return clause.number !== null ? cite(clause) : clause.shape === 'heading' ? short(clause.title) : clause.shape;
    if (clause.rank === 2 || clause.rank === 2.5) {
      const annex = annexOf(clause);
      const own = clause.number === null ? short(clause.title) : cite(clause);
      return annex ? `${annex.label}, ${own}` : own;
    }
    if (clause.rank === 3) {
      const annex = annexOf(clause);
      const own = cite(clause);
      if (annex) return `${annex.label}, ${own}`;
      return repeated.has(own) && parent.rank >= 1 && parent.label !== '' ? `${parent.label}, ${own}` : own;
    }
    // A plan of bare bullets: the third is its point 3.
    if (clause.number === null && parent === root && clause.kind === 'point' && clause.title === '') return `point ${++points}`;
    if (clause.number === null) return parent.label === '' ? short(clause.title || 'document') : parent.label;
    if (clause.shape.startsWith('decimal')) return decimalLabel(clause);
    const number =
      clause.number.toLowerCase() === clause.number || clause.shape.startsWith('upper')
        ? clause.number
        : clause.number.toLowerCase();
    if (parent.rank >= 3) return `${parent.label}(${number})`;
    const annex = annexOf(clause);
    if (annex) return parent === annex ? `${annex.label}, paragraph ${number}` : `${parent.label}, paragraph ${number}`;
    return restarts && parent.rank > 0 ? `${parent.label}, paragraph ${number}` : `paragraph ${number}`;
  }
}

/** `Article 5`, `Section II`, `Annex A`, `§ 1962`; `paragraph 4` for a heading with a bare number. */
function cite(clause: OpenClause): string {
  const written = clause.number ?? '';
  const number = /^[a-z]{3,}$/i.test(written) && !/^[ivxlcdm]+$/i.test(written) ? foldNumber(written, 'article') : written;
  return clause.shape === '' ? `paragraph ${number}` : `${clause.shape} ${number}`;
}

/** `Article 4(1)` for 4.1 inside Article 4, `paragraph 4.1` elsewhere. */
function decimalLabel(clause: OpenClause): string {
  let unit = clause.parent;
  while (unit && unit.rank > 3) unit = unit.parent;
  const annex = annexOf(clause);
  const [first, ...rest] = clause.number!.split('.');
  if (unit && unit.rank === 3 && unit.key === first && unit.shape !== '')
    return `${unit.label}${rest.map((part) => `(${part})`).join('')}`;
  const own = `paragraph ${clause.number}`;
  return annex ? `${annex.label}, ${own}` : own;
}

function annexOf(clause: OpenClause): OpenClause | null {
  for (let above = clause.parent; above; above = above.parent) if (above.kind === 'annex') return above;
  return null;
}

function short(title: string): string {
  if (/^(?:the )?preamble\b/i.test(title)) return 'Preamble';
  if (title.length <= 60) return title.replace(/[.:]$/, '');
  return `${title.slice(0, title.lastIndexOf(' ', 57))}…`;
}

/** Document order, on a stack of its own: points may be nested ten thousand deep. */
function visit(root: OpenClause, act: (clause: OpenClause) => void): void {
  const stack: OpenClause[] = [root];
  while (stack.length > 0) {
    const clause = stack.pop()!;
    act(clause);
    for (let i = clause.children.length - 1; i >= 0; i--) stack.push(clause.children[i]!);
  }
}
