import type { CountyGap } from '../counties/county-gaps.ts';
import type { Language } from '../language.ts';
import { type FilledColumn, filledRows, placeGeometry } from './coverage-cells.ts';
import type { NamedTable } from './table-content.ts';
import { GAP_KIND_WORDS, GAP_PLACE_WORDS, gapClosing, gapRankText, gapReason } from './wording/gap-words.ts';

/** Gaps from the gravest, one a row, with what would close each and why it ranks there. */
export function gapsTable(gaps: readonly CountyGap[], language: Language): NamedTable {
  const columns: FilledColumn<CountyGap>[] = [
    { key: 'rank', zh: '排名', en: 'rank', of: ({ rank }) => rank },
    { key: 'kindText', zh: '类别', en: 'kind', of: ({ kind }) => GAP_KIND_WORDS[kind][language] },
    { key: 'placeText', zh: '对象', en: 'place', of: ({ place }) => GAP_PLACE_WORDS[place.kind][language] },
    { key: 'name', zh: '名称', en: 'name', of: ({ place }) => place.name },
    { key: 'township', zh: '所属乡镇街道', en: 'township', of: ({ place }) => place.township },
    { key: 'reason', zh: '缺什么', en: 'what is short', of: (gap) => gapReason(gap, language) },
    { key: 'closing', zh: '如何补齐', en: 'what closes it', of: (gap) => gapClosing(gap, language) },
    { key: 'households', zh: '涉及户数', en: 'households touched', of: ({ touches }) => touches.households },
    { key: 'population', zh: '涉及人口', en: 'people touched', of: ({ touches }) => touches.population },
    { key: 'isLowerBound', zh: '涉及数为下限', en: 'at least', of: ({ touches }) => touches.isLowerBound },
    { key: 'why', zh: '排名依据', en: 'why it ranks there', of: (gap) => gapRankText(gap, language) },
    ...numbersOf(0, ''),
    ...numbersOf(1, '2'),
    { key: 'severity', zh: '程度（千分）', en: 'severity, thousandths', of: ({ severity }) => severity },
    { key: 'score', zh: '得分', en: 'score', of: ({ score }) => score },
    { key: 'bestRank', zh: '最好排名', en: 'best rank', of: ({ stability }) => stability.bestRank },
    { key: 'worstRank', zh: '最差排名', en: 'worst rank', of: ({ stability }) => stability.worstRank },
    { key: 'kind', zh: '类别代码', en: 'kind code', of: ({ kind }) => kind },
    { key: 'placeId', zh: '编号', en: 'id', of: ({ place }) => place.id },
  ];
  return { title: { zh: '短板清单', en: 'Gaps' }, ...filledRows(columns, gaps, ({ place }) => placeGeometry(place)) };
}

/** A shortage in numbers; a response may have two. */
function numbersOf(index: number, suffix: string): FilledColumn<CountyGap>[] {
  const of = ({ shortages }: CountyGap) => shortages[index];
  return [
    { key: `value${suffix}`, zh: `现值${suffix}`, en: `value ${suffix}`.trim(), of: (gap) => of(gap)?.value },
    {
      key: `threshold${suffix}`,
      zh: `标准${suffix}`,
      en: `standard ${suffix}`.trim(),
      of: (gap) => of(gap)?.threshold,
    },
    { key: `unit${suffix}`, zh: `单位${suffix}`, en: `unit ${suffix}`.trim(), of: (gap) => of(gap)?.unit },
    { key: `toClose${suffix}`, zh: `缺口${suffix}`, en: `to close ${suffix}`.trim(), of: (gap) => of(gap)?.toClose },
    {
      key: `closedBy${suffix}`,
      zh: `缺口单位${suffix}`,
      en: `closed by ${suffix}`.trim(),
      of: (gap) => of(gap)?.closedBy,
    },
  ];
}
