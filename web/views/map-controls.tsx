import type { ReactNode, RefObject } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import type { CountyMap } from '../map/county-map.ts';

/** Zoom, the whole county, and where north is. */
export function MapControls({ map }: { map: RefObject<CountyMap | undefined> }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.map;
  return (
    <div className="map-controls">
      <svg className="north-arrow" viewBox="0 0 24 32" width="24" height="32" role="img" aria-label={words.north}>
        <title>{words.north}</title>
        <path d="M12 9 18 30 12 25.5z" fill="#fff" stroke="#2f3a45" />
        <path d="M12 9 6 30 12 25.5z" fill="#2f3a45" stroke="#2f3a45" />
        <text x="12" y="7.5" textAnchor="middle" fontSize="9" fontWeight="700" fill="#2f3a45">
          N
        </text>
      </svg>
      <button type="button" aria-label={words.zoomIn} title={words.zoomIn} onClick={() => map.current?.zoomBy(1)}>
        +
      </button>
      <button type="button" aria-label={words.zoomOut} title={words.zoomOut} onClick={() => map.current?.zoomBy(-1)}>
        −
      </button>
      <button type="button" className="whole-county" onClick={() => map.current?.fitCounty()}>
        {words.wholeCounty}
      </button>
    </div>
  );
}
