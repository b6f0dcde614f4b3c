import type { SubjectKind } from '../subjects/trait.ts';
import type { Seat } from './model.ts';
export const substituteKind: SubjectKind<Seat, Seat> = {
  kind: 'substitute',
  doc: 'x',
  items: () => [],
  about: () => ({ id: 'substitute', clause: null, group: null, span: { start: 0, end: 0 }, confidence: 'explicit' }),
  traits: [],
};
