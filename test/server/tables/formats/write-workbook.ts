import ExcelJS from 'exceljs';
import { strToU8, type Zippable, zipSync } from 'fflate';

/** The bytes of a workbook that ExcelJS writes after `fill` has filled it. */
export async function workbookBytes(fill: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The bytes of a workbook with one sheet of that XML, for what ExcelJS never writes. `parts` come on top. */
export function handMadeWorkbook(sheetXml: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const list = (entries: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries}</Relationships>`;
  const texts: Record<string, string> = {
    '_rels/.rels': list(`<Relationship Id="r1" Type="${relation}/officeDocument" Target="/xl/workbook.xml"/>`),
    'xl/workbook.xml':
      `<x:workbook xmlns:x="urn:x" xmlns:k="${relation}"><x:sheets>` +
      '<x:sheet name="一" sheetId="1" k:id="s1"/></x:sheets></x:workbook>',
    'xl/_rels/workbook.xml.rels': list(
      `<Relationship Id="s1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/>` +
        ('xl/styles.xml' in parts ? `<Relationship Id="s2" Type="${relation}/styles" Target="styles.xml"/>` : '') +
        ('xl/sharedStrings.xml' in parts
          ? `<Relationship Id="s3" Type="${relation}/sharedStrings" Target="sharedStrings.xml"/>`
          : ''),
    ),
    'xl/worksheets/sheet1.xml': sheetXml,
    ...parts,
  };
  const files: Zippable = {};
  for (const [path, text] of Object.entries(texts)) files[path] = strToU8(text);
  return zipSync(files);
}
