import { useEffect, useState } from 'react'
import { cloud, type DemoPerson, type Invocation, type LedgerEntry } from './cloud'
import { Json } from './Json'

const ENTRIES = 'coin_entries'
const WRITES: ReadonlySet<string> = new Set(['database.insertDocument', 'database.modifyDocument'])

/** Whether a call has moved coins. */
export function movedCoins({ ok, databaseRequests }: Invocation): boolean {
  return ok && databaseRequests.some(({ action, collection }) => collection === ENTRIES && WRITES.has(action))
}

/** The entries that a call wrote, by when they were: the caller's own, or where there is none, others'. */
export function entriesOf(
  { at, durationMs }: Pick<Invocation, 'at' | 'durationMs'>,
  entries: readonly LedgerEntry[],
  employeeId: string | null,
): LedgerEntry[] {
  const from = Date.parse(at)
  const written = entries.filter(
    ({ recordedAt }) => recordedAt >= from && recordedAt <= from + Math.ceil(durationMs),
  )
  const own = written.filter(entry => entry.employeeId === employeeId)
  return own.length > 0 ? own : written
}

/** 看账本这一条: what the ledger keeps of a call. */
export function LedgerEntries({ call, people }: { call: Invocation; people: DemoPerson[] }) {
  const [entries, setEntries] = useState<LedgerEntry[]>()
  useEffect(() => {
    const employeeId = people.find(({ openid }) => openid === call.openid)?.employeeId ?? null
    cloud.entries().then(
      all => setEntries(entriesOf(call, all, employeeId)),
      () => setEntries([]),
    )
  }, [call, people])
  if (!entries) return null
  if (entries.length === 0) return <p className="meta">账本里找不到这一条了。</p>
  return entries.map(entry => <Json key={entry._id} title={`账本 ${entry._id}`} value={entry} />)
}
