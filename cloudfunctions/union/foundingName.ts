import { refuse } from '@domain/kernel/errors'
import { associations } from './store'

/** Whether an association is called so. One request. */
export async function isNameTaken(name: string): Promise<boolean> {
  const found = await associations.find({ where: { name }, limit: 1, fields: ['_id'] })
  return found.length > 0
}

/** @throws Refusal UNION_NAME_TAKEN */
export async function assertNameFree(name: string): Promise<void> {
  refuse(await isNameTaken(name), 'UNION_NAME_TAKEN', ['name'])
}
