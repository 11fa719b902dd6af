/**
 * What can go wrong in the domain, as against a caller's mistake (a plain `Error`) and as against
 * "no answer", which is a value. A host maps `code` to an exit status or an HTTP status in one
 * table; `message` is English for developers and logs; hosts word the user's message from `code`
 * and `data`.
 */
export type GeodataErrorCode =
  | 'osm-malformed'
  | 'osm-unsupported'
  | 'network-malformed'
  | 'network-empty'
  | 'input-invalid'
  | 'snap-too-far'
  | 'unknown-id'
  | 'limit-exceeded'
  | 'folder-foreign';

export class GeodataError extends Error {
  readonly code: GeodataErrorCode;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: GeodataErrorCode, message: string, data: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'GeodataError';
    this.code = code;
    this.data = data;
  }
}

/** A file that claims to be OSM PBF and is not, or is damaged. `byteOffset` counts from the start of the file. */
export function osmMalformed(byteOffset: number, reason: string): GeodataError {
  return new GeodataError('osm-malformed', `Malformed OSM PBF at byte ${byteOffset}: ${reason}.`, {
    byteOffset,
    reason,
  });
}

/** A valid OSM PBF that uses a feature this reader refuses rather than half understands. */
export function osmUnsupported(byteOffset: number, feature: string): GeodataError {
  return new GeodataError('osm-unsupported', `Unsupported OSM PBF at byte ${byteOffset}: ${feature}.`, {
    byteOffset,
    feature,
  });
}

/** A buffer that is not a road network, or is of another version, or whose sections do not add up. */
export function networkMalformed(reason: string): GeodataError {
  return new GeodataError('network-malformed', `Not a usable road network: ${reason}.`, { reason });
}

/** A road file in which the profile finds nothing to drive on. */
export function networkEmpty(profile: string): GeodataError {
  return new GeodataError('network-empty', `No road is open to profile ${profile} in this file.`, { profile });
}

/** One problem in a user's table: where it is and which rule it breaks. `row` counts from 1, the header included. */
export interface InputProblem {
  readonly row: number;
  readonly column: string;
  readonly rule: string;
  readonly value?: string;
  /** The sheet of a workbook, or the layer of a zip; undefined in files that have none. */
  readonly sheet?: string;
}

/** A user's file with one or more bad cells; nothing of it was taken in. `problems` is capped, `problemCount` is not. */
export function inputInvalid(file: string, problems: readonly InputProblem[], problemCount: number): GeodataError {
  const first = problems[0];
  const where = first ? `, first at row ${first.row}, column ${first.column}: ${first.rule}` : '';
  return new GeodataError('input-invalid', `${file}: ${problemCount} problem(s)${where}.`, {
    file,
    problems,
    problemCount,
  });
}

/** A point with no road within the snap limit. */
export function snapTooFar(point: readonly [number, number], limitMetres: number): GeodataError {
  return new GeodataError('snap-too-far', `No road within ${limitMetres} m of ${point[0]}, ${point[1]}.`, {
    point,
    limitMetres,
  });
}

/** A name or id that the data does not hold. */
export function unknownId(kind: string, id: string): GeodataError {
  return new GeodataError('unknown-id', `No ${kind} is called ${id}.`, { kind, id });
}

/** A folder for results that holds something else, which is left alone. */
export function folderForeign(folder: string, found: string): GeodataError {
  return new GeodataError('folder-foreign', `${folder} holds ${found}, which was not written here.`, { folder, found });
}
