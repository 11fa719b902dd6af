import { beforeAll, describe, expect, it } from 'vitest';
import { straightMetres } from '../../geodata/catchment/catchments.ts';
import { generateDemoCounty } from '../../geodata/demo/county.ts';
import type { RoadNetwork } from '../../geodata/roads/network.ts';
import { snapPoints } from '../../geodata/roads/snap.ts';
import { TravelTree } from '../../geodata/travel/tree.ts';
import type { LonLat } from '../../geodata/units.ts';
import { crossingsWithoutNode } from './crossings.ts';
import { demoNetwork, withoutWays } from './demo-network.ts';
import { isInside } from './inside.ts';

const county = generateDemoCounty();
const { elements, settlements, stations, traps, rawRows } = county;
const seats = settlements.filter(({ id, kind }) => kind === 'administrative' && id.endsWith('001'));
const positions = new Map(elements.nodes.map(({ id, lonE7, latE7 }) => [id, [lonE7 / 1e7, latE7 / 1e7] as LonLat]));
let network: RoadNetwork;

beforeAll(async () => {
  network = await demoNetwork(county);
});

/** Minutes from the first seat to each settlement, off-road legs left out; undefined where no road leads there. */
function minutesOn(roads: RoadNetwork): (number | undefined)[] {
  const from = snapPoints(roads, [seats[0]?.coord as LonLat]);
  const to = snapPoints(
    roads,
    settlements.map(({ coord }) => coord),
  );
  const tree = new TravelTree(roads);
  tree.grow(from, 0);
  return settlements.map((_, index) => {
    const cost = tree.costTo(to, index);
    return cost && cost.ds / 600;
  });
}

