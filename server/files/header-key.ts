/**
 * What headers and the words of a closed list are compared by: full-width and half-width forms,
 * case, spaces, the template's mark of a required column (*) and a remark in brackets make no
 * difference. `户数*(口径:常住)` and `户数` have the same key.
 */
export function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*]/g, '')
    .replace(/(?<=.)\([^()]*\)$/, '');
}
