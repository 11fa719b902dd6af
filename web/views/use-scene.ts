import { useMemo } from 'react';
import type { Selection } from '../address/selection.ts';
import type { SettlementView, StationView } from '../api/answers.ts';
import { useLanguage } from '../i18n/language.tsx';
import type { LayerChoice, MapScene } from '../map/map-scene.ts';
import type { CountyData } from './use-county-data.ts';
import type { SelectionData } from './use-selection-data.ts';

interface SceneParts {
  readonly data: CountyData;
  readonly selected: SelectionData;
  readonly layers: LayerChoice;
  readonly selection: Selection;
  readonly pointedRow: string | undefined;
}

const NO_STATIONS: readonly StationView[] = [];
const NO_SETTLEMENTS: readonly SettlementView[] = [];

/** What the map shows of all that the desk knows. While a new answer is on its way the map keeps the last one. */
export function useScene({ data, selected, layers, selection, pointedRow }: SceneParts): MapScene {
  const { messages } = useLanguage();
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
      hexagons: hexagons?.hexagons,
      selection,
      routes,
      callAt,
      pointedSettlement: pointedRow,
      estimatedWord: messages.map.estimated,
    }),
    [layers, places, groups, hexagons, selection, routes, callAt, pointedRow, messages],
  );
}
