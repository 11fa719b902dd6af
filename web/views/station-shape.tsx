import type { ReactNode } from 'react';
import type { StationRole } from '../map/layers/stations.ts';

const INK = '#14365c';

/** A station's sign as the map draws it: square centre, disc member, ring in no group. */
export function StationShape({ role }: { role: StationRole }): ReactNode {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      {role === 'central' ? (
        <>
          <path d="M2 2h12v12H2z" fill={INK} />
          <path d="M6.4 6.4h3.2v3.2H6.4z" fill="#fff" />
        </>
      ) : (
        <circle cx="8" cy="8" r="6.4" fill={INK} />
      )}
      {role === 'alone' ? <circle cx="8" cy="8" r="4" fill="#fff" /> : null}
    </svg>
  );
}
