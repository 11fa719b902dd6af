/** Officers of a station by team: community team 社区警务队, case team 案件办理队, command room 综合指挥室. */
export interface TeamSplit {
  readonly community: number;
  readonly cases: number;
  readonly command: number;
}

/**
 * How a strength of P is shared out 4:4:2 so that the community team never falls short of its share (clause 6):
 * ceil(share P) to the community team, the rest 2:1 to case team and command room by largest remainder. A plain
 * largest remainder over all three leaves the community team below 40 % at P = 8 and 18.
 * @param strength P, whole, at least 0
 * @param communityPercent the community team's least share, 40 in the clause
 */
export function splitTeams(strength: number, communityPercent = 40): TeamSplit {
  const community = Math.ceil((strength * communityPercent) / 100);
  const rest = strength - community;
  const command = Math.floor(rest / 3) + (rest % 3 === 2 ? 1 : 0);
  return { community, cases: rest - command, command };
}
