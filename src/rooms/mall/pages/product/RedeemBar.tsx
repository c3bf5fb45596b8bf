import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { replacePage } from '@/rooms/open'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Coin } from '@/ui/coin/Coin'
import { grouped } from '@/ui/coin/grouped'
import type { Affordability } from '../../affordability'

const whyNot: Record<Exclude<Extract<Affordability, { can: false }>['why'], 'coins'>, string> = {
  off: '这件商品下架了',
  early: '还没开换，先收藏着',
  over: '这一场结束了',
  level: '等级还不够，多参与几次',
  soldOut: '这件换完了',
  overLimit: '每人限换的数量用完了',
}

export interface RedeemBarProps {
  verdict: Affordability
  awaited: boolean
  onRedeem: () => void
  onBasket: () => Promise<unknown>
  onAwait: () => Promise<unknown>
}

/** What can be done now, and what it would leave. */
export function RedeemBar({ verdict, awaited, onRedeem, onBasket, onAwait }: RedeemBarProps) {
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
  return (
    <BottomBar consequence={whyNot[verdict.why]}>
      {verdict.why === 'soldOut' ? (
        <Button kind={awaited ? 'secondary' : 'primary'} icon="bell" onTap={onAwait}>
          {awaited ? '不用告诉我了' : '到货告诉我'}
        </Button>
      ) : null}
      {verdict.why === 'early' ? <Button disabled>到点就能换</Button> : null}
      {verdict.why === 'soldOut' || verdict.why === 'early' ? null : (
        <Button kind="secondary" onTap={() => replacePage('mall/shop')}>
          看看别的
        </Button>
      )}
    </BottomBar>
  )
}
