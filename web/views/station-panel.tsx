import type { ReactNode } from 'react';
import type { Selection } from '../address/selection.ts';
import type { GroupsAnswer, StationView } from '../api/answers.ts';
import { useLanguage } from '../i18n/language.tsx';
import { countText } from '../i18n/measures.ts';
import { roleOf } from '../map/layers/stations.ts';
import { Fact, Figure } from './figure.tsx';
import { GroupFigures } from './group-figures.tsx';
import { GroupPanel } from './group-panel.tsx';
import { StationShape } from './station-shape.tsx';
import type { CountyIndex } from './use-county-data.ts';

interface StationPanelProps {
  readonly station: StationView;
  readonly answer: GroupsAnswer;
  readonly index: CountyIndex;
  readonly select: (selection: Selection) => void;
}

/** A police station: what it is and has, then its group, or its own figures where it stands alone. */
export function StationPanel({ station, answer, index, select }: StationPanelProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.station;
  const role = roleOf(station.id, answer);
  const group = index.groupOfStation.get(station.id);
  const reason = answer.alone.find(({ stationId }) => stationId === station.id);
  const staff = (name: string, count: number | null): ReactNode => (
    <Figure name={name} value={countText(count)} formula={messages.formulas.staff} about={answer.about} />
  );
  return (
    <>
      <article>
        <h2>
          <StationShape role={role} /> {station.name}
        </h2>
        <dl className="figures">
          <Fact name={words.kind}>
            {words[station.kind]}
            {messages.units.comma}
            {words[role]}
          </Fact>
          <Fact name={words.township}>{station.township ?? messages.units.none}</Fact>
          {staff(words.officers, station.officers)}
          {staff(words.auxiliaries, station.auxiliaries)}
        </dl>
        {reason ? (
          <>
            <h3>{messages.group.aloneTitle}</h3>
            <p className="reason-text">{reason.text}</p>
          </>
        ) : null}
        {group && role === 'alone' ? <GroupFigures {...{ group, answer, index, select }} /> : null}
        <button type="button" className="plain-button" onClick={() => select({ kind: 'call', at: station.coord })}>
          {words.callHere}
        </button>
      </article>
      {group && role !== 'alone' ? <GroupPanel {...{ group, answer, index, select }} /> : null}
    </>
  );
}
