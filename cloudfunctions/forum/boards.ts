import type { Board } from '@domain/forum/views'
import { MINUTE_MS } from '@domain/kernel/time'
import { remember } from '@platform/memory'
import type * as z from 'zod'
import { boards } from './store'

const BOARDS_MAX = 50

const inOrder = remember(MINUTE_MS, () =>
  boards.find({ where: {}, orderBy: [['order', 'asc']], limit: BOARDS_MAX }),
)

/** The boards in their order, remembered for a minute: they change a few times a year. */
export async function listBoards(): Promise<z.output<typeof Board>[]> {
  const found = await inOrder()
  return found.map(({ _id, name, closed }) => ({ boardId: _id, name, closed }))
}
