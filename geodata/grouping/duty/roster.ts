/** Posts held at the same time on the two shifts of a day, in officers 民警; whole, from 0. */
export interface ShiftPosts {
  readonly day: number;
  readonly night: number;
}

/**
 * What duty 值班 asks for, as data: which posts are held where, and how long an officer works. Every number is whole, so
 * that all arithmetic is exact.
 */
export interface RosterRule {
  /** Command 综合指挥 at each command post: a centre, or a station that stands alone. */
  readonly command: ShiftPosts;
  /** Night duty and response 值班出警 at each command post. */
  readonly response: ShiftPosts;
  /** First response 先期处置 that stays at each member station. */
  readonly memberResponse: ShiftPosts;
  /** Hours of the day shift; the night has the rest of 24. */
  readonly dayHours: number;
  /** Hours a week that an officer works, 1 to 168. */
  readonly officerWeekHours: number;
  /** Share of these hours lost to leave, public holidays, courses and sickness, in thousandths, 0 to 999. */
  readonly absentPermille: number;
  /** Cars that a command post, and a member station, keep on duty. */
  readonly commandPostVehicles: number;
  readonly memberVehicles: number;
  /** Pooled strength of "two teams, one room" 两队一室 (clause 6): officers, and auxiliaries to one of them, both inclusive. */
  readonly strongOfficers: number;
  readonly auxiliariesPerOfficer: number;
}

/**
 * One officer in command and one for response, round the clock, at each command post; one by day at each member station; a
 * car each. The standard gives no strength of a shift (clause 8), so these are estimates to be set by the county. Forty
 * hours a week is the national working time (State Council decree 174, 1995). 160 in a thousand is an estimate: of some
 * 250 working days about 10 of leave, 20 of courses, 10 of sickness and other absence; with it a post round
 * the clock takes five officers, 168 h / (40 h x 0.84). 15 officers and 1:2 are clause 6a.
 */
export const DEFAULT_ROSTER: RosterRule = {
  command: { day: 1, night: 1 },
  response: { day: 1, night: 1 },
  memberResponse: { day: 1, night: 0 },
  dayHours: 12,
  officerWeekHours: 40,
  absentPermille: 160,
  commandPostVehicles: 1,
  memberVehicles: 1,
  strongOfficers: 15,
  auxiliariesPerOfficer: 2,
};

const DAYS = 7;
const PERMILLE = 1000;

/** @throws Error with everything in a roster that means nothing */
export function checkRoster(rule: RosterRule): void {
  const posts = [rule.command, rule.response, rule.memberResponse].flatMap(({ day, night }) => [day, night]);
  const faults = [
    ...[...posts, rule.commandPostVehicles, rule.memberVehicles, rule.strongOfficers, rule.auxiliariesPerOfficer]
      .filter((count) => !isWhole(count, 0, Number.MAX_SAFE_INTEGER))
      .map((count) => `a count of ${count}`),
    ...(isWhole(rule.dayHours, 0, 24) ? [] : [`a day shift of ${rule.dayHours} hours`]),
    ...(isWhole(rule.officerWeekHours, 1, 168) ? [] : [`a week of ${rule.officerWeekHours} hours`]),
    ...(isWhole(rule.absentPermille, 0, 999) ? [] : [`an absence of ${rule.absentPermille} in a thousand`]),
  ];
  if (faults.length > 0) throw new Error(`The roster has ${faults.join(', ')}.`);
}

/**
 * Officers that hold some posts week in, week out: ceil of the posts' hours a week over an officer's, reckoned in whole
 * numbers. Five for one post round the clock under the default roster.
 */
export function officersFor({ day, night }: ShiftPosts, rule: RosterRule): number {
  const postHours = DAYS * (day * rule.dayHours + night * (24 - rule.dayHours));
  const needed = BigInt(postHours) * BigInt(PERMILLE);
  const worked = BigInt(rule.officerWeekHours) * BigInt(PERMILLE - rule.absentPermille);
  return Number((needed + worked - 1n) / worked);
}

/**
 * The least officers whose roster a group of so many members can sustain: what its command post and its members' own posts
 * take. Of a station that stands alone: with no members. The optimiser's `minOfficers` is one number for groups
 * of every size; with the greatest size allowed no roster is out of reach.
 */
export function minimumOfficers(rule: RosterRule, memberCount: number): number {
  checkRoster(rule);
  if (!isWhole(memberCount, 0, Number.MAX_SAFE_INTEGER)) throw new Error(`A group of ${memberCount} members.`);
  const member = officersFor(rule.memberResponse, rule);
  return officersFor(rule.command, rule) + officersFor(rule.response, rule) + memberCount * member;
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}
