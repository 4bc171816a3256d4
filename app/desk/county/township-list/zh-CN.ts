/** 履职清单：界面文字。 */
export const zh = {
  title: '履职清单',
  about:
    '乡镇、街道和社区各自办什么、配合什么，哪些已由上级部门收回。派遣时按它把关：收回的不能派给乡镇、街道和社区，配合的只能由部门主办。',
  empty: '没有条目。由运维人员用 linli import townships 从表格导入。',
  place: '乡镇、街道、社区',
  item: '事项',
  kind: '类别',
  department: '责任部门',
  category: '分类',
  noCategory: '没有对应分类，派遣时不起作用',
  departmentDuty: '部门做什么',
  townshipDuty: '乡镇、街道做什么',
  legalBasis: '依据',
  validity: '有效期',
  since: '自 {from} 起',
  span: '{from} 至 {until} 前',
  effect: '派遣时',
  effects: {
    basic: '可以由本地主办。',
    cooperating: '由{department}主办，本地只能在它主办时协办。派给本地主办会被拒绝，并说明依据。',
    takenBack: '不能派给本地，主办、协办都不行。派遣会被拒绝，并说明依据。',
  },
  someDepartment: '责任部门',
  byPlace: '地点',
  byKind: '类别',
  byDay: '哪一天的清单',
} as const
