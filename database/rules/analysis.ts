import type { RuleText } from '#foundation/rules-with-citations.ts'

const noNumber = '未查到全国统一规定，由本县确定。'
const knowledgeBase = 'GB/T 44191-2024《政务服务便民热线知识库建设与管理指南》（仅见标准名称）'

/** Rules of the knowledge base that a county begins with. */
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
]
