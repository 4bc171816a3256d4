import type { RuleText } from '#foundation/rules-with-citations.ts'

const noNumber = '未查到全国统一规定，由本县确定。'
const knowledgeBase = 'GB/T 44191-2024《政务服务便民热线知识库建设与管理指南》（仅见标准名称）'

/** Rules of the knowledge base, of spikes and of acting before complaint that a county begins with. */
export const analysisRules: readonly RuleText[] = [
  {
    id: 'list.articlePublishers',
    value: { kind: 'list', items: ['operator', 'dispatcher', 'leader'] },
    citation: `本县配置；${knowledgeBase}`,
    source: 'county',
    note: `可以发布和停用知识条目的岗位（岗位代码）。每次发布、停用都记入审计日志。${noNumber}`,
  },
  {
    id: 'window.articleExpiring',
    value: { kind: 'days', days: 30 },
    citation: `本县配置；${knowledgeBase}`,
    source: 'county',
    note: `知识条目在失效前多少个自然日列入“即将到期”。${noNumber}`,
  },
  {
    id: 'window.articleUnused',
    value: { kind: 'days', days: 365 },
    citation: `本县配置；${knowledgeBase}`,
    source: 'county',
    note: `知识条目多少个自然日没有被用来答复，列入“长期未用”。${noNumber}`,
  },
  {
    id: 'analysis.spikeTail',
    value: { kind: 'share', share: 0.001 },
    citation:
      '方法：Farrington 等，J. R. Statist. Soc. A 159 (1996) 547–563；Noufaily 等，Statistics in Medicine 32 (2013) 1206–1222',
    source: 'county',
    note: '只因偶然就会被提示为异动的比例（每组分类和地点、每周）。文献常用 0.5%；全县组数多，取 0.1%，由本县确定。',
  },
  {
    id: 'count.spikeLeast',
    value: { kind: 'count', count: 5 },
    citation: '方法：Farrington 等（1996）：四周内不足五例不提示',
    source: 'county',
    note: '七天内少于此数的不提示为异动。文献以四周计，这里以七天计，由本县确定。',
  },
  {
    id: 'list.proposalDeciders',
    value: { kind: 'list', items: ['leader'] },
    citation: '本县配置；未诉先办、主动治理：《北京市接诉即办工作条例》第二十五条',
    source: 'county',
    note: `决定是否采纳未诉先办提议的岗位（岗位代码）。${noNumber}`,
  },
  {
    id: 'window.proposal',
    value: { kind: 'days', days: 30 },
    citation: '本县配置；未诉先办、主动治理：《北京市接诉即办工作条例》第二十五条',
    source: 'county',
    note: `在往年反复增多的月份开始之前多少个自然日提出。${noNumber}`,
  },
  {
    id: 'count.patternLeast',
    value: { kind: 'count', count: 5 },
    citation: '本县配置',
    source: 'county',
    note: '往年同月不足此数的，不算反复规律。',
  },
  {
    id: 'count.patternTimes',
    value: { kind: 'count', count: 2 },
    citation: '本县配置',
    source: 'county',
    note: '往年同月达到其他月份平均数的多少倍，才算反复规律。',
  },
]
