import type { SubjectKind } from '../subjects/trait.ts';
import type { Seat } from './model.ts';
export const wholeKind: SubjectKind<Seat, Seat> = {
  kind: 'whole',
  doc: 'x',
  items: () => [],
  about: () => ({ id: 'whole', clause: null, group: null, span: { start: 0, end: 0 }, confidence: 'explicit' }),
  traits: [],
};
