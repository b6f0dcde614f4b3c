import { articleOf } from './counts.ts';
import type { ChainCard } from './types.ts';

/** Articles that a folded list names; the others are counted. */
export const MOST_ARTICLES = 5;

/** A response chain that stands for its article, with the others of that article. */
export interface FoldedChain {
  readonly chain: ChainCard;
  readonly others: readonly ChainCard[];
}

/** Chains by article: the worst of each is shown. */
export interface FoldedChains {
  readonly shown: readonly FoldedChain[];
  /** Chains of the articles that are not shown; none of them is graded worse than those that are. */
  readonly rest: readonly ChainCard[];
}

/** Folds a long list of chains by article, in the order of the text; with `all` each chain stands for itself. */
export function foldChains(chains: readonly ChainCard[], all: boolean): FoldedChains {
  if (all || chains.length <= MOST_ARTICLES) return { shown: chains.map((chain) => ({ chain, others: [] })), rest: [] };
  const byArticle = new Map<string, ChainCard[]>();
  for (const chain of chains) {
    const article = articleOf(chain.clause);
    byArticle.set(article, [...(byArticle.get(article) ?? []), chain]);
  }
  const folded = [...byArticle.values()].map((own): FoldedChain => {
    const chain = own.reduce((worst, each) => (each.grade > worst.grade ? each : worst));
    return { chain, others: own.filter((each) => each !== chain) };
  });
  const worst = new Set(
    [...folded]
      .sort((a, b) => (a.chain.grade < b.chain.grade ? 1 : a.chain.grade > b.chain.grade ? -1 : 0))
      .slice(0, MOST_ARTICLES),
  );
  const shown = folded.filter((each) => worst.has(each));
  return { shown, rest: folded.filter((each) => !worst.has(each)).flatMap(({ chain, others }) => [chain, ...others]) };
}

/** `Article 5 (3 places), Article 7(1) and 2 more articles`; with `all` every clause. In the order of the text. */
export function placesInWords(clauses: readonly string[], all: boolean): string {
  if (all) return clauses.join(', ');
  const byArticle = new Map<string, string[]>();
  for (const clause of clauses) {
    const article = articleOf(clause);
    byArticle.set(article, [...(byArticle.get(article) ?? []), clause]);
  }
  const named = [...byArticle].map(([article, own]) => (own.length === 1 ? own[0]! : `${article} (${own.length} places)`));
  const rest = named.length - MOST_ARTICLES;
  return rest <= 0
    ? named.join(', ')
    : `${named.slice(0, MOST_ARTICLES).join(', ')} and ${rest} more ${rest === 1 ? 'article' : 'articles'}`;
}
