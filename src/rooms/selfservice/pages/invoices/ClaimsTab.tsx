import { DAY_MS, type Instant, startOfDay } from '@domain/kernel/time'
import { fenOf, yuanOf } from '@domain/selfservice/reimbursement'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { api, type Input, type Output, usePagesOf } from '@/api'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Chip } from '@/ui/chip/Chip'
import { sayOtherYear } from '@/ui/clock/moment'
import { Field } from '@/ui/field/Field'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { ListRow } from '@/ui/listRow/ListRow'
import { PickerField } from '@/ui/pickerField/PickerField'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { claimTones, isAnswered, saidOf, sayClaimState, sayDay } from '../../claimWords'
import { AnswerSheet, ClaimSheet, ClaimTrail, Sum } from './ClaimSheet'

type Page = Output<typeof api.selfservice.listClaims>
type Claim = Page['claims'][number]
type Wish = Input<typeof api.selfservice.listClaims>

interface PendingProps extends Pick<Page, 'pending' | 'now'> {
  /** What finance waits for me with; undefined: with nothing. */
  asked: Claim | undefined
  onAnswer: (claim: Claim) => void
}

/** What is on its way, and what it waits for me with. */
function Pending({ pending, now, asked, onAnswer }: PendingProps) {
  const { count, amountFen, oldestOn } = pending
  // The day of handing in is the first one.
  const days = oldestOn === null ? 0 : 1 + Math.floor((now - startOfDay(oldestOn)) / DAY_MS)
  return (
    <Card>
      <View className="row row--between row--wrap gap-8">
        <View>
          <View className="t12 secondary">在路上的</View>
          <Sum fen={amountFen} />
        </View>
        <View className="t12 secondary invoices__since">
          <View>{count} 笔</View>
          {oldestOn === null ? null : <View>最早的一笔第 {days} 天</View>}
        </View>
      </View>
      {asked ? (
        <View className="invoices__asked">
          <View className="t14 medium">{asked.subject}</View>
          <ClaimTrail claim={asked} />
          <Button block onTap={() => onAnswer(asked)}>
            补一句原因
          </Button>
        </View>
      ) : null}
    </Card>
  )
}

/** `2026-11` of `2026-11-18`. */
const MONTH_LENGTH = 7

const digits = (text: string) => text.replace(/\D/g, '').slice(0, 20)

/** What is being looked for, each part to be taken away by itself. */
function Wished({ wish, onChange }: { wish: Wish; onChange: (wish: Wish) => void }) {
  const parts = saidOf(wish)
  if (parts.length === 0) return null
  return (
    <View className="row row--wrap gap-8">
      {parts.map(({ key, words }) => (
        <Chip key={key} soft label={`不再按${words}找`} onTap={() => onChange({ ...wish, [key]: undefined })}>
          {words} ×
        </Chip>
      ))}
    </View>
  )
}

/** Looking for an invoice by its number, a span of days or its amount. */
function SearchCard({ wish, onSearch }: { wish: Wish; onSearch: (wish: Wish) => void }) {
  const [open, setOpen] = useState(false)
  const [number, setNumber] = useState(wish.number ?? '')
  const [amount, setAmount] = useState(wish.amountFen === undefined ? '' : yuanOf(wish.amountFen))
  const [from, setFrom] = useState(wish.from ?? '')
  const [to, setTo] = useState(wish.to ?? '')
  const amountFen = fenOf(amount)
  if (!open)
    return (
      <Button kind="secondary" icon="search" onTap={() => setOpen(true)}>
        找一张发票
      </Button>
    )
  const search = () => {
    setOpen(false)
    onSearch({
      ...(number === '' ? {} : { number }),
      ...(amountFen === null ? {} : { amountFen }),
      ...(from === '' ? {} : { from }),
      ...(to === '' ? {} : { to }),
    })
  }
  return (
    <Card>
      <Field
        label="发票号码，开头几位也行"
        type="number"
        value={number}
        onChange={text => setNumber(digits(text))}
      />
      <Field
        label="金额（元）"
        type="digit"
        value={amount}
        {...(amount !== '' && amountFen === null ? { error: '写成 1842.00 这样' } : {})}
        onChange={setAmount}
      />
      <PickerField label="开票日期，从" mode="date" value={from} onChange={setFrom} />
      <PickerField label="到" mode="date" value={to} onChange={setTo} />
      <View className="row gap-8 mt-12">
        <Button
          kind="secondary"
          onTap={() => {
            setOpen(false)
            onSearch({})
          }}
        >
          看全部
        </Button>
        <Button onTap={search}>找</Button>
      </View>
    </Card>
  )
}

