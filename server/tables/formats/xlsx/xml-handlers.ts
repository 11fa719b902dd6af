/** Attributes by their name as written, prefix included. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** Who listens to a part of a workbook: elements by their name without prefix, and the text between. */
export interface XmlHandlers {
  readonly open: (name: string, attributes: XmlAttributes) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** An attribute by its name without prefix; undefined where there is none. */
export function localAttribute(attributes: XmlAttributes, local: string): string | undefined {
  const own = attributes[local];
  if (own !== undefined) return own;
  const name = Object.keys(attributes).find((key) => key.endsWith(`:${local}`));
  return name === undefined ? undefined : attributes[name];
}
