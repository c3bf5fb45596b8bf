import { grouped } from '@domain/kernel/grouped'
import { CALLED_BEFORE_MINUTES } from '@domain/mall/goods'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { CallBar } from '@/rooms/CallBar'
import { replacePage } from '@/rooms/open'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Coin } from '@/ui/coin/Coin'
import type { Affordability } from '../../affordability'

const whyNot: Record<
  Exclude<Extract<Affordability, { can: false }>['why'], 'coins' | 'early' | 'overPeriod'>,
  string
> = {
  off: '这件商品下架了',
  over: '这一场结束了',
  level: '等级还不够，多参与几次',
  soldOut: '这件换完了',
  overLimit: '每人限换的数量用完了',
}

export interface RedeemBarProps {
  verdict: Affordability
  /** From when on this period's limit counts anew, where it is what stands in the way. */
  periodOver: string
  /** Whether I am told when the chosen kind is back. */
  awaited: boolean
  /** Whether I am called before it opens. */
  awaitsOpening: boolean
  /** Too late to be called. */
  opensSoon: boolean
  onRedeem: () => void
  onBasket: () => Promise<unknown>
  onAwait: () => Promise<unknown>
  onAwaitOpening: () => Promise<unknown>
}

/** Before the opening: to be called, or to wait here. */
function EarlyBar({ awaitsOpening, opensSoon, onAwaitOpening }: RedeemBarProps) {
  if (opensSoon)
    return (
      <BottomBar consequence="马上开换，留在这一页就好">
        <Button disabled>到点就能换</Button>
      </BottomBar>
    )
  const when = `开换前 ${CALLED_BEFORE_MINUTES} 分钟`
  return <CallBar when={when} asked={awaitsOpening} onTap={onAwaitOpening} />
}

/** What can be done now, and what it would leave. */
export function RedeemBar(props: RedeemBarProps) {
  const { verdict, periodOver, awaited, onRedeem, onBasket, onAwait } = props
  if (verdict.can) {
    return (
      <BottomBar
        consequence={
          <>
            <View>兑换后还剩</View>
            <Coin amount={verdict.left} size={16} />
          </>
        }
      >
        <Button kind="secondary" icon="bag" label="放进购物袋" onTap={onBasket} />
        <Button onTap={onRedeem}>用 {grouped(verdict.cost)} 沃币兑换</Button>
      </BottomBar>
    )
  }
  if (verdict.why === 'coins') {
    return (
      <BottomBar
        consequence={
          <>
            <View>还差</View>
            <Coin amount={verdict.missing} size={16} />
          </>
        }
      >
        <Button kind="secondary" onTap={() => Taro.switchTab({ url: '/pages/fun/index' })}>
          去沃谈会聊聊就有
        </Button>
      </BottomBar>
    )
  }
  if (verdict.why === 'early') return <EarlyBar {...props} />
  return (
    <BottomBar consequence={verdict.why === 'overPeriod' ? periodOver : whyNot[verdict.why]}>
      {verdict.why === 'soldOut' ? (
        <Button kind={awaited ? 'secondary' : 'primary'} icon="bell" onTap={onAwait}>
          {awaited ? '不用告诉我了' : '到货告诉我'}
        </Button>
      ) : (
        <Button kind="secondary" onTap={() => replacePage('mall/shop')}>
          看看别的
        </Button>
      )}
    </BottomBar>
  )
}
