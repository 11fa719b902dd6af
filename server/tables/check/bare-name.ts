/** What a village, community or compound is called beside its own name, the longest first. */
const SUFFIXES =
  /(?:村民委员会|居民委员会|社区居委会|社区居民委员会|行政村|自然村|村委会|居委会|自然屯|居民点|警务室|住宅小区|社区|小区|村|屯|组)$/;

/**
 * A name without what offices add or leave out at will: 张庄村民委员会, 张庄村 and 张庄 are all 张庄. One suffix goes; a
 * name that would be left with nothing stays whole. Spaces, case and width make no difference.
 */
export function bareName(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  const bare = plain.replace(SUFFIXES, '');
  return bare === '' ? plain : bare;
}
