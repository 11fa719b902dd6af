import type { FastifyBaseLogger } from 'fastify';
import { unknownId } from '../../geodata/errors.ts';
import { IMPORT_CONDITIONS, USUAL_PROFILE } from '../counties/import-conditions.ts';
import { BaseMovedError } from '../intake/base-moved.ts';
import type { CountyCheck } from '../intake/county-delivery.ts';
import { deliveryReceipt, receiptName } from '../intake/delivery-receipt.ts';
import { type Delivery, type IntakeDesk, TooManyDeliveriesError } from '../intake/intake-desk.ts';
import type { Language } from '../language.ts';
import type { ApiApp } from './api-app.ts';
import { clientGone } from './client-gone.ts';
import { IntakeChoicesForm } from './contract/intake-choices.ts';
import {
  CommitForm,
  DeliveryForm,
  IntakeBegun,
  IntakeParams,
  IntakePreview,
  IntakeQuery,
  IntakeView,
  PreviewQuery,
  ReceiptParams,
} from './contract/intakes.ts';
import { asGeojson, CountyParams, LangQuery, PROBLEM_RESPONSES, Strict } from './contract/shared.ts';
import { requireChoices } from './delivery-choices.ts';
import { sendWorkbook, WORKBOOK_RESPONSE } from './downloads.ts';
import { exceptBody } from './imports.ts';
import { requireKeptTexts } from './kept-text.ts';
import { CONTENT_TYPES, languageOf } from './negotiate.ts';
import { problemOf, RequestError } from './problems.ts';
import { receiveDelivery } from './receive-delivery.ts';
import { intakeView, previewView } from './views/intake-view.ts';

/** What taking deliveries in needs of the service. */
export interface IntakeServices {
  readonly intakes: IntakeDesk;
}

const TAGS = ['intakes'];
/** Deliveries of offices' files: looked over as one, marked, and committed as one version. */
export function intakeRoutes(app: ApiApp, services: IntakeServices): void {
  const find = (params: { readonly code: string; readonly id: string }): Delivery => {
    const delivery = services.intakes.find(params.code, params.id);
    if (!delivery) throw unknownId('delivery', params.id);
    return delivery;
  };
  takingIn(app, services, find);
  looking(app, find);
  ending(app, services, find);
}

type Find = (params: { readonly code: string; readonly id: string }) => Delivery;

