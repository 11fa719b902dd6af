import { type ReactNode, type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import type { Address } from '../address/address.ts';
import { roundCoord, type Selection } from '../address/selection.ts';
import type { ChangeAddress } from '../address/use-address.ts';
import type { MeasureName } from '../address/work-choice.ts';
import type { Coord, CountyView } from '../api/answers.ts';
import { useLanguage } from '../i18n/language.tsx';
import type { Messages } from '../i18n/zh.ts';
import type { CountyMap } from '../map/county-map.ts';
import { MapCanvas } from '../map/map-canvas.tsx';
import type { MapBounds, MapListeners, Picked, PointedAt } from '../map/map-listeners.ts';
import type { MapScene } from '../map/map-scene.ts';
import { MapControls } from './map-controls.tsx';
import { MapTooltip } from './map-tooltip.tsx';
import type { CountyData } from './use-county-data.ts';

interface MapAreaProps {
  readonly county: CountyView;
  readonly address: Address;
  readonly change: ChangeAddress;
  readonly scene: MapScene;
  readonly data: CountyData;
  readonly map: RefObject<CountyMap | undefined>;
  readonly onBounds: (bounds: MapBounds) => void;
}

/** The map with what lies upon it: tooltip, controls, attribution, the pointer's coordinates. */
export function MapArea({ county, address, change, scene, data, map, onBounds }: MapAreaProps): ReactNode {
  const { messages } = useLanguage();
  const [pointed, setPointed] = useState<PointedAt>();
  const [isDrawn, setDrawn] = useState(false);
  const [trouble, setTrouble] = useState('');
  const coordinates = useRef<HTMLOutputElement>(null);
  const { code, version, bounds } = county;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the bounds belong to the version.
  const ground = useMemo(() => ({ code, version: version.number, bounds }), [code, version.number]);
  const listeners: MapListeners = {
    onPick: (picked, at) =>
      change({ selection: selectionOf(picked, at, scene.measure), work: { ...address.work, panel: 'response' } }),
    onPoint: setPointed,
    onPointer: (at) => {
      if (coordinates.current) coordinates.current.textContent = at ? coordText(at) : '—';
    },
    onView: (camera, view) => {
      change({ camera });
      onBounds(view);
    },
    onTrouble: setTrouble,
    onDrawn: () => setDrawn(true),
  };
  const waitingFor = waitingText(isDrawn, data, messages);
  const cells = useMemo(() => new Map(scene.hexagons?.map((hexagon) => [hexagon.cell, hexagon])), [scene.hexagons]);
  const cell = useCallback((id: string) => cells.get(id), [cells]);
  return (
    <section id="map-area" className="map-area" aria-label={messages.map.label}>
      <MapCanvas ground={ground} camera={address.camera} scene={scene} listeners={listeners} handle={map} />
      <div className="map-crosshair" aria-hidden="true" />
      {pointed ? (
        <MapTooltip pointed={pointed} index={data.index} answer={scene.groups} cell={cell} scene={scene} />
      ) : null}
      <MapControls map={map} />
      {waitingFor ? (
        <p className="map-notice" role="status">
          {waitingFor}
        </p>
      ) : null}
      {trouble ? (
        <p className="map-notice" role="alert">
          {messages.failure.title}
          {messages.units.colon}
          {trouble}
          <button type="button" className="plain-button" onClick={() => setTrouble('')}>
            {messages.origin.close}
          </button>
        </p>
      ) : null}
      <div className="map-strip">
        <span>
          {messages.map.pointer}
          {messages.units.colon}
          <output ref={coordinates}>—</output>
        </span>
        <span>© OpenStreetMap contributors</span>
      </div>
    </section>
  );
}

/** What the map does not show yet. */
function waitingText(isDrawn: boolean, { groups, hexagons }: CountyData, { loading }: Messages): string | undefined {
  if (!isDrawn) return loading.map;
  if (groups.isLoading) return loading.groups;
  return hexagons.isLoading ? loading.hexagons : undefined;
}

/** A place is itself; the ground is a call from there, or under a measure of coverage its hexagon. */
function selectionOf(picked: Picked | undefined, [lon, lat]: Coord, measure: MeasureName): Selection {
  if (picked?.kind === 'station' || picked?.kind === 'settlement') return { kind: picked.kind, id: picked.id };
  if (picked?.kind === 'cell' && measure !== 'response') return { kind: 'cell', id: picked.cell };
  return { kind: 'call', at: [roundCoord(lon), roundCoord(lat)] };
}

function coordText([lon, lat]: Coord): string {
  return `${lon.toFixed(5)}, ${lat.toFixed(5)}`;
}
