import { weekOf } from '@domain/booking/facility'
import type { StandingShown } from '@domain/booking/facilityViews'
import { clashWith, isOneTooMany, type Plan } from '@domain/booking/ownPlans'
import { slotKey } from '@domain/booking/slotIds'
import { weekdayLabel } from '@domain/booking/wording'
import { MINUTE_MS } from '@domain/kernel/time'
import { useQueryClient } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { api, keyOf, useAskToNotify, useCommand } from '@/api'
import { openPage } from '@/rooms/open'
import { spokenAs } from '@/ui/a11y/spoken'
import { Button } from '@/ui/button/Button'
import { Coin } from '@/ui/coin/Coin'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { sayBefore } from '../centre/slotWords'
import { placeQueries } from '../outdated'
import { sayUntil } from '../until'
import './facility.scss'
import { grouped } from '@domain/kernel/grouped'
import {
  type Cell,
  type FacilityRulesShown,
  hoursOf,
  pauseWords,
  sayAbsenceRule,
  timeOf,
} from './facilityWords'
import { insteadOf, sayInstead } from './instead'

/** What is asked for: a lesson, or one court at one time. */
export interface Wanted {
  subjectId: string
  slotAt: number
  /** 动感单车, 1 号场. */
  name: string
  /** Date, place and coach in a line. */
  meta: string
  seats: number
  slot: Pick<Cell, 'startsAt' | 'endsAt' | 'state' | 'waiting' | 'mine' | 'closedBecause'>
}

interface BookSheetProps {
  /** What is counted by the week: 这门课, 这个场地. */
  counted: string
  plans: readonly (Plan & { isHere: boolean })[]
  /** How many at the same time one person may have here. */
  atOnceMax: number
  fullWeeks: readonly string[]
  wanted: Wanted | undefined
  /** What else there is: of it something free is offered where somebody else was faster. */
  others: readonly Wanted[]
  /** Its words stay while the sheet slides out. */
  last: Wanted | undefined
  rules: FacilityRulesShown
  standing: StandingShown
  balance: number
  now: number
  onClose: () => void
}

/** Somebody else was faster by a moment: what is free instead, and that one may wait. */
function JustTaken({ instead, deposit }: { instead: Wanted | undefined; deposit: number }) {
  if (!instead)
    return (
      <View className="t14 mt-8" {...spokenAs('status')}>
        刚刚被约走了。要排候补吗？有人退出就轮到你，确认了才算约上。
      </View>
    )
  const { name, slot } = instead
  return (
    <View className="t14 mt-8" {...spokenAs('status')}>
      刚刚被约走了。{name} {weekdayLabel(slot.startsAt)} {hoursOf(slot.startsAt, slot.endsAt)} 还空着，
      {deposit > 0 ? `改约现在收 ${grouped(deposit)} 沃币押金` : '可以改约'}；也可以排候补，轮到了再确认。
    </View>
  )
}

/** Where one would stand. */
function Rank({ waiting, seats }: { waiting: number; seats: number }) {
  const full = seats > 1 ? `${seats} 个位子已满` : '这个时段有人约了'
  return (
    <View className="facility__rank">
      <View>
        <View className="t28 bold">{waiting + 1}</View>
        <View className="t12 secondary">候补位次</View>
      </View>
      <View className="t14 grow">
        {full}，{waiting > 0 ? `前面还有 ${waiting} 人` : '你会排在第一个'}
        。有人退出就轮到你，确认了才算约上。
      </View>
    </View>
  )
}

interface DepositProps {
  rules: FacilityRulesShown
  balance: number
  queues: boolean
}

/** What is held, when it comes back, and when it does not. */
function Deposit({ rules, balance, queues }: DepositProps) {
  const { deposit, cancelMinutes } = rules
  if (deposit === 0) return <View className="t14 secondary">不收押金。去不了请早点取消，让给同事。</View>
  return (
    <>
      <View className="t14 secondary">押金</View>
      <KeyValueRow label={queues ? '轮到你、确认时收' : '现在收'}>
        <Coin amount={deposit} size={14} />
      </KeyValueRow>
      <KeyValueRow label="来了，签到">全部退回</KeyValueRow>
      <KeyValueRow label={`${sayBefore(cancelMinutes)}取消`}>全部退回</KeyValueRow>
      <KeyValueRow label="约了没来">不退</KeyValueRow>
      {queues ? null : (
        <KeyValueRow label="可用沃币" total>
          <View className="facility__change">
            <Coin amount={balance} size={14} />
            <View aria-label="变成">→</View>
            <Coin amount={balance - deposit} size={14} />
          </View>
        </KeyValueRow>
      )}
    </>
  )
}

const refusals: Partial<Record<Cell['state'], string>> = {
  closed: '这个时段不开放',
  tooSoon: '离开始太近，约不了了',
  over: '已经结束了',
  later: '还没有开放到这一天',
}

interface Answer {
  words: string
  off: boolean
  queues: boolean
}

/** What the button says, and whether it can be tapped. */
function answerOf(asked: BookSheetProps & { wanted: Wanted; isJustTaken: boolean }): Answer {
  const { wanted, rules, standing, balance, fullWeeks, now, plans, atOnceMax, isJustTaken } = asked
  const queues = isJustTaken || wanted.slot.state === 'full'
  const hindrance = pauseWords(standing, now) ?? refusals[wanted.slot.state]
  if (hindrance !== undefined) return { words: hindrance, off: true, queues }
  const week = weekOf(wanted.slotAt)
  if (fullWeeks.includes(week))
    return {
      words: `你${week === weekOf(now) ? '这' : '那一'}周已约 ${rules.weekMax} 次，约满了`,
      off: true,
      queues,
    }
  const here = plans.filter(({ isHere }) => isHere)
  if (isOneTooMany(here, wanted.slot, atOnceMax))
    return { words: '这个时间你在这里已经约了', off: true, queues }
  if (queues) return { words: '排候补', off: false, queues }
  if (rules.deposit > balance)
    return { words: `押金 ${grouped(rules.deposit)} 沃币，还不够`, off: true, queues }
  return {
    words: rules.deposit > 0 ? `收 ${grouped(rules.deposit)} 沃币押金，约上` : '约上',
    off: false,
    queues,
  }
}

