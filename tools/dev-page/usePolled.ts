import { useCallback, useEffect, useState } from 'react'

const POLL_MS = 1_000
const KEPT = 200

interface Numbered {
  id: number
  /** Absent for rows that never change. */
  finished?: boolean
}

/** Rows that keep arriving, newest first: asks once a second for those it lacks and those that were not finished. */
export function usePolled<T extends Numbered>(
  read: (after: number) => Promise<T[]>,
): { rows: T[]; clear(): void } {
  const [rows, setRows] = useState<T[]>([])
  useEffect(() => {
    let known: T[] = []
    let timer: ReturnType<typeof setTimeout>
    const poll = async () => {
      try {
        const settled = known.filter(row => row.finished !== false)
        const open = known.filter(row => row.finished === false).map(row => row.id)
        const after = Math.min(known[0]?.id ?? 0, ...open.map(id => id - 1))
        const arrived = await read(after)
        if (arrived.length > 0 || open.length > 0) {
          known = [...[...arrived].reverse(), ...settled.filter(row => row.id <= after)].slice(0, KEPT)
          setRows(known)
        }
      } catch {
        // The cloud is restarting; the next poll finds it.
      }
      timer = setTimeout(poll, POLL_MS)
    }
    void poll()
    return () => clearTimeout(timer)
  }, [read])
  const clear = useCallback(() => setRows([]), [])
  return { rows, clear }
}
