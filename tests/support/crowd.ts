import type { TestCloud } from './localCloud'

/**
 * Makes the next updates of a collection wait for each other: whoever wants to take something has read that it is there
 * before anybody has taken it, so that the update alone decides. Those that are left over go with `clear`.
 */
export async function crowd(cloud: TestCloud, collection: string, updates: number): Promise<void> {
  const database = { collection, action: 'database.modifyDocument', mode: 'slow' } as const
  await cloud.fault({ database: { ...database, slowMs: 250, times: updates } })
}
