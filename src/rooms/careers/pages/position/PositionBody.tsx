import { candidateStateNames } from '@domain/careers/candidate'
import { positionStateNames } from '@domain/careers/position'
import { View } from '@tarojs/components'
import { api, type Output, useCommand } from '@/api'
import { Face } from '@/rooms/Face'
import { ShareButton } from '@/rooms/ShareButton'
import { ariaState } from '@/ui/a11y/ariaState'
import { tappable } from '@/ui/a11y/tappable'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { Explained } from '@/ui/explained/Explained'
import { Icon } from '@/ui/icon/Icon'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { ownQueries, sayDay, tagsOf, whereOf } from '../../words'

type Opened = Output<typeof api.careers.openPosition>

function Mark({ position }: Pick<Opened, 'position'>) {
  const { positionId, favourite } = position
  const mark = useCommand(api.careers.favouritePosition, { outdates: ownQueries })
  return (
    <View
      className={`careers__mark${favourite ? ' careers__mark--on' : ''}`}
      {...tappable('收藏')}
      {...ariaState({ pressed: favourite })}
      onClick={() => void mark.run({ positionId, favourite: !favourite })}
    >
      <Icon name="star" filled={favourite} />
    </View>
  )
}

function Head({ opened }: { opened: Opened }) {
  const { position, now } = opened
  return (
    <Card>
      <View className="row row--top gap-8">
        <View className="t20 bold grow careers__title">{position.title}</View>
        <View className="row careers__ways">
          <Mark position={position} />
          <ShareButton />
        </View>
      </View>
      <View className="t14 secondary mt-4">
        {whereOf(position)} · {sayDay(position.openedAt, now)}发布
      </View>
      <View className="careers__tags mt-12">
        {position.state === 'open' ? null : <Badge tone="bad">{positionStateNames[position.state]}</Badge>}
        {tagsOf(position).map(tag => (
          <Badge key={tag}>{tag}</Badge>
        ))}
      </View>
    </Card>
  )
}

function Words({ title, children }: { title: string; children: string }) {
  return (
    <Card>
      <View className="t16 medium">{title}</View>
      <View className="t14 careers__text mt-8">
        <Explained text={children} />
      </View>
    </Card>
  )
}

/** What is sought, by whom, and who passed it on. */
export function PositionBody({ opened }: { opened: Opened }) {
  const { position, sharedBy, application } = opened
  return (
    <View className="pad column gap-12">
      {sharedBy ? (
        <Card padding="compact">
          <View className="row gap-12">
            <Face of={sharedBy} size={32} />
            <View className="t14 grow">{sharedBy.name}分享给你的，从这里申请会算上他的推荐</View>
          </View>
        </Card>
      ) : null}
      <Head opened={opened} />
      {application ? (
        <Card padding="compact">
          <View className="t14">你申请过：{candidateStateNames[application]}</View>
        </Card>
      ) : null}
      <Words title="要做的事">{position.duties}</Words>
      <Words title="希望你">{position.requirements}</Words>
      <Card>
        <KeyValueRow label="人数">{position.headcount} 人</KeyValueRow>
        {position.leadName ? <KeyValueRow label="团队">{position.leadName}的团队</KeyValueRow> : null}
        {position.referrals > 0 ? <KeyValueRow label="已有内推">{position.referrals} 人</KeyValueRow> : null}
      </Card>
    </View>
  )
}
