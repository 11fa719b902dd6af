import { readFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import { GeodataError, networkMalformed } from '../../geodata/errors.ts';
import { writeOsm } from '../../geodata/osm/write-osm.ts';
import { buildNetwork } from '../../geodata/roads/build-network.ts';
import { openNetwork, type RoadNetwork, verifyNetwork } from '../../geodata/roads/network.ts';
import { CONDITIONS, type Condition } from '../../geodata/roads/profiles/conditions.ts';
import { findProfile, PROFILE_IDS } from '../../geodata/roads/profiles/find-profile.ts';
import type { NodedLines } from '../../geodata/roads/surveyed/node-lines.ts';
import { writeFileAtomically } from '../files/atomic-file.ts';
import { inflateZlib, openOsmFile } from '../files/osm-file.ts';
import { namingFile } from './naming-file.ts';
import { readSurvey, type SurveySource } from './read-survey.ts';

/** The profile of a network that is built where none is named. */
export const DEFAULT_PROFILE = 'car';

/** How fast the roads are driven. A saved network is taken as it is where neither is given. */
export interface ProfileChoice {
  /** One of `PROFILE_IDS`. */
  readonly profile?: string | undefined;
  /** Default `base`. */
  readonly condition?: Condition | undefined;
}

/** Where a network comes from: built from an OSM PBF file or surveyed lines, or opened from a file of `saveNetwork`. */
export type NetworkSource = ProfileChoice & ({ readonly pbf: string } | { readonly network: string } | SurveySource);

/**
 * Builds a network from an OSM PBF file or surveyed lines, or opens a saved one after comparing every byte with its
 * hash. Errors carry the file's name in `data.file`; a file that is not there is Node's own error.
 * @param signal stops the building between two chunks of the file, with the signal's reason
 * @throws GeodataError `osm-malformed`, `osm-unsupported`, `network-empty`, `unknown-id`, `input-invalid`, and
 * `network-malformed` also where a saved network was built with another profile or condition
 */
export function loadNetwork(source: NetworkSource, signal?: AbortSignal): Promise<RoadNetwork> {
  if ('pbf' in source) return namingFile(source.pbf, buildFromOsm(source.pbf, source, signal));
  if ('network' in source) return namingFile(source.network, openSaved(source.network, source));
  return namingFile(source.roads, buildFromLines(source, source, signal));
}

/** Saves a network for `loadNetwork`, whole or not at all; the file is its buffer, byte for byte. */
export function saveNetwork(file: string, network: RoadNetwork): Promise<void> {
  return writeFileAtomically(file, new Uint8Array(network.buffer));
}

async function buildFromOsm(pbf: string, choice: ProfileChoice, signal?: AbortSignal): Promise<RoadNetwork> {
  const profile = findProfile(choice.profile ?? DEFAULT_PROFILE, choice.condition);
  const open = openOsmFile(pbf);
  return openNetwork(await buildNetwork(() => untilAborted(open(), signal), inflateZlib, profile));
}

async function buildFromLines(survey: SurveySource, choice: ProfileChoice, signal?: AbortSignal): Promise<RoadNetwork> {
  const { noded } = await readSurvey(survey);
  signal?.throwIfAborted();
  return networkOfSurvey(noded, choice);
}

/** The network of surveyed lines that are joined already: the same elements, rules and bytes as from an OSM file. */
export async function networkOfSurvey({ elements }: NodedLines, choice: ProfileChoice): Promise<RoadNetwork> {
  const profile = findProfile(choice.profile ?? DEFAULT_PROFILE, choice.condition);
  const pbf = writeOsm(elements, (raw) => deflateSync(raw));
  return openNetwork(await buildNetwork(() => [pbf], inflateZlib, profile));
}

async function* untilAborted(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    yield chunk;
  }
}

async function openSaved(file: string, choice: ProfileChoice): Promise<RoadNetwork> {
  const network = openChecked(ownBuffer(await readFile(file)));
  const built = network.meta.profile;
  const asked = askedProfile(choice, built);
  if (asked !== built) throw otherProfile(built, asked);
  return network;
}

/** Node may hand out a view into a larger buffer; a network needs one of its own, from its first byte. */
function ownBuffer({ buffer, byteOffset, byteLength }: Buffer): ArrayBufferLike {
  return byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
}

/** Opening reads the description, which damage may have turned into anything, before the hash can be compared. */
function openChecked(buffer: ArrayBufferLike): RoadNetwork {
  try {
    const network = openNetwork(buffer);
    verifyNetwork(network);
    return network;
  } catch (error) {
    if (error instanceof SyntaxError) throw networkMalformed('its description is not JSON');
    throw error;
  }
}

/** The id that a network must have been built with, given what was asked and, for what was not, the id it has. */
function askedProfile({ profile, condition }: ProfileChoice, built: string): string {
  if (profile === undefined && condition === undefined) return built;
  return findProfile(profile ?? baseProfile(built), condition).id;
}

/** A profile's id without its condition. */
function baseProfile(id: string): string {
  return PROFILE_IDS.find((base) => CONDITIONS.some((condition) => id === `${base}+${condition}`)) ?? id;
}

function otherProfile(built: string, asked: string): GeodataError {
  const message = `Not a usable road network: built with profile ${built} when ${asked} was asked for.`;
  return new GeodataError('network-malformed', message, { built, asked });
}
