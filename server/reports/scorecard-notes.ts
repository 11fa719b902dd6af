import type { Language } from '../language.ts';

type Words = Readonly<Record<Language, string>>;

/** What a reader of a scorecard must know of it. */
export const SCORECARD_NOTES: readonly { readonly label: Words; readonly text: Words }[] = [
  {
    label: { zh: '临界', en: 'Near' },
    text: {
      zh: '与标准相差不超过标准的 10%；未达的一律适用，已达的仅适用于 100% 以下的占比',
      en: 'within 10% of the standard; on the side that does not meet it always, on the side that does only for shares below 100%',
    },
  },
  {
    label: { zh: '缺数据', en: 'No data' },
    text: {
      zh: '不按零计；可能改变结果的，结果为无数据，数值只含已知单位',
      en: 'never counted as zero; where it could change a result there is none, and the value is of the known units alone',
    },
  },
  {
    label: { zh: '样本过小', en: 'Sample too small' },
    text: {
      zh: '不足 30 户或不足 3 人的单位及其伴随单位样本过小，不判定，也不计入合计；有样本过小自然村的村按其余自然村的户数判定',
      en: 'units of fewer than 30 households or 3 posts, and their companions, are too small a sample: not judged, and no part of sums; a village with natural villages too small is judged by the households of the others',
    },
  },
];
