import { CALLED_BEFORE_MINUTES } from '@domain/mall/goods'
import { api, useAskToNotify, useCommand } from '@/api'
import { openPage } from '@/rooms/open'
import { toast } from '@/ui/toast/store'

const outdates = [api.mall.openProduct, api.mall.listFavourites, api.mall.openBasket]

/** What can be done about a product besides redeeming it. */
export function useWishes(productId: string) {
  const favourite = useCommand(api.mall.markFavourite, { outdates })
  const basket = useCommand(api.mall.putInBasket, {
    outdates,
    onDone: ({ lines }) =>
      toast.show(`放进购物袋了，里面有 ${lines} 样`, {
        label: '去看看',
        onTap: () => openPage('mall/basket'),
      }),
  })
  const sayAwaited = (when: string) => ({
    outdates,
    onDone: ({ awaited }: { awaited: boolean }) => toast.show(awaited ? when : '好，不再提醒'),
  })
  const wait = useCommand(api.mall.awaitStock, sayAwaited('到货会告诉你，只说一次'))
  const call = useCommand(api.mall.awaitOpening, sayAwaited(`开换前 ${CALLED_BEFORE_MINUTES} 分钟叫你`))
  const ask = useAskToNotify()
  const askFirst = (awaited: boolean) => {
    if (awaited) ask(['goodReady'])
  }
  return {
    favour: (on: boolean) => void favourite.run({ productId, favourite: on }),
    put: (variantId: string, quantity: number) => basket.run({ productId, variantId, quantity }),
    wait: (variantId: string, awaited: boolean) => {
      askFirst(awaited)
      return wait.run({ productId, variantId, awaited })
    },
    call: (awaited: boolean) => {
      askFirst(awaited)
      return call.run({ productId, awaited })
    },
  }
}
