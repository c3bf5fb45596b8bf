import { matchesVisitor } from '@domain/booking/deskSearch'
import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, holdCommand, type Output, useCommand, useHeldIds } from '@/api'
import { type ReadyReason, ReasonSheet } from '@/rooms/access/public'
import { Face } from '@/rooms/Face'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { sayWhen } from '@/ui/clock/moment'
import { ListRow } from '@/ui/listRow/ListRow'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { toast } from '@/ui/toast/store'

type Claim = NonNullable<Output<typeof api.booking.listAttendees>['roll']>['claims'][number]

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
      outdates: [api.booking.listAttendees],
      said: `${sayWhom(claims)}来过`,
      after: '数到 0 就记上',
      tooLate: '已经记上了',
    },
  )
}

interface AnswerProps {
  sessionId: string
  /** Those who are ticked. */
  chosen: readonly Claim[]
  onDone: () => void
}

/** What becomes of those who are ticked. */
function Answer({ sessionId, chosen, onDone }: AnswerProps) {
  const [refusing, setRefusing] = useState(false)
  const dismiss = useCommand(api.booking.decideClaims, {
    outdates: [api.booking.listAttendees],
    onDone: ({ decided }) => {
      setRefusing(false)
      onDone()
      toast.show(`没有记，告诉了 ${decided.length} 位`)
    },
  })
  const placeIds = chosen.map(({ placeId }) => placeId)
  return (
    <>
      <View className="host__answer">
        <Button kind="secondary" size="small" onTap={() => setRefusing(true)}>
          没有来
        </Button>
        <Button
          size="small"
          onTap={() => {
            confirmLater(sessionId, chosen)
            onDone()
          }}
        >
          {`来了，${chosen.length} 位`}
        </Button>
      </View>
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

interface ClaimsProps {
  sessionId: string
  claims: readonly Claim[]
  /** What is looked for above the list. */
  typed: string
  now: number
}

/** Those who say that they were there and whom nobody scanned: only the host can tell, one by one or several at once. */
export function Claims({ sessionId, claims, typed, now }: ClaimsProps) {
  const [ticked, setTicked] = useState<readonly string[]>([])
  const held = useHeldIds()
  const shown = claims.filter(claim => !held.has(claim.placeId) && matchesVisitor(claim, typed))
  const chosen = shown.filter(({ placeId }) => ticked.includes(placeId)).slice(0, limits.decisionsMax)
  if (shown.length === 0) return null
  const all = shown.slice(0, limits.decisionsMax).map(({ placeId }) => placeId)
  const tick = (placeId: string) =>
    setTicked(before =>
      before.includes(placeId) ? before.filter(one => one !== placeId) : [...before, placeId],
    )
  return (
    <View className="pad mt-12">
      <Card padding="none">
        <SectionHeader
          title={`待确认 ${shown.length} 位`}
          more={
            <Button kind="text" size="small" onTap={() => setTicked(chosen.length === all.length ? [] : all)}>
              {chosen.length === all.length ? '都不选' : '全选'}
            </Button>
          }
        />
        {shown.map(({ placeId, person, scannedAt }) => (
          <ListRow
            key={placeId}
            lead={<Face of={person} size={40} />}
            title={person.name}
            meta={scannedAt === null ? '说自己来了' : `手机记着${sayWhen(scannedAt, now)} 扫过门口的码`}
            chevron={false}
            onTap={() => tick(placeId)}
            end={
              <Checkbox
                shape="round"
                label={`选${person.name}`}
                checked={ticked.includes(placeId)}
                onChange={() => tick(placeId)}
              />
            }
          />
        ))}
        {chosen.length > 0 ? (
          <Answer sessionId={sessionId} chosen={chosen} onDone={() => setTicked([])} />
        ) : null}
      </Card>
    </View>
  )
}
