import type { QueryClient } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { readRoute } from '@/ui/nav/route'
import { ApiError } from './error'
import { api, keyOf, type Output } from './reference'

const PAGE = 'rooms/identity/pages/left/index'

/** Where the browser keeps who is calling: no content, and nothing that a phone has. */
const CALLER = /^dev\./

/** What somebody is writing who asks to be let in. */
const ASKING = /^draft\.identity\./

/** Everything that was kept on the phone goes: answers, drafts, what was searched, words, commands not sent yet. */
function emptyPhone(stays: readonly RegExp[]): void {
  for (const key of Taro.getStorageInfoSync().keys)
    if (!stays.some(one => one.test(key))) Taro.removeStorageSync(key)
}

const SESSION = keyOf(api.identity.openSession, {})
type Session = Output<typeof api.identity.openSession>

/** Nothing of what a colleague was answered stays in the app; the session says what has become of them. */
function emptyAnswers(
  client: QueryClient,
  standing: Session['standing'],
  stays: readonly (readonly unknown[])[],
): void {
  const kept = [SESSION, ...stays].map(key => JSON.stringify(key))
  client.removeQueries({ predicate: ({ queryKey }) => !kept.includes(JSON.stringify(queryKey)) })
  const session = client.getQueryData<Session>(SESSION)
  if (session && session.standing !== standing)
    client.setQueryData<Session>(SESSION, {
      ...session,
      ...{ standing, me: null, unread: 0, waiting: null, coins: null },
    })
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
  emptyAnswers(client, 'left', [])
  emptyPhone([CALLER])
  if (!readRoute().startsWith(PAGE)) lead()
}

/**
 * This WeChat is nobody's of the company any more: its account has moved to another one, or was removed. What the phone
 * kept of it goes as a leaver's does; what is being written to be let in again stays.
 */
export function forgetColleague(client: QueryClient): void {
  emptyAnswers(client, 'stranger', [keyOf(api.identity.openMyRebind, {})])
  emptyPhone([CALLER, ASKING])
}

/** Whether the app still takes whoever calls for a colleague. */
export const isTakenForColleague = (client: QueryClient): boolean =>
  client.getQueryData<Session>(SESSION)?.standing === 'employee'
