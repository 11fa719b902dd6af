import type { GeoJSONSource, LayerSpecification } from 'maplibre-gl';
import type { GroupsAnswer, StationView } from '../../api/answers.ts';
import { BOLD_LABEL_FONT } from '../label-font.ts';
import { type MapPart, NO_FEATURES, setShown } from '../map-part.ts';

const SOURCE = 'stations';
/** The layer that answers which station lies at a point. */
export const STATION_ICON = 'station-icon';

/** What a station is to its group. */
export type StationRole = 'central' | 'member' | 'alone';

const LAYERS: readonly LayerSpecification[] = [
  {
    id: 'station-ring',
    type: 'circle',
    source: SOURCE,
    filter: ['==', ['get', 'selected'], true],
    paint: {
      'circle-radius': 15,
      'circle-color': 'rgba(255,255,255,0.8)',
      'circle-stroke-color': '#b3186d',
      'circle-stroke-width': 2.5,
    },
  },
];

const ICONS: readonly LayerSpecification[] = [
  {
    id: STATION_ICON,
    type: 'symbol',
    source: SOURCE,
    layout: {
      'icon-image': ['concat', 'station-', ['get', 'role']],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 8, 0.8, 12, 1.1],
      'icon-allow-overlap': true,
      // Names keep off a station, and a station gives way to none.
      'icon-padding': 0,
    },
  },
];

const NAMES: readonly LayerSpecification[] = [
  {
    id: 'station-name',
    type: 'symbol',
    source: SOURCE,
    layout: {
      visibility: 'none',
      'text-field': ['get', 'name'],
      'text-font': BOLD_LABEL_FONT,
      'text-size': ['interpolate', ['linear'], ['zoom'], 8, 11, 12, 13.5],
      'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
      'text-radial-offset': 0.95,
      'text-justify': 'auto',
      'text-padding': 2,
      'text-max-width': 12,
    },
    paint: { 'text-color': '#14365c', 'text-halo-color': '#ffffff', 'text-halo-width': 1.8 },
  },
];

/** Police stations: a square for a centre, a disc for a member, a ring for one in no group. */
export const stations: MapPart = {
  sources: () => ({ [SOURCE]: NO_FEATURES }),
  layers: LAYERS,
  labels: [...ICONS, ...NAMES],
  start: (map) => (scene, before) => {
    const { shown } = scene.layers;
    setShown(map, [...LAYERS, ...ICONS], shown.stations);
    setShown(map, NAMES, shown.stations && shown.labels && scene.font !== 'none');
    const selected = scene.selection.kind === 'station' ? scene.selection.id : undefined;
    const selectedBefore = before?.selection.kind === 'station' ? before.selection.id : undefined;
    const isSame = scene.stations === before?.stations && scene.groups === before.groups && selected === selectedBefore;
    if (isSame) return;
    const features = scene.stations.map((station) => feature(station, roleOf(station.id, scene.groups), selected));
    map.getSource<GeoJSONSource>(SOURCE)?.setData({ type: 'FeatureCollection', features });
  },
};

/** What a station is in an answer; before there is one, it stands alone. */
export function roleOf(stationId: string, answer: GroupsAnswer | undefined): StationRole {
  for (const { centreId, memberIds } of answer?.groups ?? []) {
    if (centreId === stationId) return 'central';
    if (memberIds.includes(stationId)) return 'member';
  }
  return 'alone';
}

function feature({ id, name, coord }: StationView, role: StationRole, selected: string | undefined): GeoJSON.Feature {
  return {
    type: 'Feature',
    properties: { id, name, role, selected: id === selected },
    geometry: { type: 'Point', coordinates: [...coord] },
  };
}
