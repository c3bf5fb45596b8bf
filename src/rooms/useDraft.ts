import Taro from '@tarojs/taro'
import { useCallback, useState } from 'react'

const placeOf = (key: string) => `draft.${key}`

/** What has been written so far; nothing where the form was never begun. */
export const readDraft = (key: string): object => Taro.getStorageSync(placeOf(key)) || {}

/**
 * A form's draft that outlives the page: it lies in the phone's storage, and nowhere else, until it is dropped.
 * @param key one form about one thing: `union.apply.badminton`
 */
export function useDraft<T extends object>(key: string, empty: T) {
  const place = placeOf(key)
  const [draft, setDraft] = useState<T>(() => ({ ...empty, ...readDraft(key) }))
  const change = useCallback(
    (part: Partial<T>) =>
      setDraft(before => {
        const after = { ...before, ...part }
        Taro.setStorageSync(place, after)
        return after
      }),
    [place],
  )
  /** What lies in the storage goes; the form keeps showing it. */
  const forget = useCallback(() => Taro.removeStorageSync(place), [place])
  const drop = useCallback(() => {
    forget()
    setDraft(empty)
  }, [forget, empty])
  return { draft, change, drop, forget }
}
