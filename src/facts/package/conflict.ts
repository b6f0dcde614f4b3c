import type { SubjectKind } from '../subjects/trait.ts';
import type { Seat } from './model.ts';
export const conflictKind: SubjectKind<Seat, Seat> = {
  kind: 'conflict',
  doc: 'x',
  items: () => [],
  about: () => ({ id: 'conflict', clause: null, group: null, span: { start: 0, end: 0 }, confidence: 'explicit' }),
  traits: [],
};