/** Books, closes the sheet and shows the ticket; where somebody else was faster, it says which slot is gone. */
function useBooking(onClose: () => void) {
  const client = useQueryClient()
  const [taken, setTaken] = useState<readonly string[]>([])
  const asked = useRef<string>()
  const book = useCommand(api.booking.bookFacility, {
    outdates: placeQueries,
    onDone: ({ placeId, state }) => {
      onClose()
      openPage('booking/ticket', { placeId })
      toast.show(state === 'confirmed' ? '约上了，到时候见' : '排上候补了，轮到你会通知')
    },
    onError: ({ kind, code }) => {
      // Its deposit, its hours or its seats are others by now: the page shows which.
      if (kind === 'retry') return false
      for (const page of [api.booking.openCourse, api.booking.openVenueDay])
        void client.invalidateQueries({ queryKey: keyOf(page) })
      if (code !== 'BOOKING_JUST_TAKEN') return false
      const slot = asked.current
      if (slot !== undefined) setTaken(before => [...before, slot])
      return true
    },
  })
  return {
    taken,
    run: (slot: string, input: Parameters<typeof book.run>[0]) => {
      asked.current = slot
      return book.run(input)
    },
  }
}

interface ActionsProps {
  shown: Wanted
  answer: Answer
  instead: Wanted | undefined
  onBook: (wanted: Wanted, queues: boolean) => void
  onTicket: (placeId: string) => void
}

/** Books, or queues; where somebody else was faster, what is free instead comes first. */
function Actions({ shown, answer, instead, onBook, onTicket }: ActionsProps) {
  const { mine } = shown.slot
  const { words, off, queues } = answer
  if (mine !== null)
    return (
      <Button block onTap={() => onTicket(mine.placeId)}>
        看我的券
      </Button>
    )
  const own = { disabled: off, onTap: () => onBook(shown, queues) }
  if (!instead)
    return (
      <Button block {...own}>
        {words}
      </Button>
    )
  return (
    <>
      <Button kind="secondary" {...own}>
        {words}
      </Button>
      <Button onTap={() => onBook(instead, false)}>
        改约 {sayInstead(instead, shown, timeOf(instead.slot.startsAt))}
      </Button>
    </>
  )
}

/** What booking means, before it is done. */
export function BookSheet(props: BookSheetProps) {
  const { wanted, last, rules, standing, balance, counted, plans, others, now, onClose } = props
  const askToNotify = useAskToNotify()
  const { taken, run } = useBooking(onClose)
  const shown = wanted ?? last
  if (!shown) return null
  const { name, meta, slot, seats } = shown
  const isJustTaken = taken.includes(slotKey(shown.subjectId, shown.slotAt))
  const { mine, startsAt } = slot
  const answer = answerOf({ ...props, wanted: shown, isJustTaken })
  const { off, queues } = answer
  const mayMove = isJustTaken && rules.deposit <= balance && pauseWords(standing, now) === undefined
  const instead = mayMove ? insteadOf(others, shown, { ...props, taken }) : undefined
  const clash = mine === null ? clashWith(plans, slot) : undefined
  const sayCancel = (at: number) =>
    sayUntil(at - rules.cancelMinutes * MINUTE_MS, now, { can: '可以取消', cannot: '约了就不能取消' })
  const whileQueuing = instead
    ? `改约：${sayCancel(instead.slot.startsAt)}；候补：随时可以退出`
    : '随时可以退出候补'
  const book = (asked: Wanted, waits: boolean) => {
    askToNotify(waits ? ['seatOffered', 'sessionSoon'] : ['sessionSoon'])
    const { subjectId, slotAt } = asked
    const input = { subjectId, slotAt, depositSeen: rules.deposit, queues: waits }
    void run(slotKey(subjectId, slotAt), input)
  }
  const openTicket = (placeId: string) => {
    onClose()
    openPage('booking/ticket', { placeId })
  }
  return (
    <Sheet
      open={wanted !== undefined}
      title={`${name} · ${weekdayLabel(startsAt)} ${timeOf(startsAt)}`}
      onClose={onClose}
      note={mine === null && !off ? (queues ? whileQueuing : sayCancel(startsAt)) : undefined}
      action={<Actions {...{ shown, answer, instead }} onBook={book} onTicket={openTicket} />}
    >
      <View className="t14 secondary">{meta}</View>
      {slot.closedBecause === null ? null : <View className="t14 mt-8">不开放：{slot.closedBecause}</View>}
      {clash ? (
        <View className="t14 mt-8" {...spokenAs('status')}>
          和 {timeOf(clash.startsAt)} 的{clash.title}撞了
        </View>
      ) : null}
      {mine === null && isJustTaken ? <JustTaken instead={instead} deposit={rules.deposit} /> : null}
      {mine === null && queues && !isJustTaken ? <Rank waiting={slot.waiting} seats={seats} /> : null}
      {mine === null ? (
        <View className="mt-12">
          <Deposit rules={rules} balance={balance} queues={queues} />
        </View>
      ) : null}
      <View className="t12 secondary mt-12">
        {counted}每周最多 {rules.weekMax} 次。{sayAbsenceRule(standing)}。
      </View>
    </Sheet>
  )
}