describe('the roads of the demonstration county', () => {
  it.each([
    ['高速', 'motorway', 40, 2],
    ['国省道', 'trunk primary', 100, 1],
    ['县道', 'secondary', 200, 1],
    ['乡道', 'tertiary', 355, 1],
    ['村道', 'unclassified', 765, 1],
  ])('have the kilometres of %s within a fifth', (_, classes, kilometres, carriageways) => {
    const metres = classes.split(' ').reduce((sum, name) => {
      return sum + ((network.meta.report.metresByClass as Record<string, number>)[name] ?? 0);
    }, 0);
    expect(metres / carriageways / 1_000).toBeGreaterThan(0.8 * kilometres);
    expect(metres / carriageways / 1_000).toBeLessThan(1.2 * kilometres);
  });

  it('are as long in the table of kilometres as on the map', () => {
    const inTable = rawRows.roads.reduce((sum, row) => sum + Number(row['公里数']), 0);
    const {
      motorway = 0,
      trunk = 0,
      primary = 0,
      secondary = 0,
      tertiary = 0,
      unclassified = 0,
    } = network.meta.report.metresByClass;
    const onMap = (motorway / 2 + trunk + primary + secondary + tertiary + unclassified) / 1_000;
    // The table also has the road under construction.
    expect(Math.abs(inTable - onMap)).toBeLessThan(6);
  });

  it('bear the letter of their rank', () => {
    const letters = { trunk: 'G', primary: 'S', secondary: 'X', tertiary: 'Y', unclassified: 'C' };
    for (const { tags } of elements.ways) {
      const letter = letters[tags['highway'] as keyof typeof letters];
      if (letter) expect(tags['ref']).toMatch(new RegExp(`^${letter}\\d+$`));
    }
  });

  it('are one network, but for the roads that are cut off and the ends of the motorway', () => {
    expect(network.meta.report.largestComponentShare).toBeGreaterThan(0.97);
    expect(network.meta.report.missingNodeReferences).toBe(0);
  });

  it('meet wherever they cross on the ground', () => {
    const passOver = ['motorway', 'motorway_link'];
    const onGround = withoutWays(elements, ({ tags }) => passOver.includes(tags['highway'] ?? ''));
    expect(crossingsWithoutNode(onGround)).toEqual([]);
  });

  it('pass under the motorway, which they meet at its interchanges only', () => {
    const motorways = elements.ways.filter(({ tags }) => tags['highway'] === 'motorway').map(({ id }) => id);
    const crossings = crossingsWithoutNode(elements).map((pair) => pair.split(' x ').map(Number));
    expect(crossings.filter((pair) => pair.some((way) => motorways.includes(way))).length).toBeGreaterThan(20);
    const links = elements.ways.filter(({ tags }) => tags['highway'] === 'motorway_link');
    expect(links.length % 4).toBe(0);
    expect(links.length / 4).toBeGreaterThanOrEqual(3);
  });

  it('pass every village within 300 m, and every station and community', () => {
    const administrative = settlements.filter(({ kind }) => kind === 'administrative');
    const { metres } = snapPoints(
      network,
      [...administrative, ...stations].map(({ coord }) => coord),
    );
    expect(Math.max(...metres)).toBeLessThan(300);
  });

  it('leave some hamlets to field paths', () => {
    const hamlets = settlements.filter(({ kind }) => kind === 'natural');
    const { metres } = snapPoints(
      network,
      hamlets.map(({ coord }) => coord),
    );
    const offRoad = metres.filter((distance) => distance > 300).length;
    expect(offRoad).toBeGreaterThan(5);
    expect(offRoad).toBeLessThan(90);
  });

  it('lead from the county town to every settlement but those that are cut off', () => {
    const minutes = minutesOn(network);
    const unreached = settlements.filter((_, index) => minutes[index] === undefined);
    expect(unreached.map(({ id }) => id).sort()).toEqual([...traps.cutOff].sort());
    expect(traps.cutOff.length).toBeGreaterThan(2);
  });

  it('have been joined to those by a road that is under construction', async () => {
    const finished = elements.ways.map((way) =>
      way.tags['highway'] === 'construction' ? { ...way, tags: { highway: 'unclassified' } } : way,
    );
    const minutes = minutesOn(await demoNetwork({ elements: { ...elements, ways: finished } }));
    expect(minutes).not.toContain(undefined);
  });

  it('cross the river on a few bridges that the other bank depends on', async () => {
    const bridges = elements.ways.filter(({ tags }) => tags['bridge'] === 'yes');
    expect(bridges.length).toBeGreaterThanOrEqual(3);
    expect(bridges.length).toBeLessThanOrEqual(8);
    const cut = await demoNetwork({ elements: withoutWays(elements, (way) => bridges.includes(way)) });
    const lost = minutesOn(cut).filter((minutes) => minutes === undefined).length - traps.cutOff.length;
    expect(lost).toBeGreaterThan(200);
  });

  it('make a long way round of it where one bridge is missing', async () => {
    const before = minutesOn(network);
    const trunkBridge = elements.ways.find(({ tags }) => tags['bridge'] === 'yes' && tags['highway'] === 'trunk');
    const after = minutesOn(await demoNetwork({ elements: withoutWays(elements, (way) => way === trunkBridge) }));
    const slower = after.filter((minutes, index) => (minutes ?? 0) > (before[index] ?? Infinity) + 10);
    expect(slower.length).toBeGreaterThan(30);
  });

  it('give the county town a grid of streets with traffic lights', () => {
    const lights = elements.nodes.filter(({ tags }) => tags?.['highway'] === 'traffic_signals');
    expect(lights.length).toBeGreaterThanOrEqual(8);
    const centre = seats[0]?.coord as LonLat;
    for (const { lonE7, latE7 } of lights)
      expect(straightMetres(centre, [lonE7 / 1e7, latE7 / 1e7])).toBeLessThan(2_500);
    expect(elements.ways.filter(({ tags }) => tags['highway'] === 'residential').length).toBeGreaterThan(40);
  });

  it('wind in the hills and run straight in the plain', () => {
    const detourIn = (township: string): number => {
      const polygons = county.townships.find(({ name }) => name === township)?.polygons ?? [];
      const lines = elements.ways
        .filter(({ tags }) => tags['highway'] === 'unclassified')
        .map(({ nodeIds }) => Array.from(nodeIds, (id) => positions.get(id) as LonLat))
        .filter((line) => isInside(polygons, line[0] as LonLat));
      const sum = (metres: readonly number[]): number => metres.reduce((total, value) => total + value, 0);
      const driven = lines.map((line) => sum(line.slice(1).map((to, at) => straightMetres(line[at] as LonLat, to))));
      return sum(driven) / sum(lines.map((line) => straightMetres(line[0] as LonLat, line[line.length - 1] as LonLat)));
    };
    const plain = county.townships.filter(({ name }) => name.endsWith('镇')).map(({ name }) => detourIn(name));
    expect(detourIn(traps.stationlessTownship)).toBeGreaterThan(Math.max(...plain));
  });
});
