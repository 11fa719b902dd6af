import { TextDecoder } from 'node:util';

/** Language driver bytes of dBASE headers that Chinese and Western software writes. Others say nothing. */
const DRIVER_ENCODINGS: ReadonlyMap<number, string> = new Map([
  [0x4d, 'gb18030'],
  [0x7a, 'gb18030'],
  [0x4f, 'big5'],
  [0x78, 'big5'],
]);

/** Bytes that stand for Windows or DOS Latin, written by software that never asked: Chinese text goes under them, too. */
const LATIN_DRIVERS: ReadonlySet<number> = new Set([0x00, 0x01, 0x02, 0x03, 0x57]);

/**
 * The encodings that a table's text may be in, likeliest first: what its `.cpg` says, else what its header says, else
 * UTF-8 or GB18030, whichever is valid. Undefined where a `.cpg` names none that is known.
 */
export function dbfEncodings(cpg: string | undefined, driver: number): readonly string[] | undefined {
  const named = cpg?.trim();
  if (named) {
    const encoding = encodingNamed(named);
    return encoding === undefined ? undefined : [encoding];
  }
  const stated = DRIVER_ENCODINGS.get(driver);
  if (stated) return [stated];
  return LATIN_DRIVERS.has(driver) ? ['utf-8', 'gb18030'] : ['utf-8', 'gb18030', 'latin1'];
}

/** `UTF-8`, `GBK`, `936`, `CP936`, `OEM 936`, `ANSI 936`, `65001`, `ISO 88591` and what the web calls encodings. */
function encodingNamed(name: string): string | undefined {
  const plain = name.toLowerCase().replace(/^(?:ansi|oem|cp|windows|ms)[-_ ]?(?=\d)/, '');
  const numbered: Readonly<Record<string, string>> = {
    ...{ '936': 'gb18030', '54936': 'gb18030', '20936': 'gb18030', '65001': 'utf-8', '950': 'big5' },
    ...{ '1252': 'windows-1252', 'iso 88591': 'latin1', '88591': 'latin1', utf8: 'utf-8' },
  };
  const label = Object.hasOwn(numbered, plain) ? (numbered[plain] ?? plain) : plain;
  try {
    const { encoding } = new TextDecoder(label);
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return undefined;
  }
}
