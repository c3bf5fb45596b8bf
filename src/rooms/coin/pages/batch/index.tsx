import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, usePolling, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { usePageParams } from '@/rooms/usePageParams'
import { Badge } from '@/ui/badge/Badge'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { DecisionSheets, type Verdict } from '../../DecisionSheets'
import { batchStates, handQueries, handSecond, saySums } from '../../handWords'
import { BatchLines } from './BatchLines'

type Batch = Output<typeof api.coin.openBatch>

const consequences: Record<Batch['state'], string> = {
  checked: '批量一律要两个人，提交前什么都没有动',
  waiting: '复核通过前什么都没有动',
  applying: '正在写入，可以离开这一页',
  applied: '在职同事的都写入了',
  refused: '什么都没有动',
  withdrawn: '什么都没有动',
}

function Actions({ batch, onAsk }: { batch: Batch; onAsk: (verdict: Verdict) => void }) {
  const { batchId, state, mine, mayDecide, problems, toWrite } = batch
  const outdates = { outdates: handQueries }
  const submit = useCommand(api.coin.submitBatch, outdates)
  const withdraw = useCommand(api.coin.withdrawBatch, outdates)
  if (state === 'waiting' && mayDecide)
    return (
      <>
        <Button kind="secondary" onTap={() => onAsk('refuse')}>
          不通过
        </Button>
        <Button onTap={() => onAsk('approve')}>通过</Button>
      </>
    )
  if (!mine || (state !== 'checked' && state !== 'waiting')) return null
  return (
    <>
      <Button kind="secondary" onTap={() => withdraw.run({ batchId })}>
        撤回
      </Button>
      {state === 'checked' ? (
        <Button disabled={problems.length > 0 || toWrite === 0} onTap={() => submit.run({ batchId })}>
          提交复核
        </Button>
      ) : null}
    </>
  )
}

function Problems({ problems, moreProblems }: Batch) {
  if (problems.length === 0) return null
  return (
    <Card padding="none">
      <SectionHeader title="改好这些行再导入" />
      {problems.map(({ line, employeeId, name, detail }) => (
        <ListRow
          key={line}
          title={`第 ${line} 行：${detail}`}
          meta={[name, employeeId || '没有编号'].filter(Boolean).join(' · ')}
        />
      ))}
      {moreProblems > 0 ? <View className="pad t12 secondary">还有 {moreProblems} 行没有列出</View> : null}
    </Card>
  )
}

function Summary(batch: Batch) {
  const { fileName, read, sums, state, written, toWrite, passedOver, byName, decision } = batch
  return (
    <Card>
      <View className="row row--between gap-8">
        <View className="t16 medium">{fileName}</View>
        <Badge tone={batchStates[state].tone}>{batchStates[state].text}</Badge>
      </View>
      <KeyValueRow label="读到">{read} 行</KeyValueRow>
      <KeyValueRow label="合计">{saySums(sums)}</KeyValueRow>
      <KeyValueRow label="发起">{byName}</KeyValueRow>
      {decision ? <KeyValueRow label="复核">{decision.byName}</KeyValueRow> : null}
      {state === 'applying' || state === 'applied' ? (
        <KeyValueRow label="已写入">
          {written} / {toWrite}
        </KeyValueRow>
      ) : null}
      {passedOver > 0 ? <KeyValueRow label="已离职，没有动">{passedOver} 行</KeyValueRow> : null}
    </Card>
  )
}

/** A list of coins before, while and after it is booked. */
export default function BatchPage() {
  const { batchId = '' } = usePageParams()
  const [asked, setAsked] = useState<Verdict | null>(null)
  const query = useQueryOf(api.coin.openBatch, { batchId }, { staleMs: 0, kept: false })
  usePolling(query, query.data?.state === 'applying')
  const carryOn = useCommand(api.coin.carryOnBatch, { outdates: handQueries })
  const decide = useCommand(api.coin.decideBatch, {
    outdates: handQueries,
    onDone: ({ state }) => void (state === 'applying' && carryOn.run({ batchId })),
  })
  const batch = query.data
  return (
    <Screen
      column
      nav={<Nav title="批量发放" />}
      side={<DeskMenu here="coin/hands" />}
      query={query}
      skeleton={<SkeletonRows count={5} leadPx={0} />}
      bar={
        batch ? (
          <BottomBar consequence={consequences[batch.state]}>
            <Actions batch={batch} onAsk={setAsked} />
          </BottomBar>
        ) : undefined
      }
    >
      {opened => (
        <View className="pad column gap-12">
          <Summary {...opened} />
          <Problems {...opened} />
          {opened.toWrite > 0 ? <BatchLines batchId={batchId} /> : null}
          <DecisionSheets
            asked={asked}
            what={`${opened.fileName}：${saySums(opened.sums)}`}
            words={handSecond}
            note="通过后马上写入，每一位都收到通知"
            onClose={() => setAsked(null)}
            onDecide={(decision, reason) => decide.run({ batchId, decision, reason })}
          />
        </View>
      )}
    </Screen>
  )
}
