import { refuse } from '@domain/kernel/errors'
import { associations } from './store'

/** @throws Refusal UNION_NAME_TAKEN */
export async function assertNameFree(name: string): Promise<void> {
  const found = await associations.find({ where: { name }, limit: 1, fields: ['_id'] })
  refuse(found.length > 0, 'UNION_NAME_TAKEN', ['name'])
}
