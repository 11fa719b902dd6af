import { type ReactNode, useEffect, useMemo } from 'react';
import { urlOf } from '../../api/deliveries.ts';
import { type GapsAnswer, readGaps } from '../../api/gaps.ts';
import { queryText } from '../../api/questions.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { ListPanelProps } from '../list-panel.ts';
import { OriginButton } from '../origin.tsx';
import { SaveButtons } from '../save-buttons.tsx';
import { Shown } from '../shown.tsx';
import { GapFilters } from './gap-filters.tsx';
import { GapTable } from './gap-table.tsx';
import { UnjudgedPlaces } from './unjudged-places.tsx';

/** Where coverage is thin: one ranked list, filtered by kind and township; a gap is shown on the map, the list saved. */
export function GapsPanel({ address, changeWork, questions, onMark }: ListPanelProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.work.gaps;
  const { gapKind, gapTownship, place } = address.work;
  const answer = useAnswer(readGaps, questions.rule);
  const coord = useMemo(
    () => answer.shown?.gaps.find(({ id }) => id === place)?.place.coord ?? undefined,
    [answer.shown, place],
  );
  const [lon, lat] = coord ?? [];
  useEffect(() => onMark(lon === undefined || lat === undefined ? undefined : [lon, lat]), [lon, lat, onMark]);
  const filters = { ...(gapKind ? { kind: gapKind } : {}), ...(gapTownship ? { township: gapTownship } : {}) };
  const { code } = questions.county;
  return (
    <article className="gaps-panel">
      <h2>{words.title}</h2>
      <p className="hint">{words.hint}</p>
      <Shown answer={answer} loading={words.loading} keepsLatest>
        {(found) => {
          const listed = found.gaps.filter(
            (gap) => (!gapKind || gap.kind === gapKind) && (!gapTownship || gap.place.township === gapTownship),
          );
          return (
            <>
              <GapFilters found={found} {...{ gapKind, gapTownship, changeWork }} />
              <p className="gap-count">
                {words.count(listed.length, found.total)}
                <OriginButton
                  name={words.rank}
                  value={words.count(listed.length, found.total)}
                  formula={words.rankFormula(found.weightings)}
                  inputs={weightLines(found, words.kinds, words.severity, words.households)}
                  about={found.about}
                />
              </p>
              <GapTable
                gaps={listed}
                chosen={place}
                weightings={found.weightings}
                onChoose={(id) => changeWork({ place: id })}
              />
              <SaveButtons
                url={urlOf(`api/counties/${code}/gaps?${queryText(questions.rule, filters)}`)}
                name={`${words.title}-${code}`}
                forms={['xlsx', 'csv', 'geojson']}
              />
              <UnjudgedPlaces places={found.unjudged} />
            </>
          );
        }}
      </Shown>
    </article>
  );
}

/** What counts how much. */
function weightLines(
  { weights }: GapsAnswer,
  kinds: Readonly<Record<string, string>>,
  severity: string,
  households: string,
): (readonly [label: string, value: string])[] {
  return [
    ...Object.entries(weights.kinds).map(([kind, weight]) => [kinds[kind] ?? kind, String(weight)] as const),
    [severity, String(weights.severity)],
    [households, String(weights.households)],
  ];
}
