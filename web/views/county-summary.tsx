import type { ReactNode } from 'react';
import type { Selection } from '../address/selection.ts';
import type { MeasureName } from '../address/work-choice.ts';
import type { GroupsAnswer, GroupView, Tally } from '../api/answers.ts';
import { useLanguage } from '../i18n/language.tsx';
import { countText, shareText } from '../i18n/measures.ts';
import { Figure } from './figure.tsx';
import { OriginButton } from './origin.tsx';
import { StatusBadge } from './status-badge.tsx';
import type { CountyIndex } from './use-county-data.ts';

interface CountySummaryProps {
  readonly answer: GroupsAnswer;
  readonly index: CountyIndex;
  readonly counts: { readonly townships: number; readonly stations: number; readonly settlements: number };
  readonly select: (selection: Selection) => void;
  /** What the hexagons show: it decides what a click on the ground does. */
  readonly measure: MeasureName;
}

/** The county as a whole: rates, groups with their results, stations in no group and why. */
export function CountySummary({ answer, index, counts, select, measure }: CountySummaryProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.summary;
  const { about, totals } = answer;
  const count = (name: string, value: number): ReactNode => (
    <Figure name={name} value={countText(value)} formula={messages.formulas.counts} about={about} />
  );
  return (
    <article>
      <h2>{words.title}</h2>
      <p className="hint">{measure === 'response' ? words.hint : messages.work.hint}</p>
      <dl className="figures">
        <RateFigure name={words.countyRate} tally={totals.county} answer={answer} />
        <RateFigure name={words.groupedRate} tally={totals.grouped} answer={answer} />
        <RateFigure name={words.standAloneRate} tally={totals.standAlone} answer={answer} />
        {count(words.stations, counts.stations)}
        {count(words.townships, counts.townships)}
        {count(words.settlements, counts.settlements)}
      </dl>
      <UnitTable title={words.groups} units={answer.groups} answer={answer} index={index} select={select} />
      {answer.proposer ? <p className="hint">{answer.proposer.note}</p> : null}
      <p className="hint">{messages.group.establishment}</p>
      <UnitTable title={words.standAlone} units={answer.standAlone} answer={answer} index={index} select={select} />
      {answer.notes.length > 0 ? (
        <details>
          <summary>{words.notes}</summary>
          <ol className="notes">
            {answer.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ol>
        </details>
      ) : null}
    </article>
  );
}

/** A weighted rate with its numerator and denominator. */
export function RateFigure({ name, tally, answer }: { name: string; tally: Tally; answer: GroupsAnswer }): ReactNode {
  const { messages } = useLanguage();
  const { withinWeight, weight, withinCount, count } = tally;
  const value = shareText(withinWeight, weight);
  return (
    <Figure
      name={name}
      value={value}
      note={messages.summary.withinOf(countText(withinCount), countText(count))}
      formula={messages.formulas.rate}
      inputs={[
        [messages.group.weight, messages.group.weights[answer.weightedBy]],
        [messages.group.rate, `${countText(withinWeight)} ÷ ${countText(weight)} = ${value}`],
        [messages.group.within, countText(withinCount)],
        [messages.group.counted, countText(count)],
      ]}
      about={answer.about}
    >
      <strong>{value}</strong>
    </Figure>
  );
}

interface UnitTableProps extends Pick<CountySummaryProps, 'answer' | 'index' | 'select'> {
  readonly title: string;
  readonly units: readonly GroupView[];
}

function UnitTable({ title, units, answer, index, select }: UnitTableProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.summary;
  const { formulas } = messages;
  const value = String(units.length);
  return (
    <table className="unit-table">
      <caption>
        {title}
        {messages.units.brackets(value)}
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">
            {words.result}
            <OriginButton name={words.result} value={title} formula={formulas.status} about={answer.about} />
          </th>
          <th scope="col" className="numeric">
            {words.rate}
            <OriginButton name={words.rate} value={title} formula={formulas.rate} about={answer.about} />
          </th>
          <th scope="col" className="numeric">
            {words.over}
            <OriginButton name={words.over} value={title} formula={formulas.overLimit} about={answer.about} />
          </th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <tr key={unit.id}>
            <th scope="row">
              <button
                type="button"
                className="link-button"
                onClick={() => select({ kind: unit.memberIds.length > 0 ? 'group' : 'station', id: unit.id })}
              >
                {index.stationName(unit.centreId)}
              </button>
              {unit.memberIds.length > 0 ? (
                <span className="members">{unit.memberIds.map(index.stationName).join(messages.units.list)}</span>
              ) : null}
            </th>
            <td>
              <StatusBadge status={unit.status} text={unit.statusText} />
            </td>
            <td className="numeric">{shareText(unit.tally.withinWeight, unit.tally.weight)}</td>
            <td className="numeric">{countText(unit.overLimit.length)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
