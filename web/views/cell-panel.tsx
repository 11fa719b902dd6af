import type { ReactNode } from 'react';
import type { HexagonsAnswer } from '../api/answers.ts';
import type { CoverageCell, CoverageHexagons } from '../api/coverage.ts';
import { useLanguage } from '../i18n/language.tsx';
import { countText, minutesPhrase, secondsPhrase, shareText } from '../i18n/measures.ts';
import { classOf } from '../map/measures.ts';
import { Figure } from './figure.tsx';
import { Empty } from './notice.tsx';
import type { CountyIndex } from './use-county-data.ts';

interface CellPanelProps {
  readonly id: string;
  readonly coverage: CoverageHexagons;
  /** Response times of all cells, once they are there. */
  readonly response: HexagonsAnswer | undefined;
  readonly index: CountyIndex;
}

/** All measures of one hexagon, each with where it comes from. What is withheld says so. */
export function CellPanel({ id, coverage, response, index }: CellPanelProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.work.cell;
  const cell = coverage.hexagons.find((one) => one.cell === id);
  const soonest = response?.hexagons.find((one) => one.cell === id);
  if (!cell && !soonest) return <Empty text={messages.empty.selection} />;
  return (
    <article className="cell-panel">
      <h2>{words.title}</h2>
      <p className="hint">{words.id(id)}</p>
      {response ? (
        <dl className="figures">
          <Figure
            name={messages.map.firstThere}
            value={
              soonest?.stationId
                ? `${index.stationName(soonest.stationId)} ${minutesPhrase(soonest.seconds, messages)}`
                : messages.layers.noRoad
            }
            formula={messages.formulas.hexagon}
            inputs={
              soonest?.seconds === undefined || soonest.seconds === null
                ? []
                : [[messages.settlement.drive, secondsPhrase(soonest.seconds, messages)]]
            }
            about={response.about}
          />
        </dl>
      ) : null}
      <h3>{words.video}</h3>
      <VideoFigures cell={cell} about={coverage.about} />
      <h3>{words.volunteers}</h3>
      <VolunteerFigures cell={cell} about={coverage.about} />
    </article>
  );
}

interface PartProps {
  readonly cell: CoverageCell | undefined;
  readonly about: CoverageHexagons['about'];
}

function VideoFigures({ cell, about }: PartProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.work.cell;
  if (cell?.videoSampleTooSmall) return <Empty text={messages.settlement.tooSmall} />;
  if (!cell?.video) return <Empty text={words.noCompounds} />;
  const { due, equipped, networked, unknownCompounds } = cell.video;
  const rate = (name: string, part: number, whole: number, wholeName: string, formula: string): ReactNode => (
    <Figure
      name={name}
      value={shareText(part, whole)}
      note={`${countText(part)} / ${countText(whole)}`}
      formula={formula}
      inputs={[
        [messages.work.scorecard.numerator, countText(part)],
        [`${messages.work.scorecard.denominator}${messages.units.brackets(wholeName)}`, countText(whole)],
      ]}
      about={about}
    />
  );
  const { measureFormulas } = messages.work;
  return (
    <dl className="figures">
      <Figure name={words.due} value={countText(due)} formula={words.dueFormula} about={about} />
      {rate(messages.work.measures.equipped, equipped, due, words.due, measureFormulas.equipped)}
      {rate(messages.work.measures.networked, networked, due, words.due, measureFormulas.networked)}
      {rate(words.networkedOfEquipped, networked, equipped, words.equipped, words.networkedOfEquippedFormula)}
      {unknownCompounds > 0 ? (
        <Figure name={words.unknown} value={countText(unknownCompounds)} formula={words.unknownFormula} about={about} />
      ) : null}
      {cell.watchedPercent === null ? null : (
        <Figure name={words.watched} value={`${cell.watchedPercent}%`} formula={words.watchedFormula} about={about} />
      )}
    </dl>
  );
}

function VolunteerFigures({ cell, about }: PartProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.work.cell;
  if (cell?.volunteersSampleTooSmall) return <Empty text={messages.settlement.tooSmall} />;
  if (!cell?.volunteers) return <Empty text={words.noUnits} />;
  const { households, per100Households, estimate, bandText } = cell.volunteers;
  const figures = (value: number): string => value.toFixed(1);
  const formula = messages.work.measureFormulas.volunteers;
  const inputs = [[messages.settlement.households, countText(households)]] as const;
  const name = classOf(cell, 'volunteers') ?? 'open';
  return (
    <dl className="figures">
      <Figure
        name={words.band}
        value={bandText ?? messages.work.classes[name]}
        formula={formula}
        inputs={inputs}
        about={about}
      />
      <Figure
        name={words.raw}
        value={per100Households === null ? messages.units.none : figures(per100Households)}
        formula={words.rawFormula}
        inputs={inputs}
        about={about}
      />
      {estimate ? (
        <Figure
          name={words.estimate}
          value={figures(estimate.per100Households)}
          note={words.interval(figures(estimate.low), figures(estimate.high))}
          formula={words.estimateFormula}
          inputs={inputs}
          about={about}
        />
      ) : null}
      <Figure
        name={messages.settlement.households}
        value={countText(households)}
        formula={words.householdsFormula}
        about={about}
      />
    </dl>
  );
}
