import { useQueryClient } from '@tanstack/react-query'
import { api, type Input, keyOf, type Output, useCommand, useRefreshSession } from '@/api'

type Opened = Output<typeof api.notice.openSettings>
type Wanted = Input<typeof api.notice.changeSettings>

/** Changes what is wanted, on the screen at once. */
export function useChangeSettings() {
  const client = useQueryClient()
  const refreshSession = useRefreshSession()
  const key = keyOf(api.notice.openSettings, {})
  const { run } = useCommand(api.notice.changeSettings, {
    optimistic: wanted => {
      const before = client.getQueryData<Opened>(key)
      client.setQueryData<Opened>(key, opened => opened && { ...opened, ...wanted })
      return () => client.setQueryData(key, before)
    },
    outdates: [api.notice.listNotices],
    onDone: () => void refreshSession(),
  })
  return ({ off, unwanted, loud }: Opened, part: Partial<Wanted>) => run({ off, unwanted, loud, ...part })
}

/** The list with a thing in it, or without. */
export function toggled<T>(list: readonly T[], one: T, isIn: boolean): T[] {
  const others = list.filter(each => each !== one)
  return isIn ? [...others, one] : others
}
