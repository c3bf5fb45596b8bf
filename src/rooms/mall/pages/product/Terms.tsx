import { levelName, levelOf } from '@domain/growth/levels'
import { grouped } from '@domain/kernel/grouped'
import type { DeliveryKind } from '@domain/mall/order'
import { View } from '@tarojs/components'
import type { api, Output } from '@/api'
import type { IconName } from '@/ui/icon/Icon'
import { ListRow } from '@/ui/listRow/ListRow'
import { periodNames, periodsNow } from '../../saleWords'

type Opened = Output<typeof api.mall.openProduct>

interface Term {
  icon: IconName
  words: string
  /** What it means for me. */
  meta?: string
}

const ways: Record<DeliveryKind, Term> = {
  desk: { icon: 'desk', words: '公司前台自取，出示取货码' },
  home: { icon: 'truck', words: '寄到家，包邮' },
  code: { icon: 'ticket', words: '兑换码马上送到订单里，只有你看得到' },
}

/** What one may have of it, and what one has had. */
export function limitOf({
  product,
  taken,
  takenInPeriod,
}: Pick<Opened, 'product' | 'taken' | 'takenInPeriod'>): Term[] {
  const { limitPerPerson, limitPerPeriod, unit } = product
  const said = [
    ...(limitPerPerson === null ? [] : [`每人限 ${limitPerPerson} ${unit}`]),
    ...(limitPerPeriod ? [`${periodNames[limitPerPeriod.period]}限 ${limitPerPeriod.most} ${unit}`] : []),
  ]
  if (said.length === 0) return []
  // Of a limit by period alone, only what was taken in this one counts.
  const mine = [
    ...(limitPerPerson !== null && taken > 0 ? [`一共换过 ${taken} ${unit}`] : []),
    ...(limitPerPeriod && takenInPeriod > 0
      ? [`${periodsNow[limitPerPeriod.period]}换过 ${takenInPeriod} ${unit}`]
      : []),
  ]
  return [{ icon: 'person', words: said.join('，'), ...(mine.length > 0 ? { meta: mine.join('，') } : {}) }]
}

function levelTermOf({ product: { experienceMin }, experience }: Opened): Term[] {
  if (experienceMin === null) return []
  const missing = experienceMin - experience
  const mine = missing > 0 ? `还差 ${grouped(missing)} 经验值` : '你已经够了'
  const words = `${levelName(levelOf(experienceMin))}起`
  return [{ icon: 'medal', words, meta: `你现在 ${levelName(levelOf(experience))}，${mine}` }]
}

/** What it may be had by, how it comes, and what can be undone. */
export function Terms(opened: Opened) {
  const { deliveries } = opened.product
  const back = deliveries.includes('code')
    ? '兑换码送到后不能退'
    : '寄出或拿走前可以取消，收到 7 天内可以退换'
  const terms: Term[] = [
    ...levelTermOf(opened),
    ...limitOf(opened),
    ...deliveries.map(kind => ways[kind]),
    { icon: 'undo', words: back },
  ]
  return (
    <View className="product__terms">
      {terms.map(({ icon, words, meta }) => (
        <ListRow key={words} lead={icon} plain title={<View className="t14">{words}</View>} meta={meta} />
      ))}
    </View>
  )
}
