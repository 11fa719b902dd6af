import { groupBy } from './group-by.ts';
import type { PlaceToMatch, UnitToMatch } from './rows-to-match.ts';
import { normaliseVillageName, townshipStem } from './village-name.ts';

/** Names and townships of all rows in the form that is compared, each found once. */
export class Names {
  private readonly names = new Map<UnitToMatch | PlaceToMatch, string>();
  private readonly townships = new Map<string, string>();
  private readonly placesByTownship: ReadonlyMap<string, readonly PlaceToMatch[]>;

  constructor(units: readonly UnitToMatch[], places: readonly PlaceToMatch[]) {
    for (const row of [...units, ...places]) this.names.set(row, normaliseVillageName(row.name, row.township));
    for (const rows of [units, places]) this.addTownships(rows);
    this.placesByTownship = groupBy(places, ({ township }) =>
      township === undefined ? undefined : this.townshipOf(township),
    );
  }

  nameOf(row: UnitToMatch | PlaceToMatch): string {
    return this.names.get(row) ?? '';
  }

  /** The township in the form that is compared: its stem, or its full name where a list has a 镇 and a 乡 of one stem. */
  townshipOf(township: string): string {
    return this.townships.get(township) ?? township;
  }

  /** Township and name; undefined where the row has no township or no name. */
  keyOf(row: UnitToMatch | PlaceToMatch): string | undefined {
    const name = this.nameOf(row);
    return row.township === undefined || name === '' ? undefined : `${this.townshipOf(row.township)} ${name}`;
  }

  placesOf(township: string): readonly PlaceToMatch[] {
    return this.placesByTownship.get(this.townshipOf(township)) ?? [];
  }

  private addTownships(rows: readonly (UnitToMatch | PlaceToMatch)[]): void {
    const names = new Set(rows.flatMap(({ township }) => (township === undefined ? [] : [township])));
    const byStem = groupBy([...names], townshipStem);
    for (const [stem, sharing] of byStem)
      for (const name of sharing)
        this.townships.set(name, sharing.length > 1 ? name : (this.townships.get(name) ?? stem));
  }
}
