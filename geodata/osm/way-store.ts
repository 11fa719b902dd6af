/** The node lists of many ways in two growing columns, since a way for itself costs an object and a buffer. */
export interface WayStore {
  readonly add: (id: number, nodeIds: Float64Array) => void;
  /** Node lists of those of the ways that are here. */
  readonly pick: (ids: ReadonlySet<number>) => Map<number, Float64Array>;
}

/** 8 bytes a node reference and 16 a way, up to twice that while growing. */
export function createWayStore(): WayStore {
  let ids: Float64Array = new Float64Array(1024);
  let ends: Float64Array = new Float64Array(1024);
  let refs: Float64Array = new Float64Array(16_384);
  let wayCount = 0;
  let refCount = 0;
  return {
    add: (id, nodeIds) => {
      ids = withRoom(ids, wayCount + 1);
      ends = withRoom(ends, wayCount + 1);
      refs = withRoom(refs, refCount + nodeIds.length);
      refs.set(nodeIds, refCount);
      refCount += nodeIds.length;
      ids[wayCount] = id;
      ends[wayCount++] = refCount;
    },
    pick: (wanted) => {
      const picked = new Map<number, Float64Array>();
      for (let way = 0; way < wayCount; way++) {
        if (wanted.has(ids[way]!)) picked.set(ids[way]!, refs.slice(way === 0 ? 0 : ends[way - 1], ends[way]));
      }
      return picked;
    },
  };
}

function withRoom(column: Float64Array, length: number): Float64Array {
  if (length <= column.length) return column;
  const larger = new Float64Array(Math.max(length, column.length * 2));
  larger.set(column);
  return larger;
}