/** As they come, the newest first, under the month of their invoice. */
function byMonth(claims: readonly Claim[]): { month: string; claims: Claim[] }[] {
  const months = new Map<string, Claim[]>()
  for (const claim of claims) {
    const month = claim.invoicedOn.slice(0, MONTH_LENGTH)
    months.set(month, [...(months.get(month) ?? []), claim])
  }
  return [...months].map(([month, ofMonth]) => ({ month, claims: ofMonth }))
}

interface MonthProps {
  /** `2026-11` */
  month: string
  claims: readonly Claim[]
  onShow: (claim: Claim) => void
  now: Instant
}

function Month({ month, claims, onShow, now }: MonthProps) {
  const [year = 0, number] = month.split('-').map(Number)
  return (
    <View>
      <View className="t12 secondary invoices__month">
        {sayOtherYear(year, now)}
        {number} 月
      </View>
      <Card padding="none">
        {claims.map(claim => (
          <ListRow
            key={claim.number}
            title={claim.subject}
            meta={[sayDay(claim.invoicedOn), ...(claim.note && !isAnswered(claim) ? [claim.note] : [])]}
            end={
              <View className="invoices__end">
                <View className="t16 bold invoices__amount">{yuanOf(claim.amountFen)}</View>
                <Badge tone={claimTones[claim.state]}>{sayClaimState(claim)}</Badge>
              </View>
            }
            onTap={() => onShow(claim)}
          />
        ))}
      </Card>
    </View>
  )
}

export function ClaimsTab({ nav, header }: { nav: ReactNode; header: ReactNode }) {
  const [wish, setWish] = useState<Wish>({})
  const [shown, show] = useState<Claim>()
  const [answering, answer] = useState<Claim>()
  const pages = usePagesOf(api.selfservice.listClaims, wish, { staleMs: 0 })
  const query = usePagedScreen(pages)
  return (
    <Screen
      nav={nav}
      header={header}
      query={query}
      skeleton={<SkeletonRows count={5} leadPx={0} />}
      isEmpty={all => saidOf(wish).length === 0 && all.every(({ claims }) => claims.length === 0)}
      empty={{ title: '还没有报销', sentence: '财务导入以后，每一笔走到哪儿都在这里。' }}
    >
      {all => {
        const claims = all.flatMap(page => page.claims)
        const [first] = all
        return (
          <View className="pad column gap-12">
            {first ? (
              <Pending {...first} asked={claims.find(({ mayAnswer }) => mayAnswer)} onAnswer={answer} />
            ) : null}
            <SearchCard key={JSON.stringify(wish)} wish={wish} onSearch={setWish} />
            <Wished wish={wish} onChange={setWish} />
            {byMonth(claims).map(({ month, claims: ofMonth }) => (
              <Month key={month} month={month} claims={ofMonth} onShow={show} now={first?.now ?? 0} />
            ))}
            <ListEnd of={pages} words={claims.length === 0 ? '没有这样的发票，换个条件找找' : '都在这里了'} />
            <ClaimSheet
              claim={shown}
              onClose={() => show(undefined)}
              onAnswer={claim => {
                show(undefined)
                answer(claim)
              }}
            />
            <AnswerSheet key={answering?.number} claim={answering} onClose={() => answer(undefined)} />
          </View>
        )
      }}
    </Screen>
  )
}
