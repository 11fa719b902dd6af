import { useMemo } from 'react';
import type { Address } from '../address/address.ts';
import type { SettlementView, StationView } from '../api/answers.ts';
import { useLanguage } from '../i18n/language.tsx';
import type { LayerChoice, MapScene } from '../map/map-scene.ts';
import type { CountyData } from './use-county-data.ts';
import type { SelectionData } from './use-selection-data.ts';
import type { Work } from './use-work.ts';

interface SceneParts {
  readonly data: CountyData;
  readonly selected: SelectionData;
  readonly work: Work;
  readonly layers: LayerChoice;
  readonly address: Address;
  readonly pointedRow: string | undefined;
}

const NO_STATIONS: readonly StationView[] = [];
const NO_SETTLEMENTS: readonly SettlementView[] = [];

/** What the map shows of all that the desk knows. While a new answer is on its way the map keeps the last one. */
export function useScene({ data, selected, work, layers, address, pointedRow }: SceneParts): MapScene {
  const { messages } = useLanguage();
  const { selection } = address;
  const { measure } = address.work;
  const { compounds, rooms, marked, preview } = work;
  const coverage = work.coverage.shown;
  const places = data.places.shown;
  const groups = data.groups.shown;
  const hexagons = data.hexagons.shown;
  const callAt = selected.dispatch.data?.place.coord ?? (selection.kind === 'call' ? selection.at : undefined);
  const { routes } = selected;
  return useMemo(
    () => ({
      layers,
      stations: places?.stations ?? NO_STATIONS,
      settlements: places?.settlements ?? NO_SETTLEMENTS,
      groups,
      measure,
      hexagons: hexagons?.hexagons,
      coverage: coverage?.hexagons,
      compounds,
      rooms,
      selection,
      routes,
      callAt,
      marked,
      preview,
      pointedSettlement: pointedRow,
      estimatedWord: messages.map.estimated,
    }),
    [
      layers,
      places,
      groups,
      measure,
      hexagons,
      coverage,
      compounds,
      rooms,
      selection,
      routes,
      callAt,
      marked,
      preview,
      pointedRow,
      messages,
    ],
  );
}
