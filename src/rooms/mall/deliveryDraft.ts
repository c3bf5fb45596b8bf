import type { DeliveryKind } from '@domain/mall/order'
import type { api, Output } from '@/api'
import { readAddress, readDesk } from './address'
import { type DeliveryDraft, likelyDesk, preferredOf } from './deliveryForm'

type Places = Pick<Output<typeof api.mall.openProduct>, 'desks' | 'addresses'>
type Me = Output<typeof api.identity.openSession>['me']

/** The desks where I work come first. */
export function desksNear({ desks }: Pick<Places, 'desks'>, site: string | undefined): Places['desks'] {
  return [...desks].sort((a, b) => Number(b.site === site) - Number(a.site === site))
}

/** As the last order went; the recipient is most often oneself. */
export function firstDraft(kind: DeliveryKind, { desks, addresses }: Places, me: Me): DeliveryDraft {
  const kept = { ...readAddress(), ...preferredOf(addresses) }
  return {
    kind,
    deskId: likelyDesk(desks, readDesk(), me?.site),
    ...kept,
    recipient: kept.recipient || (me?.name ?? ''),
  }
}
