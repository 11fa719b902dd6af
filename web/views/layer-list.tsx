import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import { ROAD_RANKS } from '../map/layers/roads.ts';
import type { LayerChoice, LayerName } from '../map/map-scene.ts';
import { CompoundLegend } from './compound-legend.tsx';
import { HexagonLegend, type HexagonMeasure, HexagonOrigin } from './hexagon-legend.tsx';
import { RoomLegend } from './room-legend.tsx';
import { StationShape } from './station-shape.tsx';
import { StatusBadge } from './status-badge.tsx';

interface LayerListProps {
  readonly layers: LayerChoice;
  readonly onChange: (layers: LayerChoice) => void;
  readonly hexagons: HexagonMeasure;
}

/** Switches of the map's layers, each with its legend beneath. */
export function LayerList({ layers, onChange, hexagons }: LayerListProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.layers;
  const row = (name: LayerName, legend?: ReactNode, beside?: ReactNode): ReactNode => (
    <li>
      <div className="layer-head">
        <label className="check">
          <input
            className="check-box"
            type="checkbox"
            checked={layers.shown[name]}
            onChange={(event) => onChange({ ...layers, shown: { ...layers.shown, [name]: event.target.checked } })}
          />
          <span>{words[name]}</span>
        </label>
        {beside}
      </div>
      {layers.shown[name] ? legend : null}
    </li>
  );
  return (
    <section className="panel-section" aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul className="layer-list">
        {row(
          'hexagons',
          <HexagonLegend layers={layers} onChange={onChange} {...hexagons} />,
          <HexagonOrigin {...hexagons} />,
        )}
        {row('settlements', <SettlementLegend />)}
        {row('compounds', <CompoundLegend />)}
        {row('rooms', <RoomLegend />)}
        {row('groups', <p className="layer-note">{words.groupsNote}</p>)}
        {row('stations', <StationLegend />)}
        {row('roads', <RoadLegend />)}
        {row('townships')}
        {row('labels')}
      </ul>
    </section>
  );
}

function SettlementLegend(): ReactNode {
  return (
    <div className="inline-legend">
      <StatusBadge status="pass" />
      <StatusBadge status="marginal" />
      <StatusBadge status="fail" />
    </div>
  );
}

function StationLegend(): ReactNode {
  const { messages } = useLanguage();
  return (
    <ul className="inline-legend">
      {(['central', 'member', 'alone'] as const).map((role) => (
        <li key={role}>
          <StationShape role={role} />
          {messages.station[role]}
        </li>
      ))}
    </ul>
  );
}

function RoadLegend(): ReactNode {
  const { messages } = useLanguage();
  const words: Readonly<Record<string, string>> = messages.layers.roadClasses;
  return (
    <ul className="inline-legend">
      {[...ROAD_RANKS]
        .reverse()
        .filter(({ id }) => words[id])
        .map(({ id, colour, casing }) => (
          <li key={id}>
            <span className="road-swatch" style={{ background: colour, borderColor: casing }} />
            {words[id]}
          </li>
        ))}
    </ul>
  );
}
