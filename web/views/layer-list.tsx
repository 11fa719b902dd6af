import type { ReactNode } from 'react';
import type { About } from '../api/answers.ts';
import { useLanguage } from '../i18n/language.tsx';
import { BAND_COLOURS, NO_ROAD_COLOUR } from '../map/colours.ts';
import { ROAD_RANKS } from '../map/layers/roads.ts';
import type { LayerChoice, LayerName } from '../map/map-scene.ts';
import { CompoundLegend } from './compound-legend.tsx';
import { OriginButton } from './origin.tsx';
import { StationShape } from './station-shape.tsx';
import { StatusBadge } from './status-badge.tsx';

interface LayerListProps {
  readonly layers: LayerChoice;
  readonly onChange: (layers: LayerChoice) => void;
  /** What the hexagons were computed from, once they are. */
  readonly hexagonsAbout: About | undefined;
}

/** Switches of the map's layers, each with its legend beneath. */
export function LayerList({ layers, onChange, hexagonsAbout }: LayerListProps): ReactNode {
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
          <HexagonLegend layers={layers} onChange={onChange} />,
          <HexagonOrigin about={hexagonsAbout} />,
        )}
        {row('settlements', <SettlementLegend />)}
        {row('compounds', <CompoundLegend />)}
        {row('groups', <p className="layer-note">{words.groupsNote}</p>)}
        {row('stations', <StationLegend />)}
        {row('roads', <RoadLegend />)}
        {row('townships')}
        {row('labels')}
      </ul>
    </section>
  );
}

function HexagonOrigin({ about }: { about: About | undefined }): ReactNode {
  const { messages } = useLanguage();
  if (!about) return null;
  const value = messages.layers.bands.join(messages.units.list);
  return (
    <OriginButton name={messages.layers.hexagons} value={value} formula={messages.formulas.hexagon} about={about} />
  );
}

function HexagonLegend({ layers, onChange }: Pick<LayerListProps, 'layers' | 'onChange'>): ReactNode {
  const { messages } = useLanguage();
  const words = messages.layers;
  const bands = words.bands.map((text, band) => ({ text, colour: BAND_COLOURS[band] ?? NO_ROAD_COLOUR }));
  return (
    <>
      <ul className="swatches">
        {[...bands, { text: words.noRoad, colour: NO_ROAD_COLOUR }].map(({ text, colour }) => (
          <li key={text}>
            <span className="swatch">
              <span style={{ background: colour, opacity: layers.hexagonOpacity }} />
            </span>
            {text}
          </li>
        ))}
        <li>
          <span className="swatch hatched" />
          {words.outside}
        </li>
      </ul>
      <p className="layer-note">{words.hexagonsNote}</p>
      <label className="opacity">
        <span>{words.opacity}</span>
        <input
          type="range"
          min={10}
          max={100}
          step={5}
          value={Math.round(layers.hexagonOpacity * 100)}
          onChange={(event) => onChange({ ...layers, hexagonOpacity: Number(event.target.value) / 100 })}
        />
        <output>{Math.round(layers.hexagonOpacity * 100)}%</output>
      </label>
    </>
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
