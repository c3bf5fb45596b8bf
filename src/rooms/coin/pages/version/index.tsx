import { can } from '@domain/access/roles'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf, useSession } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { usePageParams } from '@/rooms/usePageParams'
import { Badge } from '@/ui/badge/Badge'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { DecisionSheets, type Verdict } from '../../DecisionSheets'
import {
  type Draft,
  mayTakeBack,
  ruleQueries,
  ruleSecond,
  sayStart,
  type Version,
  versionBadges,
} from '../../rulesDraft'
import { PreviewCard, usePreview } from '../rules/PreviewCard'
import { WithdrawSheet } from '../rules/WithdrawSheet'
import { Differences } from './Differences'

type Opened = Output<typeof api.coin.openRuleVersion>

function Facts({ version: one, now }: Opened) {
  const { version, state, byName, why, decision } = one
  return (
    <Card>
      <View className="row row--between gap-8">
        <View className="t16 medium">v{version}</View>
        <Badge tone={versionBadges[state].tone}>{versionBadges[state].text}</Badge>
      </View>
      <KeyValueRow label="从什么时候">{sayStart(one, now)}</KeyValueRow>
      {byName ? <KeyValueRow label="谁提的">{byName}</KeyValueRow> : null}
      {decision ? (
        <KeyValueRow label="谁复核的">
          {decision.byName}，{sayWhen(decision.at, now)}
        </KeyValueRow>
      ) : null}
      {why ? <View className="t14 mt-8">{why}</View> : null}
      {decision ? <View className="t12 secondary mt-4">复核：{decision.reason}</View> : null}
    </Card>
  )
}

/** What it would have cost yesterday: at once for whoever is to agree, else when asked for. */
function Preview({ one }: { one: Version }) {
  return <PreviewCard {...usePreview(one.rules as Draft, { atOnce: one.mayDecide })} />
}

interface StepsProps {
  one: Version
  onDecide: (verdict: Verdict) => void
  onWithdraw: () => void
}

function Steps({ one, onDecide, onWithdraw }: StepsProps) {
  if (one.mayDecide)
    return (
      <BottomBar consequence="通过后到点自动生效；提的人收到通知">
        <Button kind="secondary" onTap={() => onDecide('refuse')}>
          不通过
        </Button>
        <Button onTap={() => onDecide('approve')}>通过</Button>
      </BottomBar>
    )
  return (
    <BottomBar
      consequence={one.state === 'waiting' ? '等另一位复核，提的人不能自己通过' : '还没有生效，可以撤下'}
    >
      <Button kind="secondary" onTap={onWithdraw}>
        撤下
      </Button>
    </BottomBar>
  )
}

/** One version of 得沃币的规则: what it changes, whose word it has or waits for. */
export default function VersionPage() {
  const { version = '' } = usePageParams()
  const { me } = useSession()
  const isKeeper = me !== null && can(me.grants, 'coin.rules')
  const [asked, setAsked] = useState<Verdict | null>(null)
  const [withdrawn, setWithdrawn] = useState<number | null>(null)
  const query = useQueryOf(
    api.coin.openRuleVersion,
    { version: Number(version) },
    { staleMs: 0, kept: false },
  )
  const decide = useCommand(api.coin.decideRules, {
    outdates: ruleQueries,
    onDone: ({ state }) => toast.show(state === 'approved' ? '通过了，到点自动生效' : '没有通过，已记下'),
  })
  const one = query.data?.version
  const hasSteps = one && (one.mayDecide || (isKeeper && mayTakeBack(one)))
  return (
    <Screen
      column
      nav={<Nav title={`得沃币的规则 v${version}`} />}
      side={<DeskMenu here="coin/rules" />}
      query={query}
      skeleton={<SkeletonRows count={6} leadPx={0} />}
      bar={
        hasSteps ? (
          <Steps one={one} onDecide={setAsked} onWithdraw={() => setWithdrawn(one.version)} />
        ) : undefined
      }
    >
      {opened => (
        <View className="pad column gap-12">
          <Facts {...opened} />
          <Differences {...opened} />
          {opened.version.state === 'waiting' ? <Preview one={opened.version} /> : null}
          <DecisionSheets
            asked={asked}
            what={`v${opened.version.version}，${opened.version.byName ?? ''}提的`}
            words={ruleSecond}
            note="通过后到点自动生效，提的人收到通知"
            onClose={() => setAsked(null)}
            onDecide={(decision, reason) => decide.run({ version: opened.version.version, decision, reason })}
          />
          <WithdrawSheet version={withdrawn} onClose={() => setWithdrawn(null)} />
        </View>
      )}
    </Screen>
  )
}
