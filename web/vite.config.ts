import { defineConfig } from 'vite';

/** MapLibre's build with its worker in a file of its own: nothing of it passes through a blob. */
const MAPLIBRE_WITH_WORKER_FILE = 'maplibre-gl/dist/maplibre-gl-csp.js';

/** The folder of this file, whatever the current one is; on Windows a path has no slash before its drive. */
const ROOT = decodeURIComponent(new URL('.', import.meta.url).pathname).replace(/^\/(?=[A-Za-z]:)/, '');

/** Builds the page into `dist/web`, for Chromium 90 and later, with nothing loaded from elsewhere. */
export default defineConfig({
  root: ROOT,
  base: './',
  resolve: { alias: [{ find: /^maplibre-gl$/, replacement: MAPLIBRE_WITH_WORKER_FILE }] },
  build: {
    target: 'chrome90',
    outDir: '../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8090' } },
});
