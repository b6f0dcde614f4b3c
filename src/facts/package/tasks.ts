import type { Package } from './model.ts';
export interface Matrix {
  readonly guarantors: readonly string[];
}
export function matrixOf(_: Package): Matrix | null {
  return null;
}
