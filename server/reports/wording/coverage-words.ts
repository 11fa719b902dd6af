import type { CountedBy, RateDenominator } from '../../../geodata/coverage/video-rates.ts';
import type { UnitSetting, VolunteerBand } from '../../../geodata/coverage/volunteer-need.ts';
import type { VideoRateName } from '../../counties/county-video.ts';
import type { Language } from '../../language.ts';

type Words<Key extends string> = Readonly<Record<Key, Readonly<Record<Language, string>>>>;

/** Rates of video (DOMAIN.md 1.2). */
export const VIDEO_RATE_WORDS: Words<VideoRateName> = {
  coverage: { zh: '覆盖率', en: 'coverage' },
  networked: { zh: '联网率', en: 'networked rate' },
  'networked-of-due': { zh: '联网率（占应建）', en: 'networked of those due' },
  online: { zh: '在线率', en: 'online rate' },
};

export const COUNTED_BY_WORDS: Words<CountedBy> = {
  compounds: { zh: '小区', en: 'compounds' },
  households: { zh: '户数', en: 'households' },
  devices: { zh: '设备', en: 'devices' },
};

/** Names of denominators. */
export const DENOMINATOR_WORDS: Words<RateDenominator> = {
  due: { zh: '应建小区', en: 'compounds due' },
  accepted: { zh: '应建且已验收小区', en: 'compounds due and accepted' },
  built: { zh: '应建且建成或已验收小区', en: 'compounds due and built or accepted' },
  'under-construction': {
    zh: '应建且在建、建成或已验收小区',
    en: 'compounds due and under construction, built or accepted',
  },
  'connected-devices': {
    zh: '已联网小区中设备数、在线数均已填报的设备',
    en: 'devices of connected compounds that report both numbers',
  },
};

/** 不足, 达标, 偏多 (DOMAIN.md 1.3). */
export const BAND_WORDS: Words<VolunteerBand> = {
  short: { zh: '不足', en: 'short' },
  meets: { zh: '达标', en: 'meets' },
  over: { zh: '偏多', en: 'over' },
  unknown: { zh: '无数据', en: 'no data' },
  'not-applicable': { zh: '无统计对象', en: 'nothing to count' },
};

export const SETTING_WORDS: Words<UnitSetting> = {
  urban: { zh: '城镇', en: 'urban' },
  rural: { zh: '农村', en: 'rural' },
};
