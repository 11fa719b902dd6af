import type { ReactNode } from 'react';
import { MEASURES, type MeasureName } from '../address/work-choice.ts';
import type { About } from '../api/answers.ts';
import type { CoverageHexagons } from '../api/coverage.ts';
import type { Answer } from '../api/use-answer.ts';
import { useLanguage } from '../i18n/language.tsx';
import { momentText } from '../i18n/measures.ts';
import { BAND_COLOURS, NO_ROAD_COLOUR } from '../map/colours.ts';
import type { LayerChoice } from '../map/map-scene.ts';
import { CoverageLegend } from './coverage-legend.tsx';
import { Failure, Loading } from './notice.tsx';
import { OriginButton } from './origin.tsx';

/** What the hexagons show and have been computed from. */
export interface HexagonMeasure {
  readonly measure: MeasureName;
  readonly onMeasure: (measure: MeasureName) => void;
  /** Of response times, once they are there. */
  readonly responseAbout: About | undefined;
  readonly coverage: Answer<CoverageHexagons>;
}

interface HexagonLegendProps extends HexagonMeasure {
  readonly layers: LayerChoice;
  readonly onChange: (layers: LayerChoice) => void;
}

/** Which measure the hexagons show, its classes, unit and date, and how strongly they are drawn. */
export function HexagonLegend(props: HexagonLegendProps): ReactNode {
  const { layers, onChange, measure, onMeasure, coverage } = props;
  const { messages } = useLanguage();
  const words = messages.layers;
  return (
    <>
      <select
        className="measure-choice"
        aria-label={messages.work.measure}
        value={measure}
        onChange={({ target }) => onMeasure(MEASURES.find((name) => name === target.value) ?? 'response')}
      >
        {MEASURES.map((name) => (
          <option key={name} value={name}>
            {messages.work.measures[name]}
          </option>
        ))}
      </select>
      {measure === 'response' ? <ResponseLegend opacity={layers.hexagonOpacity} /> : null}
      {measure !== 'response' && coverage.error !== undefined ? (
        <Failure error={coverage.error} onRetry={coverage.retry} />
      ) : null}
      {measure !== 'response' && coverage.isLoading ? <Loading text={messages.loading.hexagons} /> : null}
      {measure !== 'response' && coverage.shown ? (
        <>
          <CoverageLegend measure={measure} answer={coverage.shown} opacity={layers.hexagonOpacity} />
          <p className="layer-note">{messages.work.measureNotes[measure]}</p>
          <p className="layer-note">{messages.work.dataAsOf(momentText(coverage.shown.about.version.createdAt))}</p>
        </>
      ) : null}
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

/** Where the measure comes from, once it is there. */
export function HexagonOrigin({ measure, responseAbout, coverage }: HexagonMeasure): ReactNode {
  const { messages } = useLanguage();
  const about = measure === 'response' ? responseAbout : coverage.shown?.about;
  if (!about) return null;
  const { bands } = messages.layers;
  const [value, formula] =
    measure === 'response'
      ? [bands.join(messages.units.list), messages.formulas.hexagon]
      : [messages.work.measureUnits[measure], messages.work.measureFormulas[measure]];
  return <OriginButton name={messages.work.measures[measure]} value={value} formula={formula} about={about} />;
}

function ResponseLegend({ opacity }: { opacity: number }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.layers;
  const bands = words.bands.map((text, band) => ({ text, colour: BAND_COLOURS[band] ?? NO_ROAD_COLOUR }));
  return (
    <>
      <ul className="swatches">
        {[...bands, { text: words.noRoad, colour: NO_ROAD_COLOUR }].map(({ text, colour }) => (
          <li key={text}>
            <span className="swatch">
              <span style={{ background: colour, opacity }} />
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
    </>
  );
}
