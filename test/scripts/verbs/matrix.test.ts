import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { LonLat } from '../../../geodata/units.ts';
import { realData } from '../../real-data.ts';
import { scratchFile } from '../../server/files/scratch-file.ts';
import { runCommand } from '../run-command.ts';
import { townCoord, townFile } from '../town-scene.ts';

interface MatrixAnswer {
  readonly seconds: (number | null)[][];
  readonly metres: (number | null)[][];
  readonly snapped: (LonLat | null)[];
  readonly snapMetres: (number | null)[];
}

/** Two places of the county road, the end of the village road, and the road that leads nowhere. */
const POINTS = [townCoord(0, 0), townCoord(1000, 0), townCoord(2000, 1000), townCoord(8200, 0)];

async function townMatrix(content: unknown, ...options: string[]) {
  const { pbf } = await townFile();
  const points = await scratchFile('points.json', JSON.stringify(content));
  const outcome = await runCommand(['matrix', '--pbf', pbf, '--points', points, '--quiet', ...options]);
  expect(outcome.err).toBe('');
  return JSON.parse(outcome.out) as MatrixAnswer;
}

describe('hubshed matrix', () => {
  it('answers with a row for each source and a column for every point, null where unreachable', async () => {
    const answer = await townMatrix({ points: POINTS, sources: [2, 0] });
    expect(Object.keys(answer)).toEqual(['seconds', 'metres', 'snapped', 'snapMetres']);
    const [fromVillage, fromStart] = answer.seconds;
    // 10 m/s; a turn to the left costs 5.4 s, to the right 2.1 s.
    expect(fromStart?.[0]).toBe(0);
    expect(fromStart?.[1]).toBeCloseTo(100, 0);
    expect(fromStart?.[2]).toBeCloseTo(300 + 5.4, 0);
    expect(fromVillage?.[0]).toBeCloseTo(300 + 2.1, 0);
    expect(fromVillage?.[2]).toBe(0);
    expect([fromStart?.[3], fromVillage?.[3], answer.metres[0]?.[3]]).toEqual([null, null, null]);
    expect(answer.metres[1]?.[2]).toBeCloseTo(3000, 0);
    answer.snapped.forEach((snapped, i) => {
      expect(snapped).toEqual(POINTS[i]);
    });
    expect(answer.snapMetres).toEqual([0, 0, 0, 0]);
  });

  it('gives tenths of seconds and of metres', async () => {
    const { seconds, metres } = await townMatrix({ points: POINTS, sources: [0, 1, 2] });
    for (const value of [...seconds, ...metres].flat()) {
      expect(Math.round((value ?? 0) * 10) / 10).toBe(value ?? 0);
    }
  });

  it('has null throughout for a point farther from any road than the snap limit', async () => {
    const points = [townCoord(500, 0), townCoord(500, 120), townCoord(500, 80)];
    const answer = await townMatrix({ points, sources: [0, 1] }, '--snap-limit', '100');
    expect(answer.seconds).toEqual([
      [0, null, 0],
      [null, null, null],
    ]);
    expect([answer.snapped[1], answer.snapMetres[1]]).toEqual([null, null]);
    expect(answer.snapMetres[2]).toBeCloseTo(80, 0);
  });

  it('adds the estimated legs of both ends with --off-road, but none to a point’s way to itself', async () => {
    const content = { points: [townCoord(0, 20), townCoord(1000, 40)], sources: [0] };
    const plain = await townMatrix(content);
    const whole = await townMatrix(content, '--off-road');
    // 60 m in a straight line, times 1.3, at 15 km/h.
    expect((whole.seconds[0]?.[1] ?? 0) - (plain.seconds[0]?.[1] ?? 0)).toBeCloseTo((60 * 1.3) / (15 / 3.6), 0);
    expect((whole.metres[0]?.[1] ?? 0) - (plain.metres[0]?.[1] ?? 0)).toBeCloseTo(60 * 1.3, 0);
    expect([whole.seconds[0]?.[0], whole.metres[0]?.[0]]).toEqual([0, 0]);
  });

  it('leaves out what takes longer than --limit-minutes, the legs included', async () => {
    const content = {
      points: [townCoord(0, 0), townCoord(500, 0), townCoord(580, 40), townCoord(700, 0)],
      sources: [0],
    };
    const [plain] = (await townMatrix(content, '--limit-minutes', '1')).seconds;
    const [whole] = (await townMatrix(content, '--limit-minutes', '1', '--off-road')).seconds;
    expect(plain?.map((value) => value !== null)).toEqual([true, true, true, false]);
    expect(whole?.map((value) => value !== null)).toEqual([true, true, false, false]);
  });

  it('writes the same bytes to a file', async () => {
    const { pbf, folder } = await townFile();
    const points = await scratchFile('points.json', JSON.stringify({ points: POINTS, sources: [0, 3] }));
    const argv = ['matrix', '--pbf', pbf, '--points', points, '--quiet'];
    const printed = await runCommand(argv);
    const saved = await runCommand([...argv, '--out', `${folder}/times.json`]);
    expect(saved).toEqual({ code: 0, out: '', err: '' });
    expect(await readFile(`${folder}/times.json`, 'utf8')).toBe(printed.out);
  });

  it('refuses a matrix too large to hold', async () => {
    const points = Array.from({ length: 8000 }, () => [117, 32]);
    const path = await scratchFile('points.json', JSON.stringify({ points, sources: points.map((_, i) => i) }));
    const { code, err } = await runCommand(['matrix', '--pbf', 'unread', '--points', path]);
    expect([code, err]).toEqual([4, 'hubshed: too large: 64000000, at most 50000000\n']);
  });

  it('refuses a points file with all of its problems, in words', async () => {
    const content = {
      points: [
        [117, 32, 9],
        [32, 117],
        [117, 91],
      ],
      sources: [0, 3, 1.5],
    };
    const path = await scratchFile('points.json', JSON.stringify(content));
    const { code, out, err } = await runCommand(['matrix', '--pbf', 'unread', '--points', path]);
    expect([code, out]).toEqual([3, '']);
    expect(err.trimEnd().split('\n')).toEqual([
      `hubshed: ${path}: 5 problem(s)`,
      '  Row 1, column "points": not a pair of numbers [longitude,latitude]',
      '  Row 2, column "points": longitude and latitude look swapped (found "117")',
      '  Row 3, column "points": the coordinate is out of range (found "91")',
      '  Row 2, column "sources": points has no member of this number (found "3")',
      '  Row 3, column "sources": not a whole number from 0 (found "1.5")',
    ]);
  });
});

