import { View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { openPage } from '@/rooms/open'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import './careers.scss'
import { sayDay, tagsOf, whereOf } from './words'

type Position = Output<typeof api.careers.openPositions>['positions'][number]

/** A position in a list: what, where, by which way, since when. */
export function PositionItem({ position, now }: { position: Position; now: number }) {
  const { positionId, title, isNew, referrals, openedAt, own } = position
  const told = own ? '你的部门' : referrals > 0 ? `内推 ${referrals} 人` : ''
  return (
    <Card onTap={() => openPage('careers/position', { positionId })}>
      <View className="row row--between gap-8">
        <View className="t16 medium grow">{title}</View>
        {isNew ? <Badge tone="accent">新</Badge> : null}
      </View>
      <View className="t14 secondary mt-4">{whereOf(position)}</View>
      <View className="careers__foot mt-8">
        <View className="careers__tags">
          {tagsOf({ ...position, years: '' }).map(tag => (
            <Badge key={tag}>{tag}</Badge>
          ))}
        </View>
        <View className="t12 secondary">{[sayDay(openedAt, now), told].filter(Boolean).join(' · ')}</View>
      </View>
    </Card>
  )
}
