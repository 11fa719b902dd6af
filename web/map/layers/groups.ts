import type { ExpressionSpecification, GeoJSONSource, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { GroupsAnswer, SettlementView, StationView } from '../../api/answers.ts';
import { groupColour } from '../colours.ts';
import { type MapPart, NO_FEATURES, setShown } from '../map-part.ts';
import type { DrawnScene } from '../map-scene.ts';
import { groupOfTownships } from './township-groups.ts';

const LINKS = 'group-links';
const NO_COLOUR = 'rgba(0,0,0,0)';

const LAYERS: readonly LayerSpecification[] = [
  {
    id: 'group-band',
    type: 'line',
    source: 'areas',
    'source-layer': 'areas',
    filter: ['==', ['get', 'kind'], 'township'],
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': NO_COLOUR,
      'line-opacity': 0.42,
      'line-width': 5,
      'line-offset': 2.5,
    },
  },
  {
    id: 'group-link-halo',
    type: 'line',
    source: LINKS,
    layout: { 'line-cap': 'round' },
    paint: { 'line-color': '#ffffff', 'line-width': ['case', ['get', 'selected'], 7, 5], 'line-opacity': 0.85 },
  },
  {
    id: 'group-link',
    type: 'line',
    source: LINKS,
    layout: { 'line-cap': 'round' },
    paint: { 'line-color': ['get', 'colour'], 'line-width': ['case', ['get', 'selected'], 4, 2.2] },
  },
];

/** Cooperation groups: a line from each centre to its members, and a band of the group's colour inside its townships. */
export const groups: MapPart = {
  sources: () => ({ [LINKS]: NO_FEATURES }),
  layers: LAYERS,
  labels: [],
  start: (map) => (scene, before) => {
    setShown(map, LAYERS, scene.layers.shown.groups);
    const { groups: answer, stations, settlements } = scene;
    const isNew = answer !== before?.groups || stations !== before?.stations || settlements !== before.settlements;
    const selected = selectedGroup(scene);
    if (isNew) map.setPaintProperty('group-band', 'line-color', answer ? bandColours(answer, settlements) : NO_COLOUR);
    if (isNew || (before && selected !== selectedGroup(before))) sendLinks(map, answer, stations, selected);
  },
};

/** The group that a scene has selected, by itself or by one of its stations. */
function selectedGroup({ selection, groups: answer }: DrawnScene): string | undefined {
  if (selection.kind === 'group') return selection.id;
  if (selection.kind !== 'station') return undefined;
  return answer?.groups.find(({ centreId, memberIds }) => [centreId, ...memberIds].includes(selection.id))?.id;
}

function sendLinks(
  map: MapLibreMap,
  answer: GroupsAnswer | undefined,
  stations: readonly StationView[],
  selected: string | undefined,
): void {
  const coordOf = new Map(stations.map(({ id, coord }) => [id, coord]));
  const features = (answer?.groups ?? []).flatMap(({ id, centreId, memberIds }, index) =>
    memberIds.flatMap((memberId): GeoJSON.Feature[] => {
      const ends = [coordOf.get(centreId), coordOf.get(memberId)].flatMap((coord) => (coord ? [[...coord]] : []));
      if (ends.length < 2) return [];
      const properties = { colour: groupColour(index), selected: id === selected };
      return [{ type: 'Feature', properties, geometry: { type: 'LineString', coordinates: ends } }];
    }),
  );
  map.getSource<GeoJSONSource>(LINKS)?.setData({ type: 'FeatureCollection', features });
}

function bandColours(answer: GroupsAnswer, settlements: readonly SettlementView[]): ExpressionSpecification | string {
  const indexOf = new Map(answer.groups.map(({ id }, index) => [id, index]));
  const cases = [...groupOfTownships(answer, settlements)].flatMap(([township, groupId]) => {
    const index = indexOf.get(groupId);
    return index === undefined ? [] : [township, groupColour(index)];
  });
  if (cases.length === 0) return NO_COLOUR;
  return ['match', ['get', 'name'], ...cases, NO_COLOUR] as unknown as ExpressionSpecification;
}
