import { createHmac } from 'node:crypto'

const KEY_BYTES = 32
/** 72 bits: among ten thousand people two alike are less likely than one in 10^13. */
const LENGTH = 12

/** Set in the console for this function and for `identity`, 32 bytes in base64; whoever reads the database does not have it. */
function key(): Buffer {
  const found = Buffer.from(process.env.STATS_KEY ?? '', 'base64')
  if (found.length !== KEY_BYTES) throw new Error('STATS_KEY must be 32 bytes in base64')
  return found
}

/** What stands for a person in everything that is counted. */
export function pseudonymOf(employeeId: string): string {
  return createHmac('sha256', key()).update(employeeId).digest('base64url').slice(0, LENGTH)
}
