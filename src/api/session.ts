import { MINUTE_MS } from '@domain/kernel/time'
import { useQueryClient } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { useCallback, useEffect, useRef } from 'react'
import { readAddress, readRoute } from '@/ui/nav/route'
import { useTabBar } from '@/ui/tabBar/store'
import { useHeldAnswers } from './held/useHeldIds'
import { forgetColleague, partWith } from './leaver'
import { api, keyOf, type Output } from './reference'
import { useQueryOf } from './useQueryOf'

const REGISTER = '/rooms/identity/pages/register/index'
/** Where somebody whom the company does not know yet may be. */
const OPEN_TO_STRANGERS = ['register', 'privacy', 'rebind'].map(page => `rooms/identity/pages/${page}/`)

const SESSION_FRESH_MS = 5 * MINUTE_MS
/** By the phone's own clock, as are the ages of answers. */
const launchedAt = Date.now()

/** Who is calling, what waits unread, and what is switched on. Asked once at launch and kept on the phone. */
export function useSession() {
  const query = useQueryOf(api.identity.openSession, {}, { staleMs: SESSION_FRESH_MS })
  return {
    ...query,
    me: query.data?.me ?? null,
    unread: query.data?.unread ?? 0,
    hasInbox: typeof query.data?.waiting === 'number',
    coins: query.data?.coins ?? null,
  }
}

/** Asks again who is calling: after a registration, after something was read. */
export function useRefreshSession(): () => Promise<void> {
  const client = useQueryClient()
  return useCallback(() => client.invalidateQueries({ queryKey: keyOf(api.identity.openSession) }), [client])
}

/** Empties the phone of what it kept of a colleague: where a page learns that the account has moved. See `forgetColleague`. */
export function useForgetColleague(): () => void {
  const client = useQueryClient()
  return useCallback(() => forgetColleague(client), [client])
}

/**
 * Tells the session how many things wait, where a page has just been told: the badge of 管理 and the page never differ,
 * now or after the next start.
 * @param counted by the server; what was decided here and not sent yet is still among them. Undefined: not known yet
 * @param countedAt when it was told, by the phone's clock: a session that came later knows better
 */
export function useCountedWaiting(counted: number | undefined, countedAt: number): void {
  const client = useQueryClient()
  const { data, dataUpdatedAt } = useSession()
  const differs =
    counted !== undefined && data !== undefined && data.waiting !== counted && countedAt >= dataUpdatedAt
  useEffect(() => {
    if (!differs) return
    client.setQueryData<Output<typeof api.identity.openSession>>(
      keyOf(api.identity.openSession, {}),
      session => session && { ...session, waiting: counted },
      // The rest of the session is as old as it was.
      { updatedAt: dataUpdatedAt },
    )
  }, [client, counted, differs, dataUpdatedAt])
}

/** What a stranger had opened, a shared post for instance. */
let wanted: string | undefined

/** Where whoever has just been let in wanted to go; told once. */
export function takeWanted(): string | undefined {
  const address = wanted
  wanted = undefined
  return address
}

/** Leads somebody unknown to the registration, unless already there; what they came for is kept for afterwards. */
export function openRegister(): void {
  if (OPEN_TO_STRANGERS.some(page => readRoute().startsWith(page))) return
  wanted = readAddress()
  void Taro.reLaunch({ url: REGISTER })
}

/** Draws nothing: keeps the tab bar and the ways out of the community in step with who is calling. */
export function SessionGate(): null {
  const client = useQueryClient()
  const { data, dataUpdatedAt, isError, refetch } = useSession()
  const standing = data?.standing
  const showAdmin = data && typeof data.waiting === 'number'
  // What was just decided here waits no more, though the server does not know yet.
  const waiting = Math.max(0, (data?.waiting ?? 0) - useHeldAnswers())
  useEffect(() => {
    useTabBar.setState({ showAdmin })
  }, [showAdmin])
  useEffect(() => {
    useTabBar.setState({ adminCount: waiting })
  }, [waiting])
  useEffect(() => {
    if (standing === 'left') partWith(client)
  }, [client, standing])
  const before = useRef(standing)
  useEffect(() => {
    if (standing === 'stranger' && before.current === 'employee') forgetColleague(client)
    before.current = standing
  }, [client, standing])
  useEffect(() => {
    if (standing !== 'stranger') return
    // A kept "stranger" may have been let in since, by a rebind for instance: ask before leading away.
    const isKept = dataUpdatedAt < launchedAt
    if (isKept && !isError) void refetch()
    else openRegister()
  }, [standing, dataUpdatedAt, isError, refetch])
  return null
}
