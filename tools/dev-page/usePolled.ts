import { useCallback, useEffect, useState } from 'react'

const POLL_MS = 1_000
const KEPT = 200

interface Numbered {
  id: number
  /** Absent for rows that never change. */
  finished?: boolean
}

/**
 * Asks a log that grows for the rows it lacks and those that were not finished.
 * @returns every row that is known by now, newest first; undefined while there is nothing new
 */
export function createPoll<T extends Numbered>(read: (after: number) => Promise<T[]>) {
  let known: T[] = []
  return async (): Promise<T[] | undefined> => {
    const settled = known.filter(row => row.finished !== false)
    const open = known.filter(row => row.finished === false).map(row => row.id)
    const after = Math.min(known[0]?.id ?? 0, ...open.map(id => id - 1))
    try {
      const arrived = await read(after)
      if (arrived.length === 0 && open.length === 0) return undefined
      known = [...[...arrived].reverse(), ...settled.filter(row => row.id <= after)].slice(0, KEPT)
      return known
    } catch {
      // The cloud is restarting, and counts anew: the poll that finds it asks for everything.
      known = []
      return undefined
    }
  }
}

/** Rows that keep arriving, newest first: asks for them once a second. */
export function usePolled<T extends Numbered>(
  read: (after: number) => Promise<T[]>,
): { rows: T[]; clear(): void } {
  const [rows, setRows] = useState<T[]>([])
  useEffect(() => {
    const poll = createPoll(read)
    let timer: ReturnType<typeof setTimeout>
    const again = async () => {
      const arrived = await poll()
      if (arrived) setRows(arrived)
      timer = setTimeout(again, POLL_MS)
    }
    void again()
    return () => clearTimeout(timer)
  }, [read])
  const clear = useCallback(() => setRows([]), [])
  return { rows, clear }
}
