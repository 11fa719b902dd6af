import type { FastifyReply, FastifyRequest } from 'fastify';
import type { NetworkMeta } from '../../geodata/roads/network.ts';
import type { Language } from '../language.ts';
import { type AnswerInputs, aboutView, inputHash } from './about.ts';
import { type Answer, type Freshness, sendAnswer } from './answers.ts';
import { clientGone } from './client-gone.ts';
import type { AboutView } from './contract/about.ts';
import { CONTENT_TYPES, languageOf, type Media, mediaOf, type TextMedia } from './negotiate.ts';
import type { Services } from './services.ts';

/** What an answer is computed with. */
export interface AnswerContext<Form extends Media = TextMedia> {
  readonly about: AboutView;
  readonly language: Language;
  readonly media: Form;
  /** Aborts when everybody who waits for the answer has gone. */
  readonly signal: AbortSignal;
}

export interface CountyAnswer<Form extends Media = TextMedia> extends AnswerInputs {
  /** Forms that the answer comes in; the first is the usual one. Default: JSON alone. */
  readonly media?: readonly Form[];
  readonly freshness?: Freshness;
  /** Which table the forms other than JSON hold. */
  readonly table?: string;
  /** Whether the store keeps it beyond a restart: for what costs much to compute. In JSON and Chinese alone. */
  readonly isKept?: boolean;
  /** An object, which becomes JSON, or the text or bytes of another form. */
  readonly compute: (context: AnswerContext<Form>) => Promise<object | string | Uint8Array>;
}

/**
 * Answers a question about a county: computed once for everybody who asks the same, in the language and form asked
 * for, and not at all where the store has kept the answer.
 */
export async function answerCounty<Form extends Media = TextMedia>(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: CountyAnswer<Form>,
): Promise<FastifyReply> {
  const language = languageOf(request);
  const media = mediaOf(request, answer.media ?? (['json'] as unknown as readonly Form[]));
  const form = media === 'json' ? 'json' : `${media} ${answer.table}`;
  const make = async (signal: AbortSignal): Promise<Answer> => {
    const { meta } = await services.library.roads(answer.network);
    const about = aboutView(answer, offRoadOf(meta), language);
    const content = await answer.compute({ about, language, media, signal });
    return { contentType: CONTENT_TYPES[media], bytes: bytesOf(content) };
  };
  const isKept = answer.isKept === true && media === 'json' && language === 'zh';
  const compute = isKept ? (signal: AbortSignal) => keptOrMade(services, request, answer, () => make(signal)) : make;
  const found = await services.answers.get(`${inputHash(answer)} ${form} ${language}`, clientGone(reply), compute);
  return sendAnswer(request, reply, found, answer.freshness);
}

function bytesOf(content: object | string | Uint8Array): Buffer {
  if (content instanceof Uint8Array) return Buffer.from(content);
  return Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
}

async function keptOrMade(
  { results }: Services,
  { log }: FastifyRequest,
  answer: AnswerInputs,
  make: () => Promise<Answer>,
): Promise<Answer> {
  const { kind, county, network, counting } = answer;
  const named = { inputHash: inputHash(answer), versionId: county.version.id };
  const kept = await results.find(named.inputHash, named.versionId, log);
  if (kept) return kept;
  const made = await make();
  const { profile, condition } = network;
  const provenance = { kind, profile, condition, engine: 'embedded', rule: counting };
  results.keep({ ...named, ...provenance, contentType: made.contentType, payload: made.bytes }, log);
  return made;
}

/** How places off the road were joined to it. */
export function offRoadOf({ offRoad }: NetworkMeta): AboutView['offRoad'] {
  return { detourFactor: offRoad.detourFactor, kmh: offRoad.kmh };
}
