import { beforeAll, describe, expect, it } from 'vitest';
import { importCounty } from '../../../../server/db/import-county.ts';
import { at as placeAt } from '../../db/suite/small-county.ts';
import { API_SETTLEMENTS, apiCounty } from './api-county.ts';
import type { ApiUnderTest } from './api-under-test.ts';

interface Responder {
  readonly rank: number;
  readonly stationId: string;
  readonly role: string;
  readonly onDuty: boolean;
  readonly driveSeconds: number | null;
  readonly metres: number | null;
  readonly turnoutSeconds: number;
  readonly arrivalSeconds: number | null;
  readonly withinRule: boolean | null;
}

interface Dispatched {
  readonly place: object;
  readonly time: string;
  readonly pooled: boolean;
  readonly answeringId: string | null;
  readonly nextId: string | null;
  readonly local: Responder | null;
  readonly support: Responder | null;
  readonly responders: readonly Responder[];
  readonly route: { readonly seconds: number; readonly metres: number } | null;
  readonly sentences: readonly string[];
}

interface Response {
  readonly station: { readonly id: string };
  readonly status: string;
  readonly fastest: { readonly seconds: number; readonly metres: number } | null;
}

const DAY = '2026-11-24T10:00';
const NIGHT = '2026-11-24T22:30';

/** Who responds to a place, now. */
export function describeDispatch(api: ApiUnderTest): void {
  describe('dispatch', () => {
    let at = '';
    beforeAll(async () => {
      const { countyCode } = await importCounty(api().db, apiCounty());
      api().services.countyChanged(countyCode);
      at = `/api/counties/${countyCode}`;
    });

    const callFrom = (id: string, time: string, query = '') =>
      api().json<Dispatched>(`${at}/dispatch?settlement=${encodeURIComponent(id)}&time=${time}${query}`);

    it('drives as the explanation of the same settlement does, and judges by the same rule', async () => {
      for (const { id } of API_SETTLEMENTS) {
        const { responders } = await callFrom(id, DAY, '&maxMinutes=9');
        const explained = await api().json<{ own: Response; centre: Response | null }>(
          `${at}/explain?settlement=${encodeURIComponent(id)}&maxMinutes=9`,
        );
        for (const { station, fastest, status } of [explained.own, ...(explained.centre ? [explained.centre] : [])]) {
          const responder = responders.find(({ stationId }) => stationId === station.id);
          expect({ id, seconds: responder?.driveSeconds, metres: responder?.metres }).toEqual({
            ...{ id, seconds: fastest?.seconds ?? null, metres: fastest?.metres ?? null },
          });
          expect({ id, withinRule: responder?.withinRule }).toEqual({ id, withinRule: status !== 'fail' });
        }
      }
    });

    it('adds turnout and drive to arrival, and sends by the route of the one who answers', async () => {
      for (const { id } of API_SETTLEMENTS) {
        const { responders, answeringId, route } = await callFrom(id, NIGHT);
        for (const { turnoutSeconds, driveSeconds, arrivalSeconds } of responders) {
          const sum = driveSeconds === null ? null : (turnoutSeconds * 10 + Math.round(driveSeconds * 10)) / 10;
          expect(arrivalSeconds).toBe(sum);
        }
        expect(responders.map(({ rank }) => rank)).toEqual(responders.map((_, i) => i + 1));
        const answering = responders.find(({ stationId }) => stationId === answeringId);
        expect({ seconds: route?.seconds ?? null, metres: route?.metres ?? null }).toEqual({
          ...{ seconds: answering?.driveSeconds ?? null, metres: answering?.metres ?? null },
        });
      }
    });

    it('keeps duty at each station by day and pools it at the centre by night', async () => {
      const [day, night] = [await callFrom('北一', DAY), await callFrom('北一', NIGHT)];
      expect([day.pooled, night.pooled]).toEqual([false, true]);
      expect(day.answeringId).toBe('S3');
      expect(day.local?.turnoutSeconds).toBe(120);
      expect(night.local?.turnoutSeconds).toBe(300);
      const holiday = await callFrom('北一', DAY, '&workingDay=false');
      expect(holiday.pooled).toBe(true);
      expect(holiday.answeringId).toBe(night.answeringId);
    });

    it('takes any point, and knows its township and whether it is in the county', async () => {
      const byPoint = async (east: number, north: number) =>
        (await api().json<Dispatched>(`${at}/dispatch?at=${placeAt(east, north).join()}&time=${DAY}`)).place;
      expect(await byPoint(5300, 8800)).toMatchObject({ townshipName: '北乡', inCounty: true, settlementId: null });
      expect(await byPoint(21_000, 2000)).toMatchObject({ townshipName: null, inCounty: false });
    });

    it('drives to a settlement’s point as to the settlement', async () => {
      const { coord } = API_SETTLEMENTS.find(({ id }) => id === '北一') ?? { coord: [0, 0] };
      const byPoint = await api().json<Dispatched>(`${at}/dispatch?at=${coord.join()}&time=${DAY}`);
      const bySettlement = await callFrom('北一', DAY);
      expect(byPoint.responders).toEqual(bySettlement.responders);
      expect(byPoint.route).toEqual(bySettlement.route);
    });

    it('finds nobody for a place that no road leads to, and says so', async () => {
      const { answeringId, route, responders, sentences } = await callFrom('岛上', DAY);
      expect({ answeringId, route }).toEqual({ answeringId: null, route: null });
      expect(responders.every(({ arrivalSeconds }) => arrivalSeconds === null)).toBe(true);
      expect(sentences.length).toBeGreaterThan(0);
    });

    it('asks now where no time is given, and refuses what is no time and no place', async () => {
      const { time } = await api().json<Dispatched>(`${at}/dispatch?settlement=${encodeURIComponent('北一')}`);
      expect(Math.abs(Date.parse(`${time}:00+08:00`) - Date.now())).toBeLessThan(120_000);
      for (const [query, code] of [
        ['settlement=x', 'unknown-id'],
        ['at=117.05,32.04&time=2026-13-01T10:00', 'time-malformed'],
        ['', 'place-missing'],
        [`settlement=${encodeURIComponent('北一')}&at=117.05,32.04`, 'place-missing'],
      ]) {
        const { text } = await api().ask(`${at}/dispatch?${query}`);
        expect((JSON.parse(text) as { code: string }).code).toBe(code);
      }
    });

    it('speaks the language asked for', async () => {
      const { sentences } = await callFrom('北一', NIGHT, '&lang=en');
      const english = sentences.join(' ').replace(/\S*派出所/g, '');
      expect(english).not.toMatch(/[，。；]/);
      expect((await callFrom('北一', NIGHT)).sentences.join('')).toMatch(/\p{Script=Han}/u);
    });
  });
}
