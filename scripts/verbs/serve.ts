import { SERVE_OPTIONS, serveStore } from '../cli/serve-options.ts';
import { defineVerb } from '../cli/verb.ts';

/** `hubshed serve`: the API and the map over whatever the store holds. */
export const serve = defineVerb({
  name: 'serve',
  summary: { zh: '启动服务：接口和地图', en: 'the service: API and map' },
  details: {
    zh: '默认只在本机 127.0.0.1 提供（HUBSHED_HOST、HUBSHED_PORT、HUBSHED_HOSTS）。数据库：data/store（HUBSHED_STORE），或 PostgreSQL（DATABASE_URL）。行车时间可取自 OSRM 服务器（HUBSHED_OSRM_URL）。',
    en: 'On this machine alone by default (HUBSHED_HOST, HUBSHED_PORT, HUBSHED_HOSTS). The store: data/store (HUBSHED_STORE), or PostgreSQL (DATABASE_URL). Driving times may come from an OSRM server (HUBSHED_OSRM_URL).',
  },
  options: SERVE_OPTIONS,
  examples: ['serve', 'serve --port 8000'],
  run: (values, context) => serveStore(values, context),
});
