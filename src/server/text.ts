import type { Position, Range } from 'vscode-languageserver';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { Span } from '#base';

/** How a client counts columns. */
export type Encoding = 'utf-16' | 'utf-8';

/** A text whose places are counted as the client counts them; offsets are those of treatylint, in UTF-16 code units. */
export class Text {
  readonly #encoding: Encoding;
  #document: TextDocument;

  constructor(uri: string, version: number, text: string, encoding: Encoding) {
    this.#encoding = encoding;
    this.#document = TextDocument.create(uri, 'markdown', version, text);
  }

  get uri(): string {
    return this.#document.uri;
  }

  get version(): number {
    return this.#document.version;
  }

  get text(): string {
    return this.#document.getText();
  }

  /** Each change counts in the text that the one before left. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      const plain = 'range' in change ? { range: this.#plain(change.range), text: change.text } : change;
      this.#document = TextDocument.update(this.#document, [plain], version);
    }
  }

  range({ start, end }: Span): Range {
    return { start: this.position(start), end: this.position(Math.max(start, end)) };
  }

  position(offset: number): Position {
    const position = this.#document.positionAt(offset);
    if (this.#encoding === 'utf-16') return position;
    const begin = this.#document.offsetAt({ line: position.line, character: 0 });
    return { line: position.line, character: Buffer.byteLength(this.text.slice(begin, begin + position.character), 'utf8') };
  }

  offset(position: Position): number {
    return this.#document.offsetAt(this.#units(position));
  }

  #plain({ start, end }: Range): Range {
    return { start: this.#units(start), end: this.#units(end) };
  }

  /** A place of the client with its column in UTF-16 code units; one inside a letter is taken to its beginning. */
  #units(position: Position): Position {
    if (this.#encoding === 'utf-16') return position;
    const begin = this.#document.offsetAt({ line: position.line, character: 0 });
    const end = this.#document.offsetAt({ line: position.line + 1, character: 0 });
    let bytes = 0;
    let units = 0;
    for (const letter of this.text.slice(begin, end)) {
      bytes += Buffer.byteLength(letter, 'utf8');
      if (bytes > position.character) break;
      units += letter.length;
    }
    return { line: position.line, character: units };
  }
}
