import Taro from '@tarojs/taro'
import { createContext, useCallback, useContext, useEffect, useId, useRef, useState } from 'react'
import { type Measured, measure } from '../measure/measure'

type Side = Pick<Measured, 'left' | 'width'>

/** What stays of the neighbour beside a chip that came into sight, so that one sees that the row goes on. */
const NEIGHBOUR_PX = 40

/** How far a row has to be pushed for a chip of it to be seen whole; as far as it is where it is seen. */
export function leftFor(row: Side & Pick<Measured, 'scrollLeft'>, chip: Side): number {
  const { scrollLeft = 0 } = row
  const from = chip.left - row.left
  const beyond = from + chip.width - row.width
  if (from >= 0 && beyond <= 0) return scrollLeft
  const way = from < 0 ? from - NEIGHBOUR_PX : Math.min(from, beyond + NEIGHBOUR_PX)
  return Math.max(0, scrollLeft + way)
}

/** Tells the row around a chip that the chip was chosen; null outside of a row. */
export const ChosenInRow = createContext<((chipId: string) => void) | null>(null)

/** An id that selectors can name. */
const useName = (kind: string) => `${kind}-${useId().replace(/\W/g, '')}`

/** The id of a chip, which its row brings into sight when it is chosen, or is from the start. */
export function useChosen({ on, soft }: { on: boolean; soft: boolean }): string {
  const id = useName('chip')
  const tell = useContext(ChosenInRow)
  const isFirst = useRef(true)
  useEffect(() => {
    // What is applied from the start says what one may take away; only a choice leads there.
    if (on || (soft && !isFirst.current)) tell?.(id)
    isFirst.current = false
  }, [on, soft, tell, id])
  return id
}

/** How far a row of chips is pushed, so that the chosen one is seen. */
export function useInSight() {
  const id = useName('chips')
  const [left, setLeft] = useState(0)
  const tell = useCallback(
    (chipId: string) => {
      Taro.nextTick(async () => {
        const [row, chip] = await measure(id, chipId)
        if (!row || !chip) return
        // A finger has pushed it since: a row goes only where it was not told to be already.
        setLeft(row.scrollLeft ?? 0)
        Taro.nextTick(() => setLeft(leftFor(row, chip)))
      })
    },
    [id],
  )
  return { id, left, tell }
}
