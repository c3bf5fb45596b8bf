import { matchesVisitor } from '@domain/booking/deskSearch'
import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, holdCommand, type Output, useCommand, useHeldIds } from '@/api'
import { type ReadyReason, ReasonSheet } from '@/rooms/access/public'
import { Face } from '@/rooms/Face'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { sayWhen } from '@/ui/clock/moment'
import { ListRow } from '@/ui/listRow/ListRow'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { toast } from '@/ui/toast/store'

type Claim = NonNullable<Output<typeof api.booking.listAttendees>['roll']>['claims'][number]

/** What an answer makes old. */
const outdates = [api.booking.listAttendees, api.access.openInbox, api.identity.openSession] as const

const dismissals: readonly ReadyReason[] = [
  { label: '没看到本人', sentence: '这场我们从头到尾都在，没有看到你。' },
  { label: '签到表上没有', sentence: '现场的签到表上没有你的名字。' },
  { label: '其他', sentence: '' },
]

/** 林小川 等 3 位 */
const sayWhom = (claims: readonly Claim[]) =>
  claims.length > 1 ? `${claims[0]?.person.name} 等 ${claims.length} 位` : (claims[0]?.person.name ?? '')

/** They were there: it earns coins and does not come back, so it goes out when the undo has counted down. */
function confirmLater(sessionId: string, claims: readonly Claim[]): void {
  const placeIds = claims.map(({ placeId }) => placeId)
  holdCommand(
    api.booking.decideClaims,
    { sessionId, placeIds, decision: { verdict: 'confirm' } },
    {
      ids: placeIds,
      subject: `补记${sayWhom(claims)}来过`,
      outdates,
      said: `${sayWhom(claims)}来过`,
      after: '数到 0 就记上',
      tooLate: '已经记上了',
    },
  )
}

/** Those who wait for an answer and are found, and which of them are ticked; one's own are another's to answer. */
export function useClaims(claims: readonly Claim[], typed: string) {
  const [ticked, setTicked] = useState<readonly string[]>([])
  const held = useHeldIds()
  const shown = claims.filter(claim => !held.has(claim.placeId) && matchesVisitor(claim, typed))
  const open = shown.filter(({ own }) => !own)
  const chosen = open.filter(({ placeId }) => ticked.includes(placeId)).slice(0, limits.decisionsMax)
  const all = open.slice(0, limits.decisionsMax).map(({ placeId }) => placeId)
  const isAll = chosen.length === all.length
  const tick = (placeId: string) =>
    setTicked(before =>
      before.includes(placeId) ? before.filter(one => one !== placeId) : [...before, placeId],
    )
  const clear = () => setTicked([])
  return { shown, open, chosen, isAll, tick, clear, tickAll: () => setTicked(isAll ? [] : all) }
}

type Choice = ReturnType<typeof useClaims>

/** What becomes of those who are ticked. */
export function ClaimsBar({ sessionId, choice }: { sessionId: string; choice: Choice }) {
  const { open, chosen, clear } = choice
  const [refusing, setRefusing] = useState(false)
  const dismiss = useCommand(api.booking.decideClaims, {
    outdates,
    onDone: ({ decided }) => {
      setRefusing(false)
      clear()
      toast.show(`没有记，告诉了 ${decided.length} 位`)
    },
  })
  if (open.length === 0) return null
  const placeIds = chosen.map(({ placeId }) => placeId)
  const isNone = chosen.length === 0
  return (
    <>
      <BottomBar consequence={isNone ? '先选几位一起确认' : undefined}>
        <Button kind="secondary" disabled={isNone} onTap={() => setRefusing(true)}>
          没有来
        </Button>
        <Button
          disabled={isNone}
          onTap={() => {
            confirmLater(sessionId, chosen)
            clear()
          }}
        >
          {isNone ? '来了' : `来了，${chosen.length} 位`}
        </Button>
      </BottomBar>
      <ReasonSheet
        open={refusing}
        onClose={() => setRefusing(false)}
        title={`${sayWhom(chosen)}没有来`}
        label="原因，对方会看到"
        reasons={dismissals}
        action="不记"
        refusal
        note="不发沃币，对方会收到通知"
        onSend={reason => dismiss.run({ sessionId, placeIds, decision: { verdict: 'dismiss', reason } })}
      />
    </>
  )
}

function ClaimRow({ claim, choice, now }: { claim: Claim; choice: Choice; now: number }) {
  const { placeId, person, own, scannedAt } = claim
  const said = scannedAt === null ? '说自己来了' : `手机记着${sayWhen(scannedAt, now)} 扫过门口的码`
  const lead = <Face of={person} size={40} />
  if (own) return <ListRow lead={lead} title={person.name} meta={[said, '自己的要由别人来确认']} />
  return (
    <ListRow
      lead={lead}
      title={person.name}
      meta={said}
      chevron={false}
      onTap={() => choice.tick(placeId)}
      end={
        <Checkbox
          shape="round"
          label={`选${person.name}`}
          checked={choice.chosen.includes(claim)}
          onChange={() => choice.tick(placeId)}
        />
      }
    />
  )
}

/** Those who say that they were there and whom nobody scanned: only the host can tell, one by one or several at once. */
export function Claims({ choice, now }: { choice: Choice; now: number }) {
  const { shown, open, isAll, tickAll } = choice
  if (shown.length === 0) return null
  return (
    <View className="pad mt-12">
      <Card padding="none">
        <SectionHeader
          title={`待确认 ${shown.length} 位`}
          more={
            open.length > 0 ? (
              <Button kind="text" size="small" onTap={tickAll}>
                {isAll ? '都不选' : '全选'}
              </Button>
            ) : undefined
          }
        />
        {shown.map(claim => (
          <ClaimRow key={claim.placeId} {...{ claim, choice, now }} />
        ))}
      </Card>
    </View>
  )
}
