import { Type } from 'typebox';
import { type CellResolution, DEFAULT_CELL_RESOLUTION } from '../../geodata/hexgrid/cells.ts';
import { countyVideo, VIDEO_LEVELS } from '../counties/county-video.ts';
import { unitVolunteers, volunteerSums } from '../counties/county-volunteers.ts';
import { hexagonsInput } from '../counties/coverage-hexagons-input.ts';
import { coverageHexagonsTable } from '../reports/coverage-hexagons-table.ts';
import { videoTable } from '../reports/coverage-video-table.ts';
import { unitVolunteersTable, volunteerSumsTable } from '../reports/coverage-volunteers-table.ts';
import { tableContent } from '../reports/table-content.ts';
import { answerCounty } from './answer-county.ts';
import type { ApiApp } from './api-app.ts';
import { CoverageHexagonsAnswer, Reading, UrbanRural, VideoAnswer, VolunteersAnswer } from './contract/coverage.ts';
import { CountyParams, CountyQuery, inFourForms, OneOf, PROBLEM_RESPONSES, Strict } from './contract/shared.ts';
import type { Services } from './services.ts';
import { coverageHexagonsView, videoView, volunteersView } from './views/coverage-view.ts';

const TAGS = ['coverage'];
const MEDIA = ['json', 'geojson', 'csv', 'xlsx'] as const;
const UNIT_LEVELS = ['unit', 'township', 'station', 'county'] as const;

/** Coverage by video and by volunteer posts. Figures are those that are shown; what is withheld is counted beside. */
export function coverageRoutes(app: ApiApp, services: Services): void {
  videoRoute(app, services);
  volunteersRoute(app, services);
  hexagonsRoute(app, services);
}

function videoRoute(app: ApiApp, services: Services): void {
  app.get(
    '/counties/:code/coverage/video',
    {
      schema: {
        tags: TAGS,
        summary: 'Video coverage of compounds 智安小区: counts and rates, each with its denominator',
        params: CountyParams,
        querystring: Strict({
          ...CountyQuery,
          by: Type.Optional(OneOf(VIDEO_LEVELS, { description: 'what rows are; township by default' })),
          reading: Type.Optional(Reading),
        }),
        response: { 200: inFourForms(VideoAnswer), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { version, by = 'township', reading = 'accepted' } = request.query;
      const county = await services.library.open(request.params.code, version);
      return answerCounty(services, request, reply, {
        ...{ kind: 'coverage-video', county, network: county.networks[0]!, choices: { by, reading }, media: MEDIA },
        compute: async ({ about, media, language }) => {
          const found = countyVideo(county, by);
          if (media === 'json') return videoView(about, found, by, reading, language);
          return tableContent(media, { ...videoTable(found.rows, reading), about: { ...about } }, language);
        },
      });
    },
  );
}

function volunteersRoute(app: ApiApp, services: Services): void {
  app.get(
    '/counties/:code/coverage/volunteers',
    {
      schema: {
        tags: TAGS,
        summary: 'Volunteer posts 治安信息员: need, surplus, band, density with its estimate',
        params: CountyParams,
        querystring: Strict({
          ...CountyQuery,
          by: Type.Optional(OneOf(UNIT_LEVELS, { description: 'what rows are; unit by default' })),
          urbanRural: Type.Optional(UrbanRural),
        }),
        response: { 200: inFourForms(VolunteersAnswer), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { version, by = 'unit', urbanRural: reading = 'urban-rural-code' } = request.query;
      const county = await services.library.open(request.params.code, version);
      return answerCounty(services, request, reply, {
        ...{ kind: 'coverage-volunteers', county, network: county.networks[0]!, choices: { by, reading } },
        media: MEDIA,
        compute: async ({ about, media, language }) => {
          const units = by === 'unit' ? unitVolunteers(county, reading) : [];
          const places = by === 'unit' ? [] : volunteerSums(county, by, reading);
          if (media === 'json') {
            const rows = { county: volunteerSums(county, 'county', reading)[0]!, units, places };
            return volunteersView(about, county, rows, { by, reading, language });
          }
          const table = by === 'unit' ? unitVolunteersTable(units, language) : volunteerSumsTable(places);
          return tableContent(media, { ...table, about: { ...about } }, language);
        },
      });
    },
  );
}

function hexagonsRoute(app: ApiApp, services: Services): void {
  app.get(
    '/counties/:code/coverage/hexagons',
    {
      schema: {
        tags: TAGS,
        summary:
          'Coverage by H3 cell: households in equipped and networked compounds, density of posts, watched ground',
        params: CountyParams,
        querystring: Strict({
          ...CountyQuery,
          resolution: Type.Optional(Type.Integer({ minimum: 7, maximum: 9, description: 'of H3: 7, 8 or 9' })),
          reading: Type.Optional(Reading),
          urbanRural: Type.Optional(UrbanRural),
        }),
        response: { 200: inFourForms(CoverageHexagonsAnswer), ...PROBLEM_RESPONSES },
      },
    },
    async (request, reply) => {
      const { version, resolution = DEFAULT_CELL_RESOLUTION, reading, urbanRural } = request.query;
      const county = await services.library.open(request.params.code, version);
      const choices = { resolution: resolution as CellResolution, reading, urbanRural };
      const network = county.networks[0]!;
      return answerCounty(services, request, reply, {
        ...{ kind: 'coverage-hexagons', county, network, choices, media: MEDIA },
        compute: async ({ about, media, language, signal }) => {
          const input = hexagonsInput(county, choices);
          const openable = await services.library.openable(county, network);
          const found = await services.threads.call('heavy', openable, 'coverageHexagons', input, signal);
          if (media === 'json') return coverageHexagonsView(about, found, input, language);
          return tableContent(media, { ...coverageHexagonsTable(found, language), about: { ...about } }, language);
        },
      });
    },
  );
}
