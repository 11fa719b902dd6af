import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import type { Camera } from '../address/address.ts';
import { useLanguage } from '../i18n/language.tsx';
import { type CountyGround, CountyMap } from './county-map.ts';
import type { MapListeners } from './map-listeners.ts';
import type { MapScene } from './map-scene.ts';
import { exposeForTests } from './test-hook.ts';

interface MapCanvasProps {
  readonly ground: CountyGround;
  /** Where to look at first; later ones are what the map itself has told. */
  readonly camera: Camera | undefined;
  readonly scene: MapScene;
  readonly listeners: MapListeners;
  /** Where the map is handed to those who move it. */
  readonly handle: RefObject<CountyMap | undefined>;
}

/** The map's place on the page: a new map for another county or version, and each scene to the map that is there. */
export function MapCanvas({ ground, camera, scene, listeners, handle }: MapCanvasProps): ReactNode {
  const { messages } = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const first = useRef({ camera, listeners });
  first.current.listeners = listeners;
  useEffect(() => {
    if (!place.current) return;
    const map = new CountyMap(
      place.current,
      ground,
      first.current.camera,
      forward(() => first.current.listeners),
    );
    handle.current = map;
    exposeForTests(map);
    return () => {
      handle.current = undefined;
      map.remove();
    };
  }, [ground, handle]);
  // The map of this rendering: it must come after the effect that makes it.
  useEffect(() => handle.current?.show(scene), [scene, handle]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new map wants its label as well.
  useEffect(() => handle.current?.describe(messages.map.label), [messages, handle, ground]);
  return <div ref={place} className="map-canvas" />;
}

/** Listeners that stay the same for MapLibre while those of the page change. */
function forward(current: () => MapListeners): MapListeners {
  return {
    onPick: (...event) => current().onPick(...event),
    onPoint: (...event) => current().onPoint(...event),
    onPointer: (...event) => current().onPointer(...event),
    onView: (...event) => current().onView(...event),
    onTrouble: (...event) => current().onTrouble(...event),
    onDrawn: () => current().onDrawn(),
  };
}
