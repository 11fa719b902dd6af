import { errorOf } from '../wire-error.ts';
import type { CallName, EngineMessage, EngineReply, EngineRequest, EngineResponse } from './calls.ts';

interface Waiting {
  readonly resolve: (response: EngineResponse<CallName>) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The calling side of a worker that holds an engine, for any kind of worker: `send` posts a message
 * to it, `receive` takes in what it posts back, `fail` ends every call that waits.
 */
export class EngineClient {
  private readonly send: (message: EngineMessage) => void;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private end: Error | undefined;

  constructor(send: (message: EngineMessage) => void) {
    this.send = send;
  }

  /** @throws GeodataError or Error, as the engine threw it */
  call<Name extends CallName>(name: Name, request: EngineRequest<Name>): Promise<EngineResponse<Name>> {
    if (this.end) return Promise.reject(this.end);
    const id = ++this.lastId;
    return new Promise<EngineResponse<CallName>>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.send({ id, name, request });
    }) as Promise<EngineResponse<Name>>;
  }

  receive(reply: EngineReply): void {
    const call = this.waiting.get(reply.id);
    if (!call) return;
    this.waiting.delete(reply.id);
    if ('response' in reply) call.resolve(reply.response);
    else call.reject(errorOf(reply.error));
  }

  /** Ends every waiting call and every later one, as when the worker died. The first reason stays. */
  fail(error: Error): void {
    this.end ??= error;
    for (const call of this.waiting.values()) call.reject(error);
    this.waiting.clear();
  }
}
