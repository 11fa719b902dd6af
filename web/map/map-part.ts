import type { LayerSpecification, Map as MapLibreMap, SourceSpecification } from 'maplibre-gl';
import type { DrawnScene } from './map-scene.ts';

/** Whose tiles to ask for. */
export interface TileSet {
  readonly code: string;
  readonly version: number;
}

/**
 * One theme of the map: its sources, its layers from the ground up, and how a scene changes them.
 * `labels` lie above the layers of every part, and draw nothing before the fonts are there.
 */
export interface MapPart {
  readonly sources: (tiles: TileSet) => Readonly<Record<string, SourceSpecification>>;
  readonly layers: readonly LayerSpecification[];
  readonly labels: readonly LayerSpecification[];
  /** Makes what a scene needs, once the style is there: images, and the memory of what was sent. */
  readonly start: (map: MapLibreMap) => ShowScene;
}

/** Sends a scene on to the map, where it differs from the one before. */
export type ShowScene = (scene: DrawnScene, before: DrawnScene | undefined) => void;

/** An empty source that a part fills. */
export const NO_FEATURES: SourceSpecification = {
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
};

/** A vector layer of a county's dataset version. */
export function tileSource(name: string, { code, version }: TileSet, promoteId?: string): SourceSpecification {
  const url = `./api/counties/${encodeURIComponent(code)}/tiles/${name}.json?version=${version}`;
  return { type: 'vector', url, ...(promoteId ? { promoteId } : {}) };
}

/** Shows layers or hides them. */
export function setShown(map: MapLibreMap, layers: readonly LayerSpecification[], isShown: boolean): void {
  const visibility = isShown ? 'visible' : 'none';
  for (const { id } of layers) {
    if (map.getLayoutProperty(id, 'visibility') !== visibility) map.setLayoutProperty(id, 'visibility', visibility);
  }
}
