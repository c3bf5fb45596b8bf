import { useCallback, useEffect, useState } from 'react'

const POLL_MS = 1_000
const KEPT = 200

interface Numbered {
  id: number
}

/** Rows that keep arriving, newest first: asks once a second for those after the last it has. */
export function usePolled<T extends Numbered>(
  read: (after: number) => Promise<T[]>,
): { rows: T[]; clear(): void } {
  const [rows, setRows] = useState<T[]>([])
  useEffect(() => {
    let last = 0
    let timer: ReturnType<typeof setTimeout>
    const poll = async () => {
      try {
        const arrived = await read(last)
        if (arrived.length > 0) {
          last = Math.max(...arrived.map(row => row.id))
          setRows(known => [...[...arrived].reverse(), ...known].slice(0, KEPT))
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
