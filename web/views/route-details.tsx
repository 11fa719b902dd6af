import type { ReactNode } from 'react';
import type { About, ResponseView, RouteView } from '../api/answers.ts';
import { useLanguage } from '../i18n/language.tsx';
import { OriginButton } from './origin.tsx';

interface RouteDetailsProps {
  readonly route: RouteView;
  /** Its off-road legs; undefined where the service gives them only as part of the sum. */
  readonly response?: Pick<ResponseView, 'offRoad'> | undefined;
  readonly about: About;
}

/** A route taken apart: by class of road down to the sum, and step by step. */
export function RouteDetails({ route, response, about }: RouteDetailsProps): ReactNode {
  const { messages } = useLanguage();
  const words = messages.settlement;
  const offRoad = response?.offRoad ?? {
    seconds: route.seconds - route.driveSeconds,
    metres: route.metres - route.driveMetres,
  };
  return (
    <>
      <table className="route-table">
        <caption>
          {words.byClass}
          <OriginButton
            name={words.byClass}
            value={`${route.seconds.toFixed(1)} ${messages.units.seconds} · ${route.metres.toFixed(1)} ${messages.units.metres}`}
            formula={messages.formulas.roadClass}
            inputs={[[words.turns, messages.formulas.turns]]}
            about={about}
          />
        </caption>
        <RouteHead />
        <tbody>
          {route.byClass.map(({ roadClass, text, seconds, metres }) => (
            <Row key={roadClass} name={text} seconds={seconds} metres={metres} />
          ))}
          <Row name={words.turns} seconds={route.turnSeconds} metres={undefined} />
          <Row name={words.legs} seconds={offRoad.seconds} metres={offRoad.metres} />
        </tbody>
        <tfoot>
          <Row name={words.total} seconds={route.seconds} metres={route.metres} />
        </tfoot>
      </table>
      <details>
        <summary>{`${words.steps}${messages.units.brackets(String(route.steps.length))}`}</summary>
        <table className="route-table">
          <RouteHead />
          <tbody>
            {route.steps.map(({ text, name, ref, seconds, metres }, at) => (
              <Row
                // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the route.
                key={at}
                name={`${[ref, name].filter(Boolean).join(' ') || words.unnamedRoad} · ${text}`}
                seconds={seconds}
                metres={metres}
              />
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function RouteHead(): ReactNode {
  const { messages } = useLanguage();
  return (
    <thead>
      <tr>
        <th scope="col">{messages.layers.roads}</th>
        <th scope="col" className="numeric">
          {messages.units.seconds}
        </th>
        <th scope="col" className="numeric">
          {messages.units.metres}
        </th>
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly name: string;
  readonly seconds: number | null;
  readonly metres: number | undefined;
}

function Row({ name, seconds, metres }: RowProps): ReactNode {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="numeric">{seconds === null ? '—' : seconds.toFixed(1)}</td>
      <td className="numeric">{metres === undefined ? '—' : metres.toFixed(1)}</td>
    </tr>
  );
}