const pbf = realData('changfeng/changfeng.osm.pbf');
const reference = realData('../reference/osrm-changfeng.json');

describe.skipIf(!pbf || !reference)('hubshed matrix on the roads of Changfeng', () => {
  it('snaps and times as a real table server does', async () => {
    const server = JSON.parse(await readFile(reference ?? '', 'utf8')) as {
      points: { coord: LonLat; tableSnapMetres: number }[];
      sources: number[];
      duration: { durations: (number | null)[][] };
    };
    const content = { points: server.points.map(({ coord }) => coord), sources: server.sources };
    const path = await scratchFile('points.json', JSON.stringify(content));
    const { out } = await runCommand(['matrix', '--pbf', pbf ?? '', '--points', path, '--quiet']);
    const answer = JSON.parse(out) as MatrixAnswer;
    server.points.forEach(({ tableSnapMetres }, i) => {
      expect(Math.abs((answer.snapMetres[i] ?? Infinity) - tableSnapMetres)).toBeLessThan(0.5);
    });
    const pairs = server.duration.durations.flatMap((row, i) =>
      row.map((seconds, j) => [seconds, answer.seconds[i]?.[j]] as const),
    );
    expect(pairs.filter(([theirs, ours]) => (theirs === null) !== (ours === null))).toEqual([]);
    const near = pairs.filter(([theirs, ours]) => Math.abs((theirs ?? 0) - (ours ?? 0)) <= 1.5);
    expect(near.length / pairs.length).toBeGreaterThan(0.99);
  });
});
