import { expect, test } from 'vitest';
import { inflect } from '../../src/phrases/inflect.ts';

const rows: readonly [lemma: string, third: string, past: string, ing: string, participle: string][] = [
  ['deem', 'deems', 'deemed', 'deeming', 'deemed'],
  ['provide', 'provides', 'provided', 'providing', 'provided'],
  ['notify', 'notifies', 'notified', 'notifying', 'notified'],
  ['deploy', 'deploys', 'deployed', 'deploying', 'deployed'],
  ['agree', 'agrees', 'agreed', 'agreeing', 'agreed'],
  ['commit', 'commits', 'committed', 'committing', 'committed'],
  ['refer', 'refers', 'referred', 'referring', 'referred'],
  ['occur', 'occurs', 'occurred', 'occurring', 'occurred'],
  ['stop', 'stops', 'stopped', 'stopping', 'stopped'],
  ['plan', 'plans', 'planned', 'planning', 'planned'],
  ['equip', 'equips', 'equipped', 'equipping', 'equipped'],
  ['repair', 'repairs', 'repaired', 'repairing', 'repaired'],
  ['review', 'reviews', 'reviewed', 'reviewing', 'reviewed'],
  ['consider', 'considers', 'considered', 'considering', 'considered'],
  ['veto', 'vetoes', 'vetoed', 'vetoing', 'vetoed'],
  ['discuss', 'discusses', 'discussed', 'discussing', 'discussed'],
  ['give', 'gives', 'gave', 'giving', 'given'],
  ['undertake', 'undertakes', 'undertook', 'undertaking', 'undertaken'],
  ['withdraw', 'withdraws', 'withdrew', 'withdrawing', 'withdrawn'],
  ['begin', 'begins', 'began', 'beginning', 'begun'],
  ['undergo', 'undergoes', 'underwent', 'undergoing', 'undergone'],
  ['set', 'sets', 'set', 'setting', 'set'],
  ['pay', 'pays', 'paid', 'paying', 'paid'],
  ['lie', 'lies', 'lay', 'lying', 'lain'],
  ['be', 'is', 'was', 'being', 'been'],
  ['have', 'has', 'had', 'having', 'had'],
  ['pre-position', 'pre-positions', 'pre-positioned', 'pre-positioning', 'pre-positioned'],
];

test.each(rows)('inflect %s', (lemma, third, past, ing, participle) => {
  expect(inflect(lemma)).toEqual({ third, past, ing, participle });
});

test('any string has forms', () => {
  expect(inflect('')).toEqual({ third: 's', past: 'ed', ing: 'ing', participle: 'ed' });
});
