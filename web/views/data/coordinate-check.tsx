import type { ReactNode } from 'react';
import type { CoordinateEvidence, DeliveryView } from '../../api/answers.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { Messages } from '../../i18n/zh.ts';
import { PREVIEW_COLOURS } from '../../map/layers/marks.ts';
import { StatusBadge } from '../status-badge.tsx';
import { TakeSystem } from './take-system.tsx';
import type { Delivery } from './use-delivery.ts';

interface CoordinateCheckProps {
  readonly view: DeliveryView;
  readonly delivery: Delivery;
  readonly previewed: number | undefined;
  /** None where there is no map. */
  readonly onPreview?: ((file: number | undefined) => void) | undefined;
}

const STATUS_OF = { consistent: 'pass', contradicted: 'fail', undecided: 'marginal' } as const;

/** What speaks for and against the reference system that each table claims, in figures; before and after on the map. */
export function CoordinateCheck({ view, delivery, previewed, onPreview }: CoordinateCheckProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.data;
  const { coordinates, files } = view;
  if (coordinates.length === 0) return null;
  const worstFirst = [...coordinates].sort((a, b) => severity(a) - severity(b));
  return (
    <section aria-label={words.evidence}>
      <h3>{words.evidence}</h3>
      <p className="hint">{words.evidenceHint}</p>
      {worstFirst.map((evidence) => {
        const position = files.findIndex(({ name }) => name === evidence.file);
        return (
          <details
            key={`${evidence.file} ${evidence.sheet ?? ''}`}
            className={`evidence ${evidence.verdict}`}
            open={evidence.verdict !== 'consistent'}
          >
            <summary>
              {evidence.file}
              {evidence.sheet ? `［${evidence.sheet}］` : ''}{' '}
              <StatusBadge status={STATUS_OF[evidence.verdict]} text={words.verdicts[evidence.verdict] ?? ''} />
            </summary>
            <Readings evidence={evidence} />
            <p className="hint">{noteOf(evidence, messages)}</p>
            <TakeSystem {...{ evidence, view, delivery }} />
            {evidence.kind === 'devices' || !onPreview ? null : (
              <button
                type="button"
                className="plain-button"
                aria-pressed={previewed === position}
                onClick={() => onPreview(previewed === position ? undefined : position)}
              >
                {previewed === position ? words.previewOff : words.preview}
              </button>
            )}
            {previewed === position ? <PreviewLegend hasBetter={evidence.better !== null} /> : null}
          </details>
        );
      })}
    </section>
  );
}

/** What the two kinds of point on the map are. */
function PreviewLegend({ hasBetter }: { hasBetter: boolean }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.data.previewLegend;
  return (
    <ul className="inline-legend preview-legend">
      <li>
        <svg viewBox="0 0 16 16" width="13" height="13" aria-hidden="true">
          <circle cx="8" cy="8" r="5.5" fill="#fff" stroke={PREVIEW_COLOURS.claimed} strokeWidth="2.4" />
        </svg>
        {words.claimed}
      </li>
      {hasBetter ? (
        <li>
          <svg viewBox="0 0 16 16" width="13" height="13" aria-hidden="true">
            <circle cx="8" cy="8" r="5.5" fill={PREVIEW_COLOURS.suggested} />
          </svg>
          {words.suggested}
        </li>
      ) : null}
    </ul>
  );
}

function Readings({ evidence: { claimed, better } }: { evidence: CoordinateEvidence }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.data;
  const rows = [{ is: words.claimed, reading: claimed }, ...(better ? [{ is: words.better, reading: better }] : [])];
  return (
    <table className="work-table">
      <thead>
        <tr>
          <th scope="col">{words.reading}</th>
          <th scope="col" className="numeric">
            {words.inside}
          </th>
          <th scope="col" className="numeric">
            {words.roadMetres}
          </th>
          <th scope="col" className="numeric">
            {words.shift}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ is, reading }) => (
          <tr key={is}>
            <th scope="row">
              <span className="tag">{is}</span> {reading.reading}
            </th>
            <td className="numeric">
              {reading.inside === null ? messages.units.none : `${reading.inside} / ${reading.rows}`}
            </td>
            <td className="numeric">
              {reading.roadMetres === null
                ? messages.units.none
                : `${Math.round(reading.roadMetres)} ${messages.units.metres}`}
            </td>
            <td className="numeric">{shiftText(reading, messages)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** `555 米，偏西`: how far and which way the file is off places known from elsewhere. */
function shiftText({ shiftMetres, shiftBearing }: CoordinateEvidence['claimed'], { data, units }: Messages): string {
  if (shiftMetres === null) return units.none;
  const metres = Math.round(shiftMetres);
  if (metres === 0 || shiftBearing === null) return data.noShift;
  const bearing = Math.round(shiftBearing);
  const direction = data.directions[Math.round(shiftBearing / 45) % 8] ?? '';
  return `${data.shiftText(String(metres), direction)}${units.brackets(`${bearing}°`)}`;
}

function noteOf({ known, points, missing }: CoordinateEvidence, { data, units }: Messages): string {
  return [data.knownText(known, points), ...missing.map((word) => data.missing[word] ?? word)].join(units.comma);
}

function severity({ verdict }: CoordinateEvidence): number {
  return ['contradicted', 'undecided', 'consistent'].indexOf(verdict);
}
