import type { redirections } from '@domain/mall/order'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, keyOf, useCommand, useQueryOf, useSession } from '@/api'
import { Button } from '@/ui/button/Button'
import { Sheet } from '@/ui/sheet/Sheet'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { keepAddress, keepDesk } from '../../address'
import { DeliveryFields } from '../../DeliveryFields'
import { desksNear, firstDraft } from '../../deliveryDraft'
import { type DeliveryDraft, deliveryProblems, toRedirection } from '../../deliveryForm'
import type { Order } from '../../orderWords'
import { orderQueries } from '../../outdated'
import '../../delivery.scss'

export type Way = keyof typeof redirections

export const redirectionNames: Record<Way, string> = { desk: '改送公司前台', home: '改寄到家' }

const undoNotes: Record<Way, string> = {
  desk: '拿走前可以再改寄到家',
  home: '寄出前可以再改回前台',
}

export interface RedirectSheetProps {
  order: Order
  way: Way
  open: boolean
  onClose: () => void
}

function useRedirection({ order, onClose }: RedirectSheetProps, draft: DeliveryDraft | undefined) {
  const client = useQueryClient()
  const redirect = useCommand(api.mall.redirectOrder, {
    outdates: orderQueries,
    onDone: (_done, { delivery }) => {
      if (draft && delivery.kind === 'home') keepAddress(draft)
      if (delivery.kind === 'desk') keepDesk(delivery.deskId)
      onClose()
      toast.show(delivery.kind === 'desk' ? '改好了，到前台拿' : '改好了，寄到这个地址')
    },
    onError: ({ kind }) => {
      // It has been sent meanwhile, or sent elsewhere from another phone: the page shows it.
      if (kind !== 'conflict') return false
      onClose()
      void client.invalidateQueries({ queryKey: keyOf(api.mall.openOrder) })
      return false
    },
  })
  return () => {
    const delivery = draft && toRedirection(draft)
    return delivery && redirect.run({ orderId: order.orderId, edition: order.edition, delivery })
  }
}

/** To a desk instead of home, or home instead of to a desk: what was redeemed stays as it is. */
export function RedirectSheet(props: RedirectSheetProps) {
  const { order, way, open, onClose } = props
  const { me } = useSession()
  const { productId } = order
  const { data: places, isError } = useQueryOf(api.mall.openProduct, { productId }, { enabled: open })
  const [typed, setTyped] = useState<DeliveryDraft>()
  const draft = typed ?? (places && firstDraft(way, places, me))
  const problems = draft ? deliveryProblems(draft) : {}
  const [problem] = Object.values(problems)
  const send = useRedirection(props, draft)
  return (
    <Sheet
      open={open}
      title={redirectionNames[way]}
      onClose={onClose}
      note={undoNotes[way]}
      missing={isError ? '没有打开，关上再试一次' : problem}
      action={
        <Button disabled={!draft || problem !== undefined} onTap={send}>
          {redirectionNames[way]}
        </Button>
      }
    >
      {draft && places ? (
        <DeliveryFields
          draft={draft}
          desks={desksNear(places, me?.site)}
          addresses={places.addresses}
          problems={problems}
          onChange={setTyped}
        />
      ) : (
        <SkeletonRows count={2} leadPx={0} />
      )}
    </Sheet>
  )
}
