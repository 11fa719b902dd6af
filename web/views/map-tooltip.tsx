import type { ReactNode } from 'react';
import type { GroupsAnswer, HexagonView } from '../api/answers.ts';
import { useLanguage } from '../i18n/language.tsx';
import { kilometresPhrase, minutesPhrase } from '../i18n/measures.ts';
import { roleOf } from '../map/layers/stations.ts';
import type { PointedAt } from '../map/map-listeners.ts';
import type { MapScene } from '../map/map-scene.ts';
import { CoverageTip } from './coverage-tip.tsx';
import { StationShape } from './station-shape.tsx';
import { StatusBadge } from './status-badge.tsx';
import type { CountyIndex } from './use-county-data.ts';

interface TooltipProps {
  readonly pointed: PointedAt;
  readonly index: CountyIndex;
  readonly answer: GroupsAnswer | undefined;
  readonly cell: (id: string) => HexagonView | undefined;
  readonly scene: MapScene;
}

/** What the pointer is over, in a few words; a click says the rest. */
export function MapTooltip({ pointed, index, answer, cell, scene }: TooltipProps): ReactNode {
  const { picked } = pointed;
  return (
    <div className="map-tooltip" style={{ transform: besides(pointed) }}>
      {picked.kind === 'station' ? <StationTip id={picked.id} index={index} answer={answer} /> : null}
      {picked.kind === 'settlement' ? <SettlementTip id={picked.id} index={index} answer={answer} /> : null}
      {picked.kind === 'cell' && scene.measure === 'response' ? (
        <CellTip cell={cell(picked.cell)} index={index} />
      ) : null}
      {picked.kind === 'cell' && scene.measure !== 'response' ? (
        <CoverageTip id={picked.cell} measure={scene.measure} cells={scene.coverage} />
      ) : null}
    </div>
  );
}

/** Beside the pointer, towards the middle of the map, so that it is never cut off. */
function besides({ x, y, isRight, isLow }: PointedAt): string {
  const left = isRight ? `calc(${Math.round(x - 14)}px - 100%)` : `${Math.round(x + 14)}px`;
  const top = isLow ? `calc(${Math.round(y - 14)}px - 100%)` : `${Math.round(y + 14)}px`;
  return `translate(${left}, ${top})`;
}

function StationTip({
  id,
  index,
  answer,
}: {
  id: string;
  index: CountyIndex;
  answer: GroupsAnswer | undefined;
}): ReactNode {
  const { messages } = useLanguage();
  const role = roleOf(id, answer);
  return (
    <p>
      <StationShape role={role} /> <strong>{index.stationName(id)}</strong> {messages.station[role]}
    </p>
  );
}

function SettlementTip({
  id,
  index,
  answer,
}: {
  id: string;
  index: CountyIndex;
  answer: GroupsAnswer | undefined;
}): ReactNode {
  const { messages } = useLanguage();
  const settlement = index.settlement.get(id);
  const result = index.result.get(id);
  const rule = answer?.about.rule;
  return (
    <>
      <p>
        <strong>{settlement?.name ?? id}</strong> {settlement?.township}
      </p>
      {result ? (
        <p>
          <StatusBadge status={result.counted ? result.status : 'none'} /> {index.stationName(result.centreId)}{' '}
          {minutesPhrase(result.supportSeconds, messages, rule?.maxMinutes)} ·{' '}
          {kilometresPhrase(result.supportMetres, messages, rule?.maxKilometres)}
        </p>
      ) : null}
    </>
  );
}

function CellTip({ cell, index }: { cell: HexagonView | undefined; index: CountyIndex }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.map;
  if (!cell) return null;
  if (!cell.stationId) return <p>{words.noRoadHere}</p>;
  return (
    <>
      <p>
        {words.firstThere}
        {messages.units.colon}
        <strong>{index.stationName(cell.stationId)}</strong> {minutesPhrase(cell.seconds, messages)}
      </p>
      {cell.nextStationId ? (
        <p>
          {words.thenNext}
          {messages.units.colon}
          {index.stationName(cell.nextStationId)} {minutesPhrase(cell.nextSeconds, messages)}
        </p>
      ) : null}
    </>
  );
}
