import type { Package } from './model.ts';
export const layerNames = ['political', 'legal', 'operational', 'economic'] as const;
export type Layers = Readonly<Record<(typeof layerNames)[number], number>>;
export function layersOf(_: Package): Layers | null {
  return null;
}
