import type { Relation } from '@domain/careers/referral'
import { useCallback, useState } from 'react'
import { callerScope } from '@/api'
import type { ChosenFile } from '@/rooms/documentFile'

export interface ReferralForm {
  name: string
  phone: string
  relation: Relation
  words: string
  agreed: boolean
  resume?: ChosenFile | undefined
}

const empty: ReferralForm = { name: '', phone: '', relation: 'colleague', words: '', agreed: false }

/** What was not sent yet. Somebody else's name and number: in memory alone, never in a draft on the phone. */
const kept = new Map<string, ReferralForm>()

/**
 * A recommendation that outlives its page, until the app is closed. The tick belongs to the text that was read, so
 * another version of it begins anew.
 */
export function useReferralForm(positionId: string, consentVersion: number) {
  const place = `${callerScope()}.${positionId}.${consentVersion}`
  const [form, setForm] = useState(() => kept.get(place) ?? empty)
  const change = useCallback(
    (part: Partial<ReferralForm>) =>
      setForm(before => {
        const after = { ...before, ...part }
        kept.set(place, after)
        return after
      }),
    [place],
  )
  const drop = useCallback(() => {
    kept.delete(place)
    setForm(empty)
  }, [place])
  return { form, change, drop }
}
