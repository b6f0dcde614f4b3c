import manifest from '../../package.json' with { type: 'json' };

/** Of treatylint, from its package.json. */
export const VERSION: string = manifest.version;
