/**
 * Config: a configuration is data.
 *
 * Takes the texts of configuration files and the names that the rule book knows. Gives checked layers, every fault with its place, and
 * what the layers come to for one draft, each value with the place that set it. Never reads the disk, never runs anything.
 */
export { checkNames } from './check-names.ts';
export { configJsonSchema, type SchemaNames } from './json-schema.ts';
export { readLayer } from './read-layer.ts';
export { settingsFor } from './settings.ts';
export type { ConfigData, DraftEntry, Layer, Level, Place, Settings, Sourced, Vocabulary, WaiverEntry } from './types.ts';
