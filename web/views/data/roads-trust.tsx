import { type ReactNode, useState } from 'react';
import type { CountyQuestion } from '../../api/questions.ts';
import { type RoadsReport, readRoadsReport } from '../../api/roads.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { countText } from '../../i18n/measures.ts';
import { OriginButton } from '../origin.tsx';
import { Shown } from '../shown.tsx';

/** How far the county's roads can be trusted; computed when it is opened. */
export function RoadsTrust({ county }: { county: CountyQuestion }): ReactNode {
  const { messages } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const report = useAnswer(readRoadsReport, isOpen ? county : undefined);
  return (
    <details className="roads-trust" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{messages.data.roads.title}</summary>
      {isOpen ? (
        <Shown answer={report} loading={messages.data.roads.loading}>
          {(answer) => <RoadsReportView report={answer} />}
        </Shown>
      ) : null}
    </details>
  );
}

function RoadsReportView({ report }: { report: RoadsReport }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.data.roads;
  const { about, ranks, islands, deadEnds, farSettlements, settlements } = report;
  const kilometres = (value: number | null): string => (value === null ? messages.units.none : value.toFixed(1));
  const islandKilometres = islands.reduce((sum, island) => sum + island.kilometres, 0);
  return (
    <>
      <table className="work-table">
        <thead>
          <tr>
            <th scope="col">{words.rank}</th>
            <th scope="col" className="numeric">
              {words.drawn}
            </th>
            <th scope="col" className="numeric">
              {words.official}
            </th>
            <th scope="col" className="numeric">
              {words.completeness}
              <OriginButton name={words.completeness} value="%" formula={words.formula} about={about} />
            </th>
          </tr>
        </thead>
        <tbody>
          {ranks.map(({ rank, rankText, roadKilometres, officialKilometres, completenessPercent }) => (
            <tr key={rank}>
              <th scope="row">{rankText}</th>
              <td className="numeric">{kilometres(roadKilometres)}</td>
              <td className="numeric">{kilometres(officialKilometres)}</td>
              <td className="numeric">
                {completenessPercent === null ? messages.units.none : `${completenessPercent.toFixed(1)}%`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="road-lines">
        <li>{words.islands(countText(islands.length), kilometres(islandKilometres))}</li>
        <li>{words.deadEnds(countText(deadEnds.length))}</li>
        <li>{words.far(countText(farSettlements.length), countText(settlements))}</li>
      </ul>
    </>
  );
}
