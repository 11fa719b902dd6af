import { Type } from 'typebox';
import { unknownId } from '../../geodata/errors.ts';
import { restoreVersion } from '../db/versions.ts';
import type { ApiApp } from './api-app.ts';
import { CountyView, VersionView } from './contract/counties.ts';
import {
  CountyCode,
  CountyParams,
  CountyQuery,
  LangQuery,
  PROBLEM_RESPONSES,
  Strict,
  VersionNumber,
} from './contract/shared.ts';
import type { Services } from './services.ts';
import { countyView, versionView } from './views/county-views.ts';

const TAGS = ['counties'];

/** Counties and their dataset versions. */
export function countyRoutes(app: ApiApp, services: Services): void {
  const { library, db } = services;

  app.get(
    '/counties',
    {
      schema: {
        tags: TAGS,
        summary: 'Every county that has data, with its current version',
        querystring: Strict(LangQuery),
        response: { 200: Strict({ counties: Type.Array(CountyView) }), ...PROBLEM_RESPONSES },
      },
    },
    async () => {
      const versions = await library.currentVersions();
      return {
        counties: await Promise.all(versions.map(async ({ countyCode }) => countyView(await library.open(countyCode)))),
      };
    },
  );

  app.get(
    '/counties/:code',
    {
      schema: {
        tags: TAGS,
        summary: 'A county, with the version asked for',
        params: CountyParams,
        querystring: Strict(CountyQuery),
        response: { 200: CountyView, ...PROBLEM_RESPONSES },
      },
    },
    async ({ params, query }) => countyView(await library.open(params.code, query.version)),
  );

  app.get(
    '/counties/:code/versions',
    {
      schema: {
        tags: TAGS,
        summary: 'All versions of a county’s data, the newest first',
        params: CountyParams,
        querystring: Strict(LangQuery),
        response: { 200: Strict({ versions: Type.Array(VersionView) }), ...PROBLEM_RESPONSES },
      },
    },
    async ({ params }) => ({ versions: (await library.versions(params.code)).map(versionView) }),
  );

  app.post(
    '/counties/:code/versions/:number/restore',
    {
      schema: {
        tags: TAGS,
        summary: 'Make an older version current again',
        params: Strict({ code: CountyCode, number: VersionNumber }),
        querystring: Strict(LangQuery),
        response: { 200: VersionView, ...PROBLEM_RESPONSES },
      },
    },
    async ({ params: { code, number } }) => {
      await library.open(code, number);
      const restored = await restoreVersion(db, code, number);
      if (!restored) throw unknownId('version', String(number));
      services.countyChanged(code);
      return versionView(restored);
    },
  );
}
