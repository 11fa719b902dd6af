import type { FastifyReply, FastifyRequest } from 'fastify';
import type { NetworkMeta } from '../../geodata/roads/network.ts';
import type { Language } from '../language.ts';
import { type AnswerInputs, aboutView, inputHash } from './about.ts';
import { type Answer, type Freshness, sendAnswer } from './answers.ts';
import { clientGone } from './client-gone.ts';
import type { AboutView } from './contract/about.ts';
import { CONTENT_TYPES, languageOf, type Media, mediaOf } from './negotiate.ts';
import type { Services } from './services.ts';

/** What an answer is computed with. */
export interface AnswerContext {
  readonly about: AboutView;
  readonly language: Language;
  readonly media: Media;
  /** Aborts when everybody who waits for the answer has gone. */
  readonly signal: AbortSignal;
}

export interface CountyAnswer extends AnswerInputs {
  /** Forms that the answer comes in; the first is the usual one. Default: JSON alone. */
  readonly media?: readonly Media[];
  readonly freshness?: Freshness;
  /** An object, which becomes JSON, or the text of another form. */
  readonly compute: (context: AnswerContext) => Promise<object | string>;
}

/** Answers a question about a county: computed once for everybody who asks the same, in the language and form asked for. */
export async function answerCounty(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: CountyAnswer,
): Promise<FastifyReply> {
  const language = languageOf(request);
  const media = mediaOf(request, answer.media ?? ['json']);
  const key = `${inputHash(answer)} ${media} ${language}`;
  const found = await services.answers.get(key, clientGone(reply), async (signal): Promise<Answer> => {
    const { meta } = await services.library.roads(answer.network);
    const about = aboutView(answer, offRoadOf(meta), language);
    const content = await answer.compute({ about, language, media, signal });
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    return { contentType: CONTENT_TYPES[media], bytes: Buffer.from(text) };
  });
  return sendAnswer(request, reply, found, answer.freshness);
}

/** How places off the road were joined to it. */
export function offRoadOf({ offRoad }: NetworkMeta): AboutView['offRoad'] {
  return { detourFactor: offRoad.detourFactor, kmh: offRoad.kmh };
}
