import type { DatabaseRequest } from '../../tools/local-cloud/state/invocations'

/** Beginning and ending a transaction are no requests of a budget: WeChat does not bill them as such. */
const FREE = ['database.startTransaction', 'database.commitTransaction', 'database.abortTransaction']

/** The indexes of what an instance reads once a minute for all its calls: who hides their department, and pictures. */
const SHARED: readonly (string | null)[] = ['hiding', 'faces']

/** How many of a call's database requests count against its budget. */
export function billed(requests: readonly Pick<DatabaseRequest, 'action' | 'index'>[]): number {
  return requests.filter(({ action, index }) => !FREE.includes(action) && !SHARED.includes(index)).length
}