function takingIn(app: ApiApp, { intakes }: IntakeServices, find: Find): void {
  app.post(
    '/counties/:code/intakes',
    {
      schema: {
        tags: TAGS,
        summary: 'Take a delivery of files in and look it over; nothing enters the county’s data',
        consumes: ['multipart/form-data'],
        params: CountyParams,
        querystring: Strict(LangQuery),
        body: DeliveryForm,
        response: { 202: IntakeBegun, ...PROBLEM_RESPONSES },
      },
      validatorCompiler: exceptBody,
    },
    async (request, reply) => {
      const { code } = request.params;
      const signal = clientGone(reply);
      const delivery = await intakes.begin(code, () => receiveDelivery(request, signal)).catch(worded);
      logFailures(delivery, request.log);
      reply.header('location', `/api/counties/${code}/intakes/${delivery.id}`);
      return reply.code(202).send({ id: delivery.id, state: delivery.state.name });
    },
  );

  app.put(
    '/counties/:code/intakes/:id/choices',
    {
      schema: {
        tags: TAGS,
        summary: 'Say what files and columns are, and look the delivery over again',
        params: IntakeParams,
        querystring: Strict(LangQuery),
        body: IntakeChoicesForm,
        response: { 202: IntakeBegun, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const delivery = find(request.params);
      const choices = requireChoices(request.body, new Set(delivery.names));
      const { name } = delivery.state;
      if (name === 'committing' || name === 'committed') throw notInState(name);
      delivery.check(choices);
      logFailures(delivery, request.log);
      return reply.code(202).send({ id: delivery.id, state: delivery.state.name });
    },
  );
}

function looking(app: ApiApp, find: Find): void {
  app.get(
    '/counties/:code/intakes/:id',
    {
      schema: {
        tags: TAGS,
        summary: 'How far a delivery is, and what was found in it',
        params: IntakeParams,
        querystring: IntakeQuery,
        response: { 200: IntakeView, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const language = languageOf(request);
      const delivery = find(request.params);
      reply.header('cache-control', 'no-store');
      return intakeView(delivery, request.query, language, failureOf(delivery, language));
    },
  );

  app.get(
    '/counties/:code/intakes/:id/receipts/:file',
    {
      schema: {
        tags: TAGS,
        summary: 'A file of the delivery with its bad cells coloured and the reasons; of a refused one, a list',
        params: ReceiptParams,
        querystring: Strict(LangQuery),
        response: { 200: WORKBOOK_RESPONSE, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const delivery = find(request.params);
      const position = request.params.file;
      const name = delivery.names[position];
      if (name === undefined) throw unknownId('file', String(position));
      const { checked } = checkOf(delivery);
      const language = languageOf(request);
      const file = {
        ...{ name, bytes: delivery.bytesAt(position) },
        findings: checked.findings.filter((finding) => finding.file === name),
        isRefused: checked.files.some((one) => one.name === name && one.roles.includes('refused')),
      };
      const receipt = await deliveryReceipt(file, language, clientGone(reply));
      reply.header('cache-control', 'no-store');
      return sendWorkbook(reply, receipt, receiptName(name, language));
    },
  );

  app.get(
    '/counties/:code/intakes/:id/preview.geojson',
    {
      schema: {
        tags: TAGS,
        summary: 'Where rows are claimed to be, and where the evidence would put them; never of video devices',
        params: IntakeParams,
        querystring: PreviewQuery,
        response: { 200: asGeojson(IntakePreview), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const delivery = find(request.params);
      const { file } = request.query;
      const name = file === undefined ? undefined : delivery.names[file];
      if (file !== undefined && name === undefined) throw unknownId('file', String(file));
      reply.header('cache-control', 'no-store').type(CONTENT_TYPES.geojson);
      return previewView(checkOf(delivery).checked, name);
    },
  );
}

function ending(app: ApiApp, { intakes }: IntakeServices, find: Find): void {
  app.post(
    '/counties/:code/intakes/:id/commit',
    {
      schema: {
        tags: TAGS,
        summary: 'Make the delivery the county’s next version, whole or not at all',
        params: IntakeParams,
        querystring: Strict(LangQuery),
        body: CommitForm,
        response: { 202: IntakeBegun, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const delivery = find(request.params);
      const { name, note, rows, profile, conditions } = request.body;
      requireKeptTexts([
        ['body/name', name],
        ['body/note', note ?? ''],
      ]);
      if (delivery.state.name !== 'checked') throw notInState(delivery.state.name);
      const { check } = delivery.state;
      if (check.checked.roads === undefined && (profile ?? conditions) !== undefined) throw withoutRoads();
      const speeds = { profile: profile ?? USUAL_PROFILE, conditions: conditions ?? IMPORT_CONDITIONS };
      delivery.commit(check, { name, note, rows, ...speeds });
      logFailures(delivery, request.log);
      return reply.code(202).send({ id: delivery.id, state: delivery.state.name });
    },
  );

  app.delete(
    '/counties/:code/intakes/:id',
    {
      schema: {
        tags: TAGS,
        summary: 'End whatever a delivery does and forget it',
        params: IntakeParams,
        querystring: Strict(LangQuery),
        response: { 204: { type: 'null', description: 'forgotten' }, ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      await intakes.forget(find(request.params));
      return reply.code(204).send(null);
    },
  );
}

/** @throws RequestError 409 while nothing is known of it */
function checkOf({ state }: Delivery): CountyCheck {
  if ('check' in state) return state.check;
  throw notInState(state.name);
}

function notInState(state: Delivery['state']['name']): RequestError {
  const words = {
    checking: { zh: '正在核对，请稍候', en: 'the files are being checked; wait for it' },
    checked: { zh: '已核对，尚未提交', en: 'it is checked and not committed' },
    committing: { zh: '正在写入，请稍候', en: 'it is being committed; wait for it' },
    committed: { zh: '已写入，不能再改', en: 'it is committed already' },
    failed: { zh: '核对未完成，请修改选择后再核对', en: 'the check failed; change the choices and check again' },
  };
  return new RequestError(409, `intake-${state}`, words[state]);
}

function withoutRoads(): RequestError {
  return new RequestError(422, 'intake-without-roads', {
    zh: '本次提交没有路网文件，不能选择速度参数或情景',
    en: 'the delivery brings no roads, so there is no profile or condition to choose',
  });
}

function worded(error: unknown): never {
  throw requestErrorOf(error);
}

/** Failures of deliveries that this API has words for. */
function requestErrorOf(error: unknown): unknown {
  if (error instanceof TooManyDeliveriesError) {
    return new RequestError(429, 'intakes-too-many', {
      zh: '正在处理的提交过多，请先结束一些',
      en: 'too many deliveries are under way; end some of them first',
    });
  }
  if (!(error instanceof BaseMovedError)) return error;
  return new RequestError(409, 'intake-base-moved', {
    zh: '核对之后该县已有新的版本，请重新核对再提交',
    en: 'the county has another version since the check; check again before it is committed',
  });
}

function failureOf({ state }: Delivery, language: Language) {
  const failure = 'failure' in state ? state.failure : undefined;
  return failure === undefined ? null : problemOf(requestErrorOf(failure), language);
}

/** What nobody foresaw goes to the log by its kind and place alone: its message could repeat a cell. */
function logFailures(delivery: Delivery, log: FastifyBaseLogger): void {
  void delivery.settled().then(() => {
    const { state } = delivery;
    const failure = 'failure' in state ? state.failure : undefined;
    if (!(failure instanceof Error) || problemOf(requestErrorOf(failure), 'en').status < 500) return;
    const frames = (failure.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
    log.error({ delivery: delivery.id, kind: failure.name, frames }, 'a delivery failed');
  });
}
