import type { AdviserView, MeasuredView, ProposalView } from '@domain/stats/contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage } from '@/rooms/open'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { useRulesDraft } from '../../../coin/public'
import { Curve } from '../../Curve'
import '../../stats.scss'
import { bandsOf, sayDays, sayHours, sayMeasured, sayShare, sayUnproposed, sayUnsure } from '../../words'

/** The way from a proposal to the rules: whoever writes them puts it into their draft, others tell who does. */
function NextStep({ fromMinute, toMinute }: ProposalView) {
  const draft = useRulesDraft()
  const [told, setTold] = useState<readonly string[] | null>(null)
  const send = useCommand(api.stats.sendProposal, { onDone: sent => setTold(sent.told) })
  if (draft)
    return (
      <Button
        kind="secondary"
        size="small"
        disabled={!draft.isReady}
        onTap={() => {
          draft.put({ fromMinute, toMinute })
          void openPage('coin/rules')
        }}
      >
        放进规则草稿
      </Button>
    )
  if (told) return <View className="t12 secondary">送到{told.join('、')}的消息里了</View>
  return (
    <Button kind="secondary" size="small" busy={send.busy} onTap={() => send.run({ fromMinute, toMinute })}>
      送沃币管理员
    </Button>
  )
}

function Proposed({ proposal }: { proposal: ProposalView }) {
  const { visitsADay, times, sureness, running } = proposal
  return (
    <Card>
      <View className="row row--between gap-8">
        <View className="t20 bold">{sayHours(proposal)}</View>
        {running ? <Badge tone="happy">正在开</Badge> : <Badge tone="neutral">建议</Badge>}
      </View>
      <View className="t14 mt-8">
        这段时间每天 {Math.round(visitsADay)} 次访问，每半小时是平常的 {times.toFixed(1)} 倍。
      </View>
      <View className="t12 secondary mt-4">
        把这些天随机重抽 100 遍，有 {Math.round(sureness * 100)} 遍还是这一段。
      </View>
      {running ? null : (
        <View className="mt-8">
          <NextStep {...proposal} />
        </View>
      )}
    </Card>
  )
}

/** An hour beside it that lost so much gave its people to it. */
const MOVED_AT = -0.1

function Effect({ measured }: { measured: MeasuredView }) {
  const { moved, since, unproposed } = measured
  return (
    <Card>
      <View className="row row--between gap-8">
        <View className="t16 bold">{sayHours(measured)}</View>
        <Badge tone={measured.verdict === 'more' ? 'ok' : 'neutral'}>
          {measured.verdict === 'more' ? '多了' : measured.verdict === 'less' ? '少了' : '说不准'}
        </Badge>
      </View>
      {since ? <View className="t12 secondary mt-4">{sayDays({ from: since, to: since })}起</View> : null}
      <View className="t14 mt-8">{sayMeasured(measured)}</View>
      {unproposed ? <View className="t14 secondary mt-4">{sayUnproposed(unproposed)}</View> : null}
      {moved !== null && moved < MOVED_AT ? (
        <View className="t12 secondary mt-4">前后一小时少了 {sayShare(-moved)}：有些人只是换了时间来。</View>
      ) : null}
    </Card>
  )
}

function Advice({ proposals, because, looked, curve, since, running }: AdviserView) {
  return (
    <View className="pad column gap-12 stats__halves">
      <View className="column gap-12">
        <Card>
          <View className="t16 bold">
            {since === null && running.length > 0 ? '人什么时候来' : '没有 Happy Hour 的时候，人什么时候来'}
          </View>
          <View className="t12 secondary mt-4">
            {looked ? `${sayDays(looked)}，平均每天每半小时的访问` : '还没有整天的访问'}
          </View>
          <Curve average={curve} before={null} happyHours={bandsOf({ proposals, running })} />
        </Card>
        {because ? <Card>{sayUnsure(because)}</Card> : null}
        {proposals.map(proposal => (
          <Proposed key={proposal.fromMinute} proposal={proposal} />
        ))}
      </View>
      <View className="column gap-12">
        {running.length > 0 ? <SectionHeader over title="开了以后多来多少" /> : null}
        {running.map(measured => (
          <Effect key={`${measured.fromMinute} ${measured.toMinute} ${measured.since}`} measured={measured} />
        ))}
        <View className="t12 secondary">
          每周拿这段时间的访问和同一天别的时间比，再比开设前后；整周忙闲会互相抵掉。区间跨过 0 就说不准。
        </View>
      </View>
    </View>
  )
}

/** Happy Hour 建议: when it would be worth it and why, and what the running ones have brought. */
export default function AdviserPage() {
  const query = useQueryOf(api.stats.openAdviser, {}, { kept: false })
  return (
    <Screen
      nav={<Nav title="Happy Hour 建议" />}
      side={<DeskMenu here="stats/figures" />}
      query={query}
      skeleton={<SkeletonRows count={4} leadPx={0} />}
    >
      {advice => <Advice {...advice} />}
    </Screen>
  )
}
