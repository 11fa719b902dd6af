import type { Messages } from './zh.ts';

/** Words of measures, scorecard and gaps in English. */
export const enWork: Messages['work'] = {
  panels: { response: 'Response', scorecard: 'Scorecard', gaps: 'Gaps', data: 'Data' },
  panelsTitle: 'Desk',
  compounds: {
    networked: 'networked',
    accepted: 'accepted',
    built: 'built, not accepted',
    construction: 'under construction',
    none: 'not begun',
    'not-due': 'not due',
    note: 'Shown near, or under a measure of video; devices are never shown',
  },
};
