import { type ReactNode, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Address } from '../address/address.ts';
import { COUNTY, type Selection } from '../address/selection.ts';
import type { ChangeAddress } from '../address/use-address.ts';
import type { Coord, CountyView, RuleView } from '../api/answers.ts';
import type { CountyMap } from '../map/county-map.ts';
import type { MapBounds } from '../map/map-listeners.ts';
import { DEFAULT_LAYERS } from '../map/map-scene.ts';
import { LayerList } from './layer-list.tsx';
import { MapArea } from './map-area.tsx';
import { Failure } from './notice.tsx';
import { type FigureOrigin, OriginContext } from './origin.tsx';
import { OriginDialog } from './origin-dialog.tsx';
import { RuleForm } from './rule-form.tsx';
import { SelectionPanel } from './selection-panel.tsx';
import { TablePanel } from './table-panel.tsx';
import { useCountyData } from './use-county-data.ts';
import { useQuestions } from './use-questions.ts';
import { useScene } from './use-scene.ts';
import { useSelectionData } from './use-selection-data.ts';
import { useWork, type Work } from './use-work.ts';
import { WorkPanel } from './work-panel.tsx';

interface DeskProps {
  readonly county: CountyView;
  readonly address: Address;
  readonly change: ChangeAddress;
  /** The county has another version. */
  readonly onVersion: () => void;
}

/** The planning desk of a county: rule and layers on the left, the map, the selection on the right, the table below. */
export function Desk({ county, address, change, onVersion }: DeskProps): ReactNode {
  const [layers, setLayers] = useState(DEFAULT_LAYERS);
  const [origin, setOrigin] = useState<FigureOrigin>();
  const [pointedRow, setPointedRow] = useState<string>();
  const [bounds, setBounds] = useState<MapBounds>();
  const map = useRef<CountyMap>(undefined);
  const questions = useQuestions(county, address.rule);
  const data = useCountyData(questions);
  const selected = useSelectionData(questions, address.selection, address.time);
  const work = useWork(county, address, change, questions);
  const scene = useScene({ data, selected, work, layers, address, pointedRow });
  const mark = useMarking(work, map);
  const changeRule = useCallback(
    (part: Partial<RuleView>) => change({ rule: { ...address.rule, ...part } }),
    [change, address.rule],
  );
  const showRoute = useCallback(() => {
    map.current?.fit(scene.routes.flatMap(({ route }) => [...route.access, ...route.line, ...route.egress]));
  }, [scene.routes]);
  const selectRow = (selection: Selection): void => {
    change({ selection });
    const place = selection.kind === 'settlement' ? data.index.settlement.get(selection.id) : undefined;
    if (place) map.current?.reveal(place.coord);
  };
  useEscape(
    useCallback(() => change({ selection: COUNTY }), [change]),
    address.selection.kind !== 'county' && !origin,
  );
  const isResponse = address.work.panel === 'response';
  // Of all answers here only a call's may come from another engine than was to be expected.
  const note = selected.dispatch.shown?.about.note;
  return (
    <OriginContext.Provider value={setOrigin}>
      {note ? <p className="banner">{note}</p> : null}
      <main className={isResponse ? 'desk' : 'desk with-work'}>
        <div className="left-panel">
          <RuleForm rule={address.rule} profiles={county.profiles} onChange={changeRule} />
          <LayerList
            layers={layers}
            onChange={setLayers}
            hexagons={{
              measure: address.work.measure,
              onMeasure: (measure) => change({ work: { ...address.work, measure } }),
              responseAbout: data.hexagons.data?.about,
              coverage: work.coverage,
            }}
          />
          {data.hexagons.error === undefined ? null : (
            <Failure error={data.hexagons.error} onRetry={data.hexagons.retry} />
          )}
        </div>
        <MapArea {...{ county, address, change, scene, data, map }} onBounds={setBounds} />
        {isResponse ? (
          <>
            <SelectionPanel
              {...{ county, address, change, data, selected }}
              coverage={work.coverage}
              onShowRoute={showRoute}
            />
            <TablePanel
              data={data}
              selection={address.selection}
              mapBounds={bounds}
              select={selectRow}
              onPoint={setPointedRow}
            />
          </>
        ) : (
          <WorkPanel {...{ county, address, change, data, questions, onVersion }} {...work} onMark={mark} />
        )}
      </main>
      {origin ? <OriginDialog origin={origin} onClose={() => setOrigin(undefined)} /> : null}
    </OriginContext.Provider>
  );
}

/** Brings the positions of a delivery into view as they come; returns what marks a place and goes there. */
function useMarking({ preview, setMarked }: Work, map: RefObject<CountyMap | undefined>) {
  useEffect(() => {
    const located = (preview?.features ?? []).filter(({ geometry }) => geometry);
    const moved = located.filter(({ properties }) => properties.position === 'suggested');
    const one = moved[Math.floor(moved.length / 2)]?.geometry?.coordinates;
    // Before and after are hundreds of metres apart: they cannot be told apart on the whole county.
    if (one) map.current?.goTo(one as Coord);
    else map.current?.fit(located.map(({ geometry }) => geometry?.coordinates as Coord));
  }, [preview, map]);
  return useCallback(
    (coord: Coord | undefined) => {
      setMarked(coord);
      if (coord) map.current?.goTo(coord);
    },
    [setMarked, map],
  );
}

/** Esc clears the selection, unless something else is open that Esc closes. */
function useEscape(clear: () => void, isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') clear();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [clear, isWanted]);
}
