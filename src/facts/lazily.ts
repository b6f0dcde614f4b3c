/** An object whose parts are read when first asked for, then kept: for what few drafts are asked about. `known` parts are there at once. */
export function lazily<T extends object>(parts: { readonly [K in keyof T]?: () => T[K] }, known: Partial<T> = {}): T {
  const whole = { ...known };
  for (const name of Object.keys(parts) as (keyof T & string)[]) {
    Object.defineProperty(whole, name, {
      enumerable: true,
      configurable: true,
      get() {
        const value = parts[name]!();
        Object.defineProperty(whole, name, { value, enumerable: true });
        return value;
      },
    });
  }
  return whole as T;
}
