import { isLate } from '@domain/access/lateness'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { type AskedDecision, DecisionSheet } from '@/rooms/access/DecisionSheet'
import { useRest } from '@/rooms/access/useRest'
import { WaitingCard } from '@/rooms/access/WaitingCard'
import { sayWaitedAfter } from '@/rooms/access/waited'
import {
  type Inbox as InboxAnswer,
  kindNames,
  kindsInOrder,
  type Waiting,
  type WaitingKind,
} from '@/rooms/access/waiting'
import { openPage } from '@/rooms/open'
import { Button } from '@/ui/button/Button'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { SearchField } from '@/ui/searchField/SearchField'
import { AllAges, KindAges } from './WorkedAges'

type Shown = WaitingKind | 'all' | 'late'

/** From so many on what waits can be searched. */
const MANY = 10

interface HeadProps {
  total: number
  more: boolean
  oldest: Waiting | undefined
  now: number
  canBatch: boolean
}

function Head({ total, more, oldest, now, canBatch }: HeadProps) {
  return (
    <View className="admin__head">
      <View>
        <View className="t28 bold">{total === 0 ? '都处理完了' : `${total}${more ? '+' : ''} 件等你`}</View>
        <View className="t12 secondary">
          {oldest ? sayWaitedAfter('最久的一件等了', now - oldest.since) : '有新的会先出现在这里'}
        </View>
      </View>
      {canBatch ? (
        <Button kind="secondary" size="small" onTap={() => openPage('access/batch')}>
          批量
        </Button>
      ) : null}
    </View>
  )
}

/** Whether it says somewhere what was typed. */
function says({ person, place, title, summary }: Waiting, typed: string): boolean {
  const sought = typed.trim().toLowerCase()
  return [person.name, person.department, place, title, summary].some(words =>
    (words ?? '').toLowerCase().includes(sought),
  )
}

interface ShownChipsProps {
  chosen: Shown
  counts: { total: number; late: number; of: (kind: WaitingKind) => number }
  kinds: readonly WaitingKind[]
  onShow: (shown: Shown) => void
}

/** All, what is late, or one kind. */
function ShownChips({ chosen, counts, kinds, onShow }: ShownChipsProps) {
  return (
    <ChipRow>
      <Chip on={chosen === 'all'} onTap={() => onShow('all')}>
        全部 {counts.total}
      </Chip>
      {counts.late > 0 ? (
        <Chip on={chosen === 'late'} onTap={() => onShow('late')}>
          晚了 {counts.late}
        </Chip>
      ) : null}
      {kinds.map(kind => (
        <Chip key={kind} on={chosen === kind} onTap={() => onShow(kind)}>
          {kindNames[kind]} {counts.of(kind)}
        </Chip>
      ))}
    </ChipRow>
  )
}

const olderOf = (oldest: Waiting | undefined, one: Waiting) =>
  oldest && oldest.since <= one.since ? oldest : one

/**
 * What waits, what is late first, without what was decided on this phone a moment ago.
 * @param held ids that are decided and not sent yet
 */
export function Inbox({ inbox, held }: { inbox: InboxAnswer; held: ReadonlySet<string> }) {
  const [shown, setShown] = useState<Shown>('all')
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState<AskedDecision>()
  const { resting, decide } = useRest()
  const open = inbox.waiting.filter(({ id }) => !held.has(id))
  const heldCount = inbox.waiting.length - open.length
  const kinds = kindsInOrder.filter(kind => open.some(waiting => waiting.kind === kind))
  const total = Object.values(inbox.counts).reduce((sum, count) => sum + count, 0) - heldCount
  const late = open.filter(one => isLate(one, inbox.now))
  const isShown = shown === 'late' ? late.length > 0 : shown !== 'all' && kinds.includes(shown)
  const chosen = isShown ? shown : 'all'
  const ofKind = chosen === 'late' ? late : open.filter(({ kind }) => chosen === 'all' || kind === chosen)
  const isLong = open.length >= MANY
  const listed = isLong ? ofKind.filter(waiting => says(waiting, typed)) : ofKind
  const countOf = (kind: WaitingKind) =>
    (inbox.counts[kind] ?? 0) -
    inbox.waiting.filter(waiting => waiting.kind === kind && held.has(waiting.id)).length
  // What is decided here and not asked again would still count among those that wait; of one alone its card says it.
  const agesNow = Object.fromEntries(
    kinds
      .filter(kind => !inbox.waiting.some(waiting => waiting.kind === kind && held.has(waiting.id)))
      .filter(kind => countOf(kind) > 1)
      .map(kind => [kind, inbox.kindAges[kind]]),
  )
  return (
    <>
      <Head
        total={total}
        more={inbox.more}
        oldest={open.reduce<Waiting | undefined>(olderOf, undefined)}
        now={inbox.now}
        canBatch={open.filter(({ kind }) => kind === 'application').length > 1}
      />
      {isLong ? <SearchField value={typed} placeholder="同事、协会或事由" onChange={setTyped} /> : null}
      {kinds.length > 1 || late.length > 0 ? (
        <ShownChips
          chosen={chosen}
          counts={{ total, late: late.length, of: countOf }}
          kinds={kinds}
          onShow={setShown}
        />
      ) : null}
      {chosen === 'all' || chosen === 'late' ? null : <KindAges ages={agesNow[chosen]} />}
      <View className="admin__cards">
        {listed.map(waiting => (
          <WaitingCard
            key={waiting.id}
            waiting={waiting}
            now={inbox.now}
            onAsk={setAsked}
            onDecide={decide}
          />
        ))}
      </View>
      {isLong && listed.length === 0 ? (
        <View className="admin__none">等你的里面没有「{typed.trim()}」</View>
      ) : null}
      {chosen === 'all' || chosen === 'late' ? (
        <AllAges all={heldCount > 0 || total === 1 ? null : inbox.ages} of={agesNow} kinds={kinds} />
      ) : null}
      {resting ? <View className="admin__rest" /> : null}
      <DecisionSheet asked={asked} onClose={() => setAsked(undefined)} />
    </>
  )
}
