import type { RoadClass } from '../../geodata/roads/road-class.ts';
import type { Words } from './words.ts';

/**
 * Names of road classes. OSM in China tags by administrative rank, from trunk for 国道 down to
 * unclassified for 村道 (DOMAIN.md section 6); elsewhere the same tags mean importance, so that the
 * OSM name is always shown beside these.
 */
export const ROAD_CLASS_WORDS: Readonly<Record<RoadClass, Words>> = {
  motorway: { zh: '高速', en: 'motorway' },
  motorway_link: { zh: '高速匝道', en: 'motorway link' },
  trunk: { zh: '国道', en: 'national road' },
  trunk_link: { zh: '国道匝道', en: 'national road link' },
  primary: { zh: '省道', en: 'provincial road' },
  primary_link: { zh: '省道匝道', en: 'provincial road link' },
  secondary: { zh: '县道', en: 'county road' },
  secondary_link: { zh: '县道匝道', en: 'county road link' },
  tertiary: { zh: '乡道', en: 'township road' },
  tertiary_link: { zh: '乡道匝道', en: 'township road link' },
  unclassified: { zh: '村道', en: 'village road' },
  residential: { zh: '居住区道路', en: 'residential street' },
  living_street: { zh: '生活街道', en: 'living street' },
  service: { zh: '内部道路', en: 'service road' },
  track: { zh: '机耕路', en: 'track' },
  other: { zh: '其他', en: 'other' },
  ferry: { zh: '轮渡', en: 'ferry' },
  shuttle_train: { zh: '汽车列车', en: 'car train' },
};
