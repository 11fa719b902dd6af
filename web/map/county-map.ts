import {
  type LngLatBoundsLike,
  Map as MapLibreMap,
  type PaddingOptions,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import '@fontsource-variable/noto-sans-sc/index.css';
import type { Camera } from '../address/address.ts';
import type { Coord } from '../api/answers.ts';
import { addIcons } from './icons.ts';
import { chooseByClick } from './interactions/choose.ts';
import { followPointer } from './interactions/point.ts';
import { tellView } from './interactions/view.ts';
import { loadLabelFont, loadWholeFont } from './label-font.ts';
import type { MapListeners } from './map-listeners.ts';
import type { ShowScene, TileSet } from './map-part.ts';
import type { DrawnScene, FontState, MapScene } from './map-scene.ts';
import { MAP_PARTS, mapStyle } from './map-style.ts';

setWorkerUrl(new URL('maplibre-gl/dist/maplibre-gl-csp-worker.js', import.meta.url).href);

const COUNTY_PADDING = 24;
const ROUTE_PADDING: PaddingOptions = { top: 50, bottom: 50, left: 50, right: 70 };
const CLOSEST_FIT = 14;
const NEAR_ZOOM = 12.5;
/** Degrees beyond the county that can still be looked at. */
const MARGIN_DEGREES = 0.6;

/** A county's dataset version, and the ground it covers. */
export interface CountyGround extends TileSet {
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
}

/** The one owner of MapLibre: takes scenes as plain data, and tells its listeners what happens. */
export class CountyMap {
  private readonly map: MapLibreMap;
  private readonly ground: CountyGround;
  private shows: readonly ShowScene[] | undefined;
  private wanted: MapScene | undefined;
  private drawn: DrawnScene | undefined;
  private font: FontState = 'none';
  private fontText = '';

  constructor(container: HTMLElement, ground: CountyGround, camera: Camera | undefined, listeners: MapListeners) {
    this.ground = ground;
    this.map = new MapLibreMap({
      container,
      style: mapStyle(ground),
      ...(camera
        ? { center: [camera.lon, camera.lat] as [number, number], zoom: camera.zoom }
        : { bounds: boundsOf(ground.bounds), fitBoundsOptions: { padding: COUNTY_PADDING } }),
      maxBounds: boundsOf(ground.bounds, MARGIN_DEGREES),
      minZoom: 6,
      maxZoom: 18,
      maxPitch: 0,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      renderWorldCopies: false,
      fadeDuration: 100,
      attributionControl: false,
      // A worker has no page that an address could be relative to.
      transformRequest: (url) => ({ url: new URL(url, document.baseURI).href }),
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.map.addControl(new ScaleControl({ maxWidth: 120, unit: 'metric' }), 'bottom-right');
    this.map.on('error', ({ error }) => listeners.onTrouble(error.message));
    this.map.once('style.load', () => this.start());
    this.map.once('idle', () => listeners.onDrawn());
    followPointer(this.map, listeners);
    chooseByClick(this.map, listeners);
    tellView(this.map, listeners);
  }

  /** Shows a scene: at once, or as soon as the style is there. Only what differs is sent to MapLibre. */
  show(scene: MapScene): void {
    this.wanted = scene;
    this.draw();
    this.fetchFont(scene);
  }

  zoomBy(steps: number): void {
    this.map.zoomTo(this.map.getZoom() + steps);
  }

  /** The whole county again. */
  fitCounty(): void {
    this.map.fitBounds(boundsOf(this.ground.bounds), { padding: COUNTY_PADDING });
  }

  /** Brings all of some positions into view. */
  fit(coords: readonly Coord[]): void {
    const lons = coords.map(([lon]) => lon);
    const lats = coords.map(([, lat]) => lat);
    if (coords.length === 0) return;
    const box = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)] as const;
    this.map.fitBounds(boundsOf(box), { padding: ROUTE_PADDING, maxZoom: CLOSEST_FIT });
  }

  /** Moves so that a position is in view, if it is not. */
  reveal(coord: Coord): void {
    if (!this.map.getBounds().contains([coord[0], coord[1]])) this.map.easeTo({ center: [coord[0], coord[1]] });
  }

  /** Moves to a position, near enough to see what it is. */
  goTo(coord: Coord): void {
    this.map.easeTo({ center: [coord[0], coord[1]], zoom: Math.max(this.map.getZoom(), NEAR_ZOOM) });
  }

  /** Puts the label of the map's canvas, for those who cannot see it. */
  describe(label: string): void {
    this.map.getCanvas().setAttribute('aria-label', label);
  }

  /** The map beneath, for looking and not for touching: see `test-hook.ts`. */
  get inner(): Pick<
    MapLibreMap,
    'project' | 'queryRenderedFeatures' | 'loaded' | 'on' | 'isMoving' | 'getZoom' | 'getCenter'
  > {
    return this.map;
  }

  get fontState(): FontState {
    return this.font;
  }

  remove(): void {
    this.shows = undefined;
    this.map.remove();
  }

  private start(): void {
    addIcons(this.map);
    this.shows = MAP_PARTS.map((part) => part.start(this.map));
    this.draw();
  }

  private draw(): void {
    if (!this.shows || !this.wanted) return;
    const scene = { ...this.wanted, font: this.font };
    for (const show of this.shows) show(scene, this.drawn);
    this.drawn = scene;
  }

  /** First the characters of the places in the scene, then all others, for what stands in the tiles. */
  private fetchFont({ stations, settlements, estimatedWord }: MapScene): void {
    if (stations.length === 0 && settlements.length === 0) return;
    const names = [...stations, ...settlements].map(({ name, township }) => name + (township ?? ''));
    const text = names.join('') + estimatedWord;
    if (text === this.fontText) return;
    this.fontText = text;
    loadLabelFont(text)
      .then(() => this.fontArrived('places'))
      .then(loadWholeFont)
      .then(() => this.fontArrived('all'))
      .catch(() => this.fontArrived('all'));
  }

  private fontArrived(font: FontState): void {
    if (this.font !== 'all') this.font = font;
    this.draw();
  }
}

function boundsOf([west, south, east, north]: CountyGround['bounds'], margin = 0): LngLatBoundsLike {
  return [
    [west - margin, south - margin],
    [east + margin, north + margin],
  ];
}
