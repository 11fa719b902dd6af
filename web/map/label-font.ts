/** The font that ships with the page; MapLibre draws labels with it, without a glyph server. */
const FAMILY = 'Noto Sans SC Variable';

/** `text-font` of ordinary labels. */
export const LABEL_FONT = [FAMILY];

/** The same in bold: MapLibre takes the weight from the first name, which no font has, and the shape from the second. */
export const BOLD_LABEL_FONT = [`${FAMILY} Bold`, FAMILY];

/**
 * Loads the parts of the font that a text needs. MapLibre draws a character once and keeps it: one that is
 * asked for before its part is there stays a box.
 */
export async function loadLabelFont(text: string): Promise<void> {
  const characters = [...new Set(text)].sort().join('');
  await document.fonts.load(`16px "${FAMILY}"`, characters);
}

/** Loads the whole font (5 MB, kept by the browser): for road names, which only the tiles know. */
export async function loadWholeFont(): Promise<void> {
  const faces: Promise<FontFace>[] = [];
  document.fonts.forEach((face) => {
    if (face.family.replace(/["']/g, '') === FAMILY) faces.push(face.load());
  });
  await Promise.all(faces);
}
