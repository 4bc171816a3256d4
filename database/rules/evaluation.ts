import type { RuleText } from '#foundation/rules-with-citations.ts'

const noNumber = '未查到全国统一规定，由本县确定。'

/** Rules of checking, rating, reopening, closing and of the three rates that a county begins with. */
export const evaluationRules: readonly RuleText[] = [
  {
    id: 'window.ratingEdit',
    value: { kind: 'hours', hours: 72 },
    citation: '本县配置；一事一评、一次一评：政务服务“好差评”',
    source: 'county',
    note: `居民评价后可以修改自己评价的小时数。${noNumber}`,
  },
  {
    id: 'count.reopenings',
    value: { kind: 'count', count: 2 },
    citation: '本县配置；没有新的事实和理由的同一事项：《北京市接诉即办工作条例》第十一条',
    source: 'county',
    note: `没有新情况时，居民最多可以重新打开的次数；写明新情况的不限。${noNumber}`,
  },
  {
    id: 'window.archive',
    value: { kind: 'days', days: 30 },
    citation: '本县配置',
    source: 'county',
    note: `结案（或答复、不予受理、撤销）后归档的自然日数；不早于重新打开期限。${noNumber}`,
  },
  {
    id: 'list.satisfiedGrades',
    value: { kind: 'list', items: ['verySatisfied', 'satisfied', 'basicallySatisfied'] },
    citation: '政务服务“好差评”五级评价：不满意、非常不满意为差评',
    source: 'secondary',
    note: '算作满意的等级。“基本满意”是否算满意，各地做法不一，由本县确定。',
  },
  {
    id: 'list.closeAgainstGrounds',
    value: { kind: 'list', items: ['legalBar', 'noCondition', 'otherChannel', 'doneByRule'] },
    citation:
      '《济南市12345市民服务热线条例》第二十四条、《潍坊市12345政务服务便民热线条例》第二十条：无法办结的，说明原因、措施和时间',
    source: 'county',
    note: '居民认为没有解决时，只能以其中一种理由结案；这类结案公开计数。理由的划分是本县配置。',
  },
  {
    id: 'list.exclusionReasons',
    value: {
      kind: 'list',
      items: ['duplicate', 'wrongEntry', 'legalBar', 'forceMajeure', 'otherProcedure', 'test'],
    },
    citation: '本县配置；剔除须有申请单位、批准人和原因，件数公开',
    source: 'county',
    note: '三率剔除的原因。北京等地的剔除细则未查到原文。受理时不按普通工单办理的六类情形不在此列。',
  },
]
