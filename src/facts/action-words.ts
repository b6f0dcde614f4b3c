/** Nouns that tell what a verb does, for both halves of the action table. */
export const FORCES =
  'force forces troops brigade brigades battalion battalions contingent contingents unit units squadron squadrons battery batteries personnel soldiers division divisions vessels ships garrison company companies battlegroup battlegroups fleet fleets army armies corps navy flotilla flotillas regiment regiments'.split(
    ' ',
  );
export const MONEY =
  'fund funds funding money loan loans grant grants credit credits payment payments sum sums contribution contributions budget budgets finance financing euro euros dollar dollars eur usd gbp million billion instalment instalments gdp tranche tranches'.split(
    ' ',
  );
export const SANCTIONS =
  'sanction sanctions embargo embargoes restrictive restrictions tariff tariffs export-control export-controls freeze costs measures-annex duties-import'.split(
    ' ',
  );
