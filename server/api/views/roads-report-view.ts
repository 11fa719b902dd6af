import type { RoadTrust } from '../../../geodata/roads/trust/road-trust.ts';
import type { Language } from '../../language.ts';
import { RANK_WORDS, trustFigures } from '../../reports/roads-report.ts';
import type { AboutView } from '../contract/about.ts';
import type { RoadsReportBody } from '../contract/roads-report.ts';

export function roadsReportView(about: AboutView, trust: RoadTrust, language: Language): RoadsReportBody {
  const { ranks, islands, deadEnds, farSettlements, ...figures } = trustFigures(trust);
  return {
    about,
    ranks: ranks.map((row) => ({ ...row, rankText: RANK_WORDS[row.rank][language] })),
    islands: islands.map(({ at, settlementIds, ...rest }) => ({
      ...rest,
      at: [...at],
      settlementIds: [...settlementIds],
    })),
    deadEnds: deadEnds.map(({ at, towards, ...rest }) => ({ ...rest, at: [...at], towards: [...towards] })),
    farSettlements: [...farSettlements],
    ...figures,
  };
}
