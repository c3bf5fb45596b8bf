import { ScrollView, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { api, type Output, useQueryOf } from '@/api'
import { openPage } from '@/rooms/open'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { type AssociationCard, chosenFrom, everything } from '../associationFilter'
import { Cover } from '../Cover'
import { EventRow } from '../EventRow'
import { sayNext } from '../nextEvent'
import './associationList.scss'
import { Filters } from './Filters'

/** Where I stand with it, or the way in. */
function Standing({ card }: { card: AssociationCard }) {
  if (card.presiding || card.mine === 'member') return <Badge tone="ok">已加入</Badge>
  if (card.mine === 'pending') return <Badge>等会长回复</Badge>
  if (!card.open) return <Badge>暂不招新</Badge>
  return (
    // The button stands in a row that is a control itself.
    <View onClick={event => event.stopPropagation()}>
      <Button
        kind="secondary"
        size="small"
        label={`申请加入${card.name}`}
        onTap={() => openPage('union/association', { associationId: card.associationId, apply: '1' })}
      >
        申请
      </Button>
    </View>
  )
}

interface AssociationRowProps {
  card: AssociationCard
  /** What it has in the week to come, said instead of what it usually does. */
  next: string | undefined
}

function AssociationRow({ card, next }: AssociationRowProps) {
  const head = card.presiding ? '你是会长' : `会长 ${card.president.name}`
  return (
    <ListRow
      lead={<Cover fileId={card.coverFileId} category={card.category} width={56} />}
      title={card.name}
      meta={[`${card.site} · ${card.members} 人 · ${head}`, next ?? card.headline]}
      end={<Standing card={card} />}
      chevron={false}
      onTap={() => openPage('union/association', { associationId: card.associationId })}
    />
  )
}

/** 接下来的活动: the next seven days at a glance, all of them a tap away. */
function Week({ week }: Pick<Output<typeof api.union.listAssociations>, 'week'>) {
  return (
    <>
      <SectionHeader
        title="接下来的活动"
        more={week.length > 0 ? '全部' : '看以后的'}
        onMore={() => openPage('union/events')}
      />
      {week.length > 0 ? (
        <ScrollView className="association-list__week" scrollX enhanced showScrollbar={false}>
          <View className="association-list__week-line">
            {week.map(event => (
              <View key={event.eventId} className="association-list__event">
                <EventRow event={event} />
              </View>
            ))}
          </View>
        </ScrollView>
      ) : null}
    </>
  )
}

function Associations({ associations, sites, week, now }: Output<typeof api.union.listAssociations>) {
  const [chosen, setChosen] = useState(everything)
  const shown = chosenFrom(associations, sites, chosen)
  return (
    <>
      <Week week={week} />
      <Filters
        associations={associations}
        sites={sites}
        chosen={chosen}
        onChange={part => setChosen(before => ({ ...before, ...part }))}
      />
      <View className="association-list">
        {shown.length > 0 ? (
          <Card padding="none">
            {shown.map(card => (
              <AssociationRow
                key={card.associationId}
                card={card}
                next={sayNext(week, card.associationId, now)}
              />
            ))}
          </Card>
        ) : (
          <View className="association-list__none">
            <View className="t14 secondary">没有这样的协会。换个条件，或者自己发起一个。</View>
            <Button kind="text" onTap={() => setChosen(everything)}>
              看全部
            </Button>
          </View>
        )}
        <View className="association-list__mine">
          <Button kind="text" onTap={() => openPage('union/mine')}>
            我的协会和申请
          </Button>
          <Button kind="text" onTap={() => openPage('union/found')}>
            发起新协会
          </Button>
        </View>
      </View>
    </>
  )
}

/** 沃工会 inside the 沃有趣 tab: every association at once, since there are few, so that a chip answers at once. */
export default function AssociationList({ nav }: { nav: ReactNode }) {
  const query = useQueryOf(api.union.listAssociations, {})
  return (
    <Screen
      tab
      nav={nav}
      query={query}
      skeleton={<SkeletonRows count={6} leadPx={56} />}
      isEmpty={({ associations }) => associations.length === 0}
      empty={{ title: '还没有协会', sentence: '工会建好第一个协会，这里就有了。' }}
    >
      {data => <Associations {...data} />}
    </Screen>
  )
}
