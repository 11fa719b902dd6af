import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import { CLOCK, CLOCK_HANDS, ROOM_COLOURS, type RoomShape, roomFill, SHIELD } from '../map/room-shape.ts';

const PLAIN: RoomShape = { side: 'community', isRoundTheClock: false, isModel: false };
const LEGEND = [
  ['community', PLAIN],
  ['rural', { ...PLAIN, side: 'rural' }],
  ['round-the-clock', { ...PLAIN, isRoundTheClock: true }],
  ['model', { ...PLAIN, side: 'rural', isModel: true }],
] as const satisfies readonly (readonly [string, RoomShape])[];

/** The kinds of police rooms, each with the mark that the map draws. */
export function RoomLegend(): ReactNode {
  const { messages } = useLanguage();
  const words = messages.work.rooms;
  return (
    <>
      <ul className="inline-legend">
        {LEGEND.map(([kind, shape]) => (
          <li key={kind}>
            <RoomSymbol shape={shape} />
            {words[kind]}
          </li>
        ))}
      </ul>
      <p className="layer-note">{words.note}</p>
    </>
  );
}

function RoomSymbol({ shape: { side, isRoundTheClock, isModel } }: { shape: RoomShape }): ReactNode {
  const { ink, paper, model } = ROOM_COLOURS;
  return (
    <svg viewBox="-1 -1 18 18" width="15" height="15" aria-hidden="true">
      <path d={SHIELD} fill={roomFill(side)} stroke={isModel ? model : ink} strokeWidth={isModel ? 2.2 : 1.2} />
      {isRoundTheClock ? (
        <>
          <circle cx={CLOCK.x} cy={CLOCK.y} r={CLOCK.radius} fill={paper} stroke={ink} strokeWidth="1.1" />
          <path d={CLOCK_HANDS} fill="none" stroke={ink} strokeWidth="1.1" />
        </>
      ) : null}
    </svg>
  );
}
