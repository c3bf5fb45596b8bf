import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { api, type Output, useCommand, usePullToRefresh, useQueryOf } from '@/api'
import { sayWaited } from '@/rooms/access/public'
import { DeskMenu } from '@/rooms/DeskMenu'
import { Face } from '@/rooms/Face'
import { openPage } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { associationQueries } from '../../outdated'
import { Events } from './Events'
import './preside.scss'

type Opened = Output<typeof api.union.openPresidency>

function Figures({ association, pending, medianMs }: Opened) {
  const figures = [
    { label: '在等你', value: String(pending) },
    { label: '会员', value: String(association.members) },
    ...(medianMs === null ? [] : [{ label: '一般多久答复', value: sayWaited(medianMs) }]),
  ]
  return (
    <Card>
      <View className="preside__figures">
        {figures.map(({ label, value }) => (
          <View key={label} className="preside__figure">
            <View className="t20 bold">{value}</View>
            <View className="t12 secondary">{label}</View>
          </View>
        ))}
      </View>
      <View className="t12 secondary mt-12">
        {medianMs === null
          ? '第一份申请答复以后，这里会有一般多久答复。'
          : '答复时间取最近 50 次决定的中位数，从提交算到同意或拒绝。'}
      </View>
    </Card>
  )
}

function Late({ late, lateCount, now }: Opened) {
  if (late.length === 0) return null
  return (
    <Card padding="none">
      <SectionHeader title="等了两天以上" more={`${lateCount} 位`} />
      {late.map(({ membershipId, person, appliedAt }) => (
        <ListRow
          key={membershipId}
          lead={<Face of={person} size={40} />}
          title={person.name}
          meta={`${person.site} · ${person.department}`}
          end={<View className="t12 bad medium">{sayWaited(now - appliedAt)}</View>}
          onTap={() => openPage('access/approval', { kind: 'application', id: membershipId })}
        />
      ))}
    </Card>
  )
}

/** The office is offered to somebody who has not answered. */
function Offered({ association }: Opened) {
  const { associationId, offeredTo } = association
  const withdraw = useCommand(api.union.answerOffice, {
    outdates: associationQueries,
    onDone: () => toast.show('收回了，你仍是会长'),
  })
  if (offeredTo === null) return null
  return (
    <Card>
      <View className="t16 medium">等{offeredTo}答复会长交接</View>
      <View className="t12 secondary mt-4">接受以前，一切照旧。</View>
      <View className="mt-12">
        <Button
          kind="secondary"
          size="small"
          onTap={() => withdraw.run({ associationId, answer: 'withdraw' })}
        >
          收回交接
        </Button>
      </View>
    </Card>
  )
}

function Ways({ association, pending }: Pick<Opened, 'association' | 'pending'>) {
  const { associationId, open } = association
  return (
    <Card padding="none">
      <ListRow
        lead="inbox"
        title="入会申请"
        meta={pending > 0 ? `${pending} 位在等你` : '都回复过了'}
        onTap={() => void Taro.switchTab({ url: '/pages/admin/index' })}
      />
      <ListRow
        lead="people"
        title="会员"
        meta="查找、移出、下载名单、交接会长"
        onTap={() => openPage('union/members', { associationId })}
      />
      <ListRow
        lead="pen"
        title="协会页面"
        meta={open ? '正在招新 · 介绍、封面、报名问题' : '暂不招新 · 介绍、封面、报名问题'}
        onTap={() => openPage('union/edit', { associationId })}
      />
      <ListRow lead="history" title="已处理的申请" onTap={() => openPage('access/decided')} />
      <ListRow
        lead="eye"
        title="看看大家看到的页面"
        onTap={() => openPage('union/association', { associationId })}
      />
    </Card>
  )
}

/** What a president looks at first: who waits, for how long, and the ways to everything else. */
export default function PresidePage() {
  const { associationId: asked } = usePageParams()
  const [chosen, setChosen] = useState(asked)
  const input = chosen === undefined ? {} : { associationId: chosen }
  const query = useQueryOf(api.union.openPresidency, input, { staleMs: 0, kept: false })
  usePullToRefresh(query.refetch)
  return (
    <Screen
      nav={<Nav title="我的协会" />}
      side={<DeskMenu here="union/preside" />}
      query={query}
      skeleton={<SkeletonRows count={4} />}
    >
      {opened => (
        <>
          {opened.associations.length > 1 ? (
            <ChipRow>
              {opened.associations.map(({ associationId, name }) => (
                <Chip
                  key={associationId}
                  on={associationId === opened.association.associationId}
                  onTap={() => setChosen(associationId)}
                >
                  {name}
                </Chip>
              ))}
            </ChipRow>
          ) : null}
          <View className="pad column gap-12">
            <View className="t20 bold">{opened.association.name}</View>
            <Figures {...opened} />
            <Late {...opened} />
            <Offered {...opened} />
            <Events {...opened} />
            <Ways {...opened} />
          </View>
        </>
      )}
    </Screen>
  )
}
