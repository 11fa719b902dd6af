/** Words of measures, scorecard and gaps in Chinese; `en-work.ts` has the same keys. */
export const zhWork = {
  panels: { response: '响应', scorecard: '考核', gaps: '缺口清单', data: '数据' },
  panelsTitle: '工作台',
  compounds: {
    networked: '已联网',
    accepted: '已验收',
    built: '建成待验收',
    construction: '在建',
    none: '未建',
    'not-due': '不在应建范围',
    note: '放大后或选择视频指标时显示；不显示设备位置',
  },
};
