import type { QueryClient } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { readRoute } from '@/ui/nav/route'
import { ApiError } from './error'
import { api, keyOf, type Output } from './reference'

const PAGE = 'rooms/identity/pages/left/index'

/** Where the browser keeps who is calling: no content, and nothing that a phone has. */
const CALLER = /^dev\./

/** Everything that was kept on the phone goes: answers, drafts, what was searched, words, commands not sent yet. */
function emptyPhone(): void {
  for (const key of Taro.getStorageInfoSync().keys) if (!CALLER.test(key)) Taro.removeStorageSync(key)
}

/** Whether the cloud has said that whoever calls is no colleague any more. */
export const isOfLeaver = (error: unknown): boolean =>
  error instanceof ApiError && error.code === 'IDENTITY_LEFT'

/** Every query of the page that is being left is refused as well: they lead nowhere else. */
let isLeading = false

function lead(): void {
  const arrived = () => {
    isLeading = false
  }
  isLeading = true
  Taro.reLaunch({ url: `/${PAGE}` }).then(arrived, arrived)
}

/**
 * Whoever is no colleague any more keeps nothing on the phone and reads one plain page, wherever they were. That they
 * left is all that stays: the next start leads there at once.
 */
export function partWith(client: QueryClient): void {
  if (isLeading) return
  const session = keyOf(api.identity.openSession, {})
  client.removeQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey) !== JSON.stringify(session) })
  client.setQueryData<Output<typeof api.identity.openSession>>(
    session,
    was => was && { ...was, standing: 'left', me: null, unread: 0, waiting: null, coins: null },
  )
  emptyPhone()
  if (!readRoute().startsWith(PAGE)) lead()
}
