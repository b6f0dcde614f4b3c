/** A value that rules compare with and that a configuration may change. */
export interface Parameter {
  readonly default: number;
  readonly least: number;
  readonly most: number;
  readonly doc: string;
}

/** The parameters of a book as data from outside, checked; every fault with its JSON pointer. */
export function readParameters(data: unknown): {
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly faults: readonly { readonly pointer: string; readonly message: string }[];
} {
  const faults: { pointer: string; message: string }[] = [];
  const parameters: Record<string, Parameter> = {};
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return { parameters, faults: [{ pointer: '', message: 'an object with a parameter for each name is expected' }] };
  for (const [name, value] of Object.entries(data)) {
    const { default: usual, least, most, doc, ...others } = (value ?? {}) as Record<string, unknown>;
    const numbers = [least, usual, most];
    if (!/^[a-z][A-Za-z]*$/.test(name))
      faults.push({ pointer: `/${name}`, message: 'a parameter is named in letters, as firstActionHours' });
    else if (
      typeof doc !== 'string' ||
      doc === '' ||
      numbers.some((each) => typeof each !== 'number') ||
      Object.keys(others).length > 0
    )
      faults.push({
        pointer: `/${name}`,
        message: 'a parameter has default, least and most as numbers, doc as a text, and nothing else',
      });
    else if (!(Number(least) <= Number(usual) && Number(usual) <= Number(most)))
      faults.push({ pointer: `/${name}`, message: 'the default is not between least and most' });
    else parameters[name] = value as Parameter;
  }
  return { parameters, faults };
}
