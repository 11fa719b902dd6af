import type { BlockFrame, ElementGroup } from './block-frame.ts';
import { latE7Of, lonE7Of } from './block-frame.ts';
import type { OsmHandlers, Tags } from './elements.ts';
import {
  type ByteRange,
  EMPTY_RANGE,
  expectVarintOnce,
  nextField,
  readPacked,
  readRangeOnce,
  readSums,
  readZigzag,
  skipField,
} from './message-fields.ts';
import { readTags } from './string-table.ts';

interface NodeColumns {
  readonly ids: Float64Array;
  readonly lonE7: Int32Array;
  readonly latE7: Int32Array;
  /** One entry a node, or undefined where no node of the group has a tag. */
  readonly tags: (Tags | undefined)[] | undefined;
}

/** A DenseNodes message: three columns of differences and one run of keys and values, 0 after each node. */
export function decodeDenseNodes(frame: BlockFrame, message: ByteRange, wanted: boolean): ElementGroup {
  const { pbf } = frame;
  const { id, lon, lat, keysVals } = denseFields(frame, message);
  if (!wanted) {
    pbf.pos = id.start;
    const firstId = id.start === id.end ? [] : [readZigzag(pbf, id.end)];
    return { kind: 'node', ids: Float64Array.from(firstId), handOut: undefined };
  }
  const ids = readSums(pbf, id);
  const lonUnits = readSums(pbf, lon);
  const latUnits = readSums(pbf, lat);
  if (lonUnits.length !== ids.length || latUnits.length !== ids.length) {
    throw new Error(`${ids.length} node ids, ${lonUnits.length} longitudes and ${latUnits.length} latitudes`);
  }
  const lonE7 = new Int32Array(ids.length);
  const latE7 = new Int32Array(ids.length);
  for (let i = 0; i < ids.length; i++) {
    lonE7[i] = lonE7Of(lonUnits[i]!, frame);
    latE7[i] = latE7Of(latUnits[i]!, frame);
  }
  return groupOf({ ids, lonE7, latE7, tags: denseTags(frame, keysVals, ids.length) });
}

/** Node messages, one an element. Where not wanted, only the first is looked at. */
export function decodePlainNodes(frame: BlockFrame, messages: readonly ByteRange[], wanted: boolean): ElementGroup {
  const taken = wanted ? messages : messages.slice(0, 1);
  const ids = new Float64Array(taken.length);
  const lonE7 = new Int32Array(taken.length);
  const latE7 = new Int32Array(taken.length);
  const tags: (Tags | undefined)[] = [];
  taken.forEach((message, index) => {
    const node = readPlainNode(frame, message);
    ids[index] = node.id;
    lonE7[index] = lonE7Of(node.lon, frame);
    latE7[index] = latE7Of(node.lat, frame);
    tags.push(node.tags);
  });
  return wanted ? groupOf({ ids, lonE7, latE7, tags }) : { kind: 'node', ids, handOut: undefined };
}

function groupOf(nodes: NodeColumns): ElementGroup {
  const { ids, lonE7, latE7, tags } = nodes;
  const handOut = (handlers: OsmHandlers): void => {
    for (let i = 0; i < ids.length; i++) handlers.node?.(ids[i]!, lonE7[i]!, latE7[i]!, tags?.[i]);
  };
  return { kind: 'node', ids, handOut };
}

interface DenseFields {
  readonly id: ByteRange;
  readonly lon: ByteRange;
  readonly lat: ByteRange;
  readonly keysVals: ByteRange;
}

function denseFields({ pbf }: BlockFrame, message: ByteRange): DenseFields {
  const end = message.end;
  let id: ByteRange | undefined;
  let lon: ByteRange | undefined;
  let lat: ByteRange | undefined;
  let keysVals: ByteRange | undefined;
  pbf.pos = message.start;
  for (let field = nextField(pbf, end); field !== 0; field = nextField(pbf, end)) {
    if (field === 1) id = readRangeOnce(pbf, end, id, 'the ids of dense nodes');
    else if (field === 8) lat = readRangeOnce(pbf, end, lat, 'the latitudes of dense nodes');
    else if (field === 9) lon = readRangeOnce(pbf, end, lon, 'the longitudes of dense nodes');
    else if (field === 10) keysVals = readRangeOnce(pbf, end, keysVals, 'the tags of dense nodes');
    else skipField(pbf, end);
  }
  return { id: id ?? EMPTY_RANGE, lon: lon ?? EMPTY_RANGE, lat: lat ?? EMPTY_RANGE, keysVals: keysVals ?? EMPTY_RANGE };
}

function denseTags(frame: BlockFrame, keysVals: ByteRange, nodeCount: number): (Tags | undefined)[] | undefined {
  if (keysVals.start === keysVals.end) return undefined;
  const indices = readPacked(frame.pbf, keysVals);
  const tags: (Tags | undefined)[] = new Array(nodeCount);
  let at = 0;
  for (let node = 0; node < nodeCount; node++) {
    if (indices[at] === 0) {
      at++;
      continue;
    }
    const run = readTagRun(frame, indices, at);
    tags[node] = run.tags;
    at = run.next;
  }
  if (at !== indices.length) throw new Error(`${indices.length - at} tag indices after the last dense node`);
  return tags;
}

function readTagRun({ strings }: BlockFrame, indices: Float64Array, start: number): { tags: Tags; next: number } {
  const tags: Record<string, string> = Object.create(null);
  let at = start;
  while (indices[at] !== 0) {
    const key = indices[at];
    const value = indices[at + 1];
    if (key === undefined || value === undefined) throw new Error('the tags of dense nodes end too early');
    tags[strings.text(key)] = strings.text(value);
    at += 2;
  }
  return { tags, next: at + 1 };
}

interface PlainNode {
  readonly id: number;
  readonly lon: number;
  readonly lat: number;
  readonly tags: Tags | undefined;
}

function readPlainNode({ pbf, strings }: BlockFrame, message: ByteRange): PlainNode {
  const end = message.end;
  let id: number | undefined;
  let lon: number | undefined;
  let lat: number | undefined;
  let keys: ByteRange | undefined;
  let values: ByteRange | undefined;
  pbf.pos = message.start;
  for (let field = nextField(pbf, end); field !== 0; field = nextField(pbf, end)) {
    if (field === 2) keys = readRangeOnce(pbf, end, keys, 'the keys of a node');
    else if (field === 3) values = readRangeOnce(pbf, end, values, 'the values of a node');
    else if (field === 1) {
      expectVarintOnce(pbf, id, 'the id of a node');
      id = readZigzag(pbf, end);
    } else if (field === 8) {
      expectVarintOnce(pbf, lat, 'the latitude of a node');
      lat = readZigzag(pbf, end);
    } else if (field === 9) {
      expectVarintOnce(pbf, lon, 'the longitude of a node');
      lon = readZigzag(pbf, end);
    } else skipField(pbf, end);
  }
  if (id === undefined || lon === undefined || lat === undefined) throw new Error('a node without id or position');
  const keyRange = keys ?? EMPTY_RANGE;
  const valueRange = values ?? EMPTY_RANGE;
  const untagged = keyRange.start === keyRange.end && valueRange.start === valueRange.end;
  return { id, lon, lat, tags: untagged ? undefined : readTags(pbf, strings, keyRange, valueRange) };
}
