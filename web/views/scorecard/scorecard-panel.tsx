import { type ReactNode, useEffect, useMemo } from 'react';
import { urlOf } from '../../api/deliveries.ts';
import { queryText } from '../../api/questions.ts';
import {
  type ClauseQuestion,
  type ClauseView,
  readClause,
  readScorecard,
  type ScorecardAnswer,
} from '../../api/scorecard.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { ListPanelProps } from '../list-panel.ts';
import { SaveButtons } from '../save-buttons.tsx';
import { Shown } from '../shown.tsx';
import { ClauseRow } from './clause-row.tsx';
import { placeOfUnit } from './unit-place.ts';
import { VerdictBadge } from './verdict-badge.tsx';

const VERDICTS = ['pass', 'near', 'fail', 'no-data'] as const;

/** The county held against the standard, clause by clause; an open clause lists its units. */
export function ScorecardPanel(props: ListPanelProps): ReactNode {
  const { address, changeWork, data, questions, compounds, rooms, onMark } = props;
  const { messages } = useLanguage();
  const words = messages.work.scorecard;
  const { clause, place } = address.work;
  const answer = useAnswer(readScorecard, questions.rule);
  const isClause = answer.shown?.clauses.some(({ id }) => id === clause) ?? false;
  const question = useMemo(
    (): ClauseQuestion | undefined =>
      isClause ? { ...questions.rule, clause: clause as ClauseView['id'] } : undefined,
    [isClause, clause, questions.rule],
  );
  const open = useAnswer(readClause, question);
  const listed = open.data?.listed;
  const places = useMemo(() => ({ index: data.index, compounds, rooms }), [data.index, compounds, rooms]);
  const coord = useMemo(() => {
    const unit = place === undefined ? undefined : listed?.find(({ id }) => id === place);
    return unit && placeOfUnit(unit, places);
  }, [place, listed, places]);
  useEffect(() => onMark(coord), [coord, onMark]);
  const { code } = questions.county;
  const url = urlOf(`api/counties/${code}/scorecard?${queryText(questions.rule)}`);
  return (
    <article className="scorecard-panel">
      <h2>{words.title}</h2>
      <p className="hint">{words.hint}</p>
      <Shown answer={answer} loading={words.loading} keepsLatest>
        {(scorecard) => (
          <>
            <Counts scorecard={scorecard} />
            <table className="work-table clause-table">
              <thead>
                <tr>
                  <th scope="col">{words.clause}</th>
                  <th scope="col">{words.value}</th>
                  <th scope="col">{words.threshold}</th>
                  <th scope="col">{words.verdict}</th>
                  <th scope="col">{words.asOf}</th>
                </tr>
              </thead>
              <tbody>
                {scorecard.clauses.map((row) => (
                  <ClauseRow
                    key={row.id}
                    clause={row}
                    about={scorecard.about}
                    open={row.id === clause ? open : undefined}
                    onOpen={() => changeWork({ clause: row.id === clause ? undefined : row.id, place: undefined })}
                    place={place}
                    onPlace={(id) => changeWork({ place: id })}
                    placeOf={(unit) => placeOfUnit(unit, places)}
                    groups={data.groups.shown}
                    stationName={data.index.stationName}
                  />
                ))}
              </tbody>
            </table>
            <SaveButtons url={url} name={`${words.title}-${code}`} forms={['xlsx', 'csv']} />
            <dl className="notes-list">
              {scorecard.notes.map(({ label, text }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </Shown>
    </article>
  );
}

function Counts({ scorecard }: { scorecard: ScorecardAnswer }): ReactNode {
  const { messages } = useLanguage();
  return (
    <p className="verdict-counts">
      {VERDICTS.map((verdict) => (
        <VerdictBadge
          key={verdict}
          verdict={verdict}
          text={`${messages.work.scorecard.verdicts[verdict]} ${scorecard.counts[verdict]}`}
        />
      ))}
    </p>
  );
}
