import type { BlockFrame, ElementGroup } from './block-frame.ts';
import type { OsmHandlers, OsmMember, Tags } from './elements.ts';
import {
  type ByteRange,
  EMPTY_RANGE,
  expectVarintOnce,
  nextField,
  readPacked,
  readRangeOnce,
  readSigned,
  readSums,
  skipField,
} from './message-fields.ts';
import { readTags } from './string-table.ts';

const MEMBER_TYPES = ['node', 'way', 'relation'] as const;

/** Way messages, one an element. Where not wanted, only the id of the first is looked at. */
export function decodeWays(frame: BlockFrame, messages: readonly ByteRange[], wanted: boolean): ElementGroup {
  if (!wanted) return unwanted('way', frame, messages);
  const ids = new Float64Array(messages.length);
  const nodeIds: Float64Array[] = [];
  const tags: Tags[] = [];
  messages.forEach((message, index) => {
    const fields = readFields(frame, message, 'way');
    ids[index] = fields.id;
    nodeIds.push(readSums(frame.pbf, fields.refs));
    tags.push(readTags(frame.pbf, frame.strings, fields.keys, fields.values));
  });
  const handOut = (handlers: OsmHandlers): void => {
    for (let i = 0; i < ids.length; i++) handlers.way?.(ids[i]!, nodeIds[i]!, tags[i]!);
  };
  return { kind: 'way', ids, handOut };
}

/** Relation messages, one an element. Where not wanted, only the id of the first is looked at. */
export function decodeRelations(frame: BlockFrame, messages: readonly ByteRange[], wanted: boolean): ElementGroup {
  if (!wanted) return unwanted('relation', frame, messages);
  const ids = new Float64Array(messages.length);
  const members: OsmMember[][] = [];
  const tags: Tags[] = [];
  messages.forEach((message, index) => {
    const fields = readFields(frame, message, 'relation');
    ids[index] = fields.id;
    members.push(readMembers(frame, fields));
    tags.push(readTags(frame.pbf, frame.strings, fields.keys, fields.values));
  });
  const handOut = (handlers: OsmHandlers): void => {
    for (let i = 0; i < ids.length; i++) handlers.relation?.(ids[i]!, members[i]!, tags[i]!);
  };
  return { kind: 'relation', ids, handOut };
}

function unwanted(kind: 'way' | 'relation', frame: BlockFrame, messages: readonly ByteRange[]): ElementGroup {
  const first = messages.slice(0, 1).map((message) => readFields(frame, message, kind).id);
  return { kind, ids: Float64Array.from(first), handOut: undefined };
}

/** Where the fields of a way or relation lie. `refs` and `types` are member columns; a way has no `roles` and `types`. */
interface Fields {
  readonly id: number;
  readonly keys: ByteRange;
  readonly values: ByteRange;
  readonly roles: ByteRange;
  readonly refs: ByteRange;
  readonly types: ByteRange;
}

/** Field numbers of the columns: a way's nodes are field 8; a relation's roles, ids and types are 8, 9 and 10. */
function readFields({ pbf }: BlockFrame, message: ByteRange, kind: 'way' | 'relation'): Fields {
  const end = message.end;
  let id: number | undefined;
  let keys: ByteRange | undefined;
  let values: ByteRange | undefined;
  const columns: (ByteRange | undefined)[] = [];
  const lastColumn = kind === 'way' ? 8 : 10;
  pbf.pos = message.start;
  for (let field = nextField(pbf, end); field !== 0; field = nextField(pbf, end)) {
    if (field === 1) {
      expectVarintOnce(pbf, id, `the id of a ${kind}`);
      id = readSigned(pbf, end);
    } else if (field === 2) keys = readRangeOnce(pbf, end, keys, `the keys of a ${kind}`);
    else if (field === 3) values = readRangeOnce(pbf, end, values, `the values of a ${kind}`);
    else if (field >= 8 && field <= lastColumn)
      columns[field] = readRangeOnce(pbf, end, columns[field], `field ${field} of a ${kind}`);
    else skipField(pbf, end);
  }
  if (id === undefined) throw new Error(`a ${kind} without id`);
  return {
    id,
    keys: keys ?? EMPTY_RANGE,
    values: values ?? EMPTY_RANGE,
    roles: (kind === 'relation' ? columns[8] : undefined) ?? EMPTY_RANGE,
    refs: (kind === 'way' ? columns[8] : columns[9]) ?? EMPTY_RANGE,
    types: columns[10] ?? EMPTY_RANGE,
  };
}

function readMembers({ pbf, strings }: BlockFrame, fields: Fields): OsmMember[] {
  const roles = readPacked(pbf, fields.roles);
  const refs = readSums(pbf, fields.refs);
  const types = readPacked(pbf, fields.types);
  if (roles.length !== refs.length || types.length !== refs.length) {
    throw new Error(`${refs.length} members, ${roles.length} roles and ${types.length} types`);
  }
  return Array.from(refs, (id, index) => {
    const type = MEMBER_TYPES[types[index]!];
    if (type === undefined) throw new Error(`member type ${types[index]}`);
    return { type, id, role: strings.text(roles[index]!) };
  });
}
