import { setTimeout } from 'node:timers/promises';
import { type CountyForm, type CountyGround, importForm } from './load-counties.ts';

const LISTED_FAILURES = 5;
/** Lest what cannot succeed is tried thousands of times. */
const PAUSE_AFTER_FAILURE_MS = 200;

/** Cells of the largest matrix that is asked for. */
const MATRIX_CELLS = 100_000;

/** What went on beside the readers. */
export class HeavyWork {
  importsDone = 0;
  jobsDone = 0;
  /** The first few that failed, in words. */
  readonly failures: string[] = [];

  /** Imports one form after another, and from the first again, until the end. */
  async importAgain(url: string, forms: readonly CountyForm[], end: AbortSignal): Promise<void> {
    for (let turn = 0; !end.aborted; turn++) {
      const form = forms[turn % forms.length];
      if (!form) return;
      await this.unlessEnded(end, async () => {
        await importForm(url, form, end);
        this.importsDone++;
      });
    }
  }

  /** Asks for the large answers of one county after another, each under a rule that nobody has asked for before. */
  async computeAgain(url: string, counties: readonly CountyGround[], end: AbortSignal): Promise<void> {
    for (let job = 0; !end.aborted; job++) {
      const county = counties[job % counties.length];
      if (!county) return;
      for (const ask of largeQuestions(url, county, job)) {
        await this.unlessEnded(end, async () => {
          const { status, body } = await answered(ask(end));
          if (status !== 200) throw new Error(`${status}: ${body.slice(0, 200)}`);
          this.jobsDone++;
        });
      }
    }
  }

  private async unlessEnded(end: AbortSignal, work: () => Promise<void>): Promise<void> {
    if (end.aborted) return;
    try {
      await work();
    } catch (error) {
      if (end.aborted) return;
      if (this.failures.length < LISTED_FAILURES) this.failures.push(String(error));
      await setTimeout(PAUSE_AFTER_FAILURE_MS);
    }
  }
}

type Ask = (signal: AbortSignal) => Promise<Response>;

/** Catchments, hexagons of two sizes, groups and a matrix. */
function largeQuestions(url: string, { code, stations, settlements }: CountyGround, job: number): Ask[] {
  const rule = `maxKilometres=${20 + job / 1000}&maxMinutes=${25 + job / 1000}`;
  const read =
    (path: string): Ask =>
    (signal) =>
      fetch(`${url}/api/counties/${code}/${path}`, { signal });
  const places = [...stations, ...settlements].map(({ coord }) => coord);
  const sources = places.slice(0, Math.floor(MATRIX_CELLS / places.length));
  const body = JSON.stringify({ sources, targets: places });
  const headers = { 'content-type': 'application/json' };
  return [
    read(`catchments?${rule}`),
    read(`hexagons?${rule}`),
    read(`hexagons?${rule}&resolution=9`),
    read(`groups?${rule}`),
    (signal) => fetch(`${url}/api/counties/${code}/matrix`, { method: 'POST', body, headers, signal }),
  ];
}

async function answered(asking: Promise<Response>): Promise<{ readonly status: number; readonly body: string }> {
  const response = await asking;
  return { status: response.status, body: await response.text() };
}
