/**
 * Offices of a county's bureau that lead 牵头 or answer for 责任 a clause, by their Chinese names, with English ones.
 * They are the natural owners of the data behind the clause.
 */
export const OFFICES = {
  政工室: 'political work office',
  治安大队: 'public order brigade',
  辅警管理处: 'auxiliary police office',
  指挥中心: 'command centre',
  情报大队: 'intelligence brigade',
  法制大队: 'legal brigade',
  户政大队: 'household registration brigade',
  通信科: 'communications section',
  警务保障室: 'logistics office',
} as const;

export type Office = keyof typeof OFFICES;
