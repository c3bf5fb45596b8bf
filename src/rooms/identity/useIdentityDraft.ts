import { PRIVACY_VERSION } from '@domain/identity/privacy'
import { useCallback, useState } from 'react'
import { callerScope } from '@/api'
import { readDraft, useDraft } from '@/rooms/useDraft'

/** One for each version of the text that is agreed to. */
const keyOf = (form: 'register' | 'rebind') => `identity.${form}.${PRIVACY_VERSION}.${callerScope()}`

/** What was ticked and written on registering, so that whoever goes on to be bound anew isn't asked for it again. */
export function useBegunWith<T extends object>(empty: T): T {
  return useState(() => ({ ...empty, ...readDraft(keyOf('register')) }))[0]
}

/**
 * The draft of a form that says who one is. It outlives the page, but for WeChat's code, which is worth minutes; the
 * tick belongs to the text that was read, so another version of it is asked for anew.
 * @param empty one object for all renders
 */
export function useIdentityDraft<T extends object>(form: 'register' | 'rebind', empty: T) {
  const kept = useDraft(keyOf(form), empty)
  const [phoneCode, setPhoneCode] = useState('')
  const { change: changeKept } = kept
  const change = useCallback(
    ({ phoneCode: code, ...part }: Partial<T> & { phoneCode?: string }) => {
      if (code !== undefined) setPhoneCode(code)
      if (Object.keys(part).length > 0) changeKept(part as unknown as Partial<T>)
    },
    [changeKept],
  )
  return { draft: { ...kept.draft, phoneCode }, change, drop: kept.drop }
}
