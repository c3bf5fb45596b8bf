import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useHeldIds, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { Face } from '@/rooms/Face'
import { backToWork } from '@/rooms/open'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { type AskedDecision, DecisionSheet } from '../../DecisionSheet'
import { decideWithUndo } from '../../decisions'
import { isOverdue, sayWaited } from '../../waited'
import { kindNames, openWaiting, type Waiting } from '../../waiting'
import './batch.scss'

interface GroupProps {
  place: string
  waiting: readonly Waiting[]
  chosen: ReadonlySet<string>
  now: number
  onToggle: (id: string) => void
}

function Group({ place, waiting, chosen, now, onToggle }: GroupProps) {
  return (
    <View className="mt-16">
      <View className="t12 secondary batch__head">入会 · {place}</View>
      <Card padding="none">
        {waiting.map(({ id, person, summary, since }) => {
          const waitedMs = now - since
          return (
            <View key={id} className="batch__row">
              <Checkbox
                shape="round"
                label={`选择${person.name}`}
                checked={chosen.has(id)}
                onChange={() => onToggle(id)}
              />
              <Face of={person} size={40} />
              <View className="grow" onClick={() => onToggle(id)}>
                <View className="row gap-8">
                  <View className="grow t16 medium">{person.name}</View>
                  <View className={`t12 nowrap ${isOverdue(waitedMs) ? 'bad medium' : 'secondary'}`}>
                    {sayWaited(waitedMs)}
                  </View>
                </View>
                <View className="t12 secondary">{person.site}</View>
                <View className="t14 mt-4">{summary}</View>
              </View>
            </View>
          )
        })}
      </Card>
    </View>
  )
}

/** Money and accounts are looked at one by one. */
function OneByOne({ waiting }: { waiting: readonly Waiting[] }) {
  if (waiting.length === 0) return null
  return (
    <View className="mt-16">
      <View className="t12 secondary batch__head">要逐件看</View>
      <Card padding="none">
        {waiting.map(one => (
          <ListRow
            key={one.id}
            lead={<Face of={one.person} size={40} />}
            title={one.title}
            meta={`${kindNames[one.kind]} · ${one.person.name}`}
            onTap={() => openWaiting(one)}
          />
        ))}
      </Card>
    </View>
  )
}

function groupByPlace(waiting: readonly Waiting[]): [string, Waiting[]][] {
  const groups = new Map<string, Waiting[]>()
  for (const one of waiting) groups.set(one.place, [...(groups.get(one.place) ?? []), one])
  return [...groups]
}

function useChoice() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  return { chosen, toggle, setChosen }
}

/** Several applications in one decision, sent as one call. */
export default function BatchPage() {
  const query = useQueryOf(api.access.openInbox, {}, { staleMs: 0, kept: false })
  const held = useHeldIds()
  const { chosen, toggle, setChosen } = useChoice()
  const [asked, setAsked] = useState<AskedDecision>()
  const open = query.data?.waiting.filter(({ id }) => !held.has(id)) ?? []
  const applications = open.filter(({ kind }) => kind === 'application')
  const ids = applications.map(({ id }) => id).filter(id => chosen.has(id))
  const full = ids.length > limits.decisionsMax
  const subject = `${ids.length} 份入会申请`
  const approve = () => {
    decideWithUndo({ kind: 'application', ids, decision: 'approve', subject })
    void backToWork()
  }
  const selectAll = () => setChosen(new Set(applications.slice(0, limits.decisionsMax).map(({ id }) => id)))
  const refuse = () =>
    setAsked({ kind: 'application', ids, decision: 'refuse', subject, who: `${ids.length} 位同事` })
  return (
    <Screen
      nav={<Nav title={`已选 ${ids.length} 项`} close />}
      side={<DeskMenu here="admin" />}
      query={query}
      skeleton={<SkeletonRows count={4} leadPx={40} roundLead />}
      isEmpty={() => applications.length === 0}
      empty={{
        title: '没有要一起处理的',
        sentence: '两份以上的入会申请，才需要批量。',
        action: { label: '返回', onTap: () => void backToWork() },
      }}
      bar={
        applications.length > 0 ? (
          <BottomBar
            consequence={
              full ? `一次最多 ${limits.decisionsMax} 项` : ids.length === 0 ? '先选几份一起处理' : undefined
            }
          >
            <Button kind="danger" disabled={ids.length === 0 || full} onTap={refuse}>
              {ids.length > 0 ? `拒绝 ${ids.length} 项` : '拒绝'}
            </Button>
            <Button disabled={ids.length === 0 || full} onTap={approve}>
              {ids.length > 0 ? `同意 ${ids.length} 项` : '同意'}
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
      {({ now }) => (
        <View className="pad">
          <View className="row row--between batch__all">
            <View className="t14 secondary">同一类才能一起处理</View>
            <Button kind="text" onTap={selectAll}>
              全选入会
            </Button>
          </View>
          {groupByPlace(applications).map(([place, waiting]) => (
            <Group key={place} place={place} waiting={waiting} chosen={chosen} now={now} onToggle={toggle} />
          ))}
          <OneByOne waiting={open.filter(({ kind }) => kind !== 'application')} />
          <DecisionSheet asked={asked} onClose={() => setAsked(undefined)} onDecided={backToWork} />
        </View>
      )}
    </Screen>
  )
}
