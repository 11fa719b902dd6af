import type { Language } from '../../language.ts';

/** The sentences of a dispatch, and their parts. Pooled duty leaves every establishment as it is 保持建制不变 (clause 6). */
export interface DispatchWords {
  readonly workingDay: string;
  readonly dayOff: string;
  readonly night: string;
  readonly pooled: (time: string) => string;
  readonly local: (name: string) => string;
  readonly central: (name: string) => string;
  readonly drive: (time: string, length: string, judgement: string) => string;
  readonly clock: (turnout: string, drive: string, arrival: string) => string;
  readonly undecided: string;
  readonly byOtherRoute: (status: string) => string;
  readonly answers: (time: string, station: string, clock: string) => string;
  readonly answersAlone: (time: string, station: string, clock: string) => string;
  readonly standsIn: (time: string, responsible: string, station: string, clock: string) => string;
  readonly soonestAnswers: (time: string, station: string, clock: string) => string;
  readonly nobody: (time: string) => string;
  readonly dutyStandsAtCentre: (name: string, drive: string | undefined) => string;
  readonly isCentre: (name: string) => string;
  readonly isAlone: (name: string) => string;
  readonly support: (name: string, clock: string) => string;
  readonly noSupport: (name: string) => string;
  readonly next: (station: string, clock: string | undefined) => string;
  readonly noNext: string;
  readonly ruleIs: (limits: string) => string;
  readonly estimated: string;
}

export const DISPATCH_WORDS: Readonly<Record<Language, DispatchWords>> = {
  zh: {
    workingDay: '工作日白天',
    dayOff: '非工作日白天',
    night: '夜间',
    pooled: (time) => `${time}集约值班`,
    local: (name) => `属地派出所${name}`,
    central: (name) => `中心派出所${name}`,
    drive: (time, length, judgement) => `行车 ${time}、${length}（${judgement}）`,
    clock: (turnout, drive, arrival) => `出动约 ${turnout}，${drive}，约 ${arrival}到达`,
    undecided: '是否达标未判定',
    byOtherRoute: (status) => `${status}，按另一条路线判定`,
    answers: (time, station, clock) => `${time}：由${station}出警，${clock}。`,
    answersAlone: (time, station, clock) => `${time}：由${station}出警（本所值班），${clock}。`,
    standsIn: (time, responsible, station, clock) =>
      `${time}：${responsible}经道路不能到达，由${station}出警，${clock}。`,
    soonestAnswers: (time, station, clock) => `${time}：属地派出所未确定，由最先到达的${station}出警，${clock}。`,
    nobody: (time) => `${time}：没有值班的派出所能经道路到达。`,
    dutyStandsAtCentre: (name, drive) =>
      `属地派出所${name}建制不变，社区警务仍在本所；此时值班集约到中心派出所，从本所${drive ?? '经道路不能到达'}。`,
    isCentre: (name) => `${name}即为本协作组的中心派出所，没有另外的中心支援。`,
    isAlone: (name) => `${name}未编入协作组，没有中心支援。`,
    support: (name, clock) => `中心支援：${name}，${clock}。`,
    noSupport: (name) => `中心支援：${name}经道路不能到达。`,
    next: (station, clock) => `接替：${station}${clock === undefined ? '' : `，${clock}`}。`,
    noNext: '接替：没有其他值班的派出所能经道路到达。',
    ruleIs: (limits) => `达标标准：${limits}；只看行车，不含出动。`,
    estimated: '用时均为估算：出动（接警至出发）按设定值，行车按最快路线，含路外连接。',
  },
  en: {
    workingDay: 'Working day, daytime',
    dayOff: 'Day off, daytime',
    night: 'Night',
    pooled: (time) => `${time}, duty pooled`,
    local: (name) => `the own station ${name}`,
    central: (name) => `the central station ${name}`,
    drive: (time, length, judgement) => `drive ${time}, ${length} (${judgement})`,
    clock: (turnout, drive, arrival) => `turnout about ${turnout}, ${drive}, arrival in about ${arrival}`,
    undecided: 'not decided under the rule',
    byOtherRoute: (status) => `${status}, by another route`,
    answers: (time, station, clock) => `${time}: ${station} answers: ${clock}.`,
    answersAlone: (time, station, clock) => `${time}: ${station} answers with its own duty: ${clock}.`,
    standsIn: (time, responsible, station, clock) =>
      `${time}: no road leads there from ${responsible}; ${station} answers: ${clock}.`,
    soonestAnswers: (time, station, clock) =>
      `${time}: the place has no own station; the soonest, ${station}, answers: ${clock}.`,
    nobody: (time) => `${time}: no station on duty reaches the place by road.`,
    dutyStandsAtCentre: (name, drive) =>
      `The establishment of the own station ${name} is unchanged and community policing stays there; its duty is pooled at the central station now. From its own house: ${drive ?? 'no road leads there'}.`,
    isCentre: (name) => `${name} is itself the central station of its group: there is no other support.`,
    isAlone: (name) => `${name} belongs to no group: there is no central support.`,
    support: (name, clock) => `Central support: ${name}: ${clock}.`,
    noSupport: (name) => `Central support: no road leads there from ${name}.`,
    next: (station, clock) => `Next in line: ${station}${clock === undefined ? '' : `: ${clock}`}.`,
    noNext: 'Next in line: no other station on duty reaches the place by road.',
    ruleIs: (limits) => `Rule: ${limits}; driving alone, without turnout.`,
    estimated:
      'All times are estimates: turnout (call to departure) as set, driving by the fastest route, off-road legs included.',
  },
};
