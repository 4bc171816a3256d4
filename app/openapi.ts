import type { TSchema } from 'typebox'
import type { Contract } from '#foundation/contract.ts'

/** The published API, OpenAPI 3.1, printed from the contracts: TypeBox schemas are JSON Schema already. */
export function openApiOf(
  contracts: readonly Contract[],
  version: string,
): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const contract of contracts) {
    const path = `/api/v1${contract.path.replace(/:(\w+)/g, '{$1}')}`
    const method = contract.kind === 'query' ? 'get' : 'post'
    const operations = paths[path] ?? {}
    operations[method] = operationOf(contract)
    paths[path] = operations
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '邻里 Linli',
      version,
      description:
        'Errors are RFC 9457 problem details; `reason` is a stable key. Repeating a command’s `actId` is harmless.',
      license: { name: 'Mulan PSL v2', identifier: 'MulanPSL-2.0' },
    },
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'linli' },
        receipt: {
          type: 'apiKey',
          in: 'header',
          name: 'linli-receipt',
          description: '<number> <secret>',
        },
      },
      schemas: { Problem: problem },
    },
  }
}

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'reason'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'a sentence in the reader’s language' },
    reason: { type: 'string', description: 'stable key of the refusal' },
    field: { type: 'string', description: 'dotted path of the input field at fault' },
    values: { type: 'object' },
  },
}

type ObjectSchema = { properties?: Record<string, TSchema>; required?: string[] }

function operationOf(contract: Contract): Record<string, unknown> {
  const inPath = [...contract.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
  const { properties = {}, required = [] } = contract.input as ObjectSchema
  const rest = Object.keys(properties).filter((name) => !inPath.includes(name))
  const parameters = [
    ...inPath.map((name) => ({ name, in: 'path', required: true, schema: properties[name] })),
    ...(contract.kind === 'query'
      ? rest.map((name) => ({
          name,
          in: 'query',
          required: required.includes(name),
          schema: properties[name],
        }))
      : []),
  ]
  const body = {
    type: 'object',
    properties: Object.fromEntries(rest.map((name) => [name, properties[name]])),
    required: required.filter((name) => rest.includes(name)),
  }
  const failure = {
    description: 'refused',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
  return {
    operationId: contract.name,
    summary: contract.summary,
    tags: [contract.name.split('.')[0]],
    parameters,
    ...(contract.kind === 'command' && rest.length > 0
      ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } }
      : {}),
    responses: {
      200: { description: 'done', content: { 'application/json': { schema: contract.output } } },
      default: failure,
    },
    ...(contract.audience === 'public'
      ? {}
      : {
          security:
            contract.audience === 'officer'
              ? [{ session: [] }]
              : [{ session: [] }, { receipt: [] }],
        }),
  }
}
