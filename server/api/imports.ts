import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { type ImportedFiles, importCountyFiles } from '../counties/import-files.ts';
import type { Db } from '../db/db.ts';
import { storeBusy } from '../db/store-error.ts';
import { countyWriter } from '../db/versions.ts';
import type { Language } from '../language.ts';
import type { ApiApp } from './api-app.ts';
import { clientGone } from './client-gone.ts';
import { ImportedView, ImportForm } from './contract/imports.ts';
import { CountyParams, LangQuery, PROBLEM_RESPONSES, Strict } from './contract/shared.ts';
import { languageOf } from './negotiate.ts';
import { receiveImport } from './receive-import.ts';
import { validatorCompiler } from './validation.ts';
import { versionView } from './views/county-views.ts';

/** What importing needs of the service. */
export interface ImportServices {
  readonly db: Db;
  /** Called when a county has a new version. */
  countyChanged(code: string): void;
}

/** A county's files become its new version, or nothing changes. */
export function importRoutes(app: ApiApp, services: ImportServices): void {
  const underWay = new Set<string>();

  app.post(
    '/counties/:code/versions',
    {
      schema: {
        tags: ['counties'],
        summary: 'Import files as a new version of a county’s data; whole or not at all',
        consumes: ['multipart/form-data'],
        params: CountyParams,
        querystring: Strict(LangQuery),
        body: ImportForm,
        response: { 201: ImportedView, ...PROBLEM_RESPONSES },
      },
      validatorCompiler: exceptBody,
    },
    async (request, reply) => {
      const { code } = request.params;
      const signal = clientGone(reply);
      const imported = await alone(underWay, code, () =>
        inOwnFolder(async (folder) => {
          const form = await receiveImport(request, folder, signal);
          return importCountyFiles(services.db, { code, ...form }, { signal });
        }),
      );
      services.countyChanged(code);
      return reply.code(201).send(importedView(imported, languageOf(request)));
    },
  );
}

/** The form is checked as it streams in: there is no body to validate. */
export const exceptBody: FastifySchemaCompiler<TSchema> = (route) =>
  route.httpPart === 'body' ? () => true : validatorCompiler(route);

/** One import a county: a second is told so before it sends its files. @throws StoreError `busy` */
async function alone<Value>(underWay: Set<string>, code: string, work: () => Promise<Value>): Promise<Value> {
  if (underWay.has(code)) throw storeBusy(countyWriter(code));
  underWay.add(code);
  try {
    return await work();
  } finally {
    underWay.delete(code);
  }
}

/** A folder that only this process's user can enter, and that is gone afterwards. */
async function inOwnFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'hubshed-import-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function importedView({ version, notes }: ImportedFiles, language: Language) {
  const { countyCode: code, countyName: name } = version;
  return { code, name, version: versionView(version), notes: notes.map((words) => words[language]) };
}
