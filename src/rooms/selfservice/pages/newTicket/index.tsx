import { dayOf, type Instant } from '@domain/kernel/time'
import { isAnswer, needsSentence } from '@domain/selfservice/ticketCategory'
import { ticketLimits } from '@domain/selfservice/ticketLimits'
import { likelySame } from '@domain/selfservice/ticketTogether'
import type { Urgency } from '@domain/selfservice/ticketUrgency'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { replacePage } from '@/rooms/open'
import { Photos, usePhotos } from '@/rooms/Photos'
import { useDraft } from '@/rooms/useDraft'
import { usePageParams } from '@/rooms/usePageParams'
import { ariaState } from '@/ui/a11y/ariaState'
import { spokenAs } from '@/ui/a11y/spoken'
import { tappable } from '@/ui/a11y/tappable'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Field } from '@/ui/field/Field'
import { Icon } from '@/ui/icon/Icon'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { sayAhead, ticketQueries } from '../../ticketWords'
import { Answers } from './Answers'
import './newTicket.scss'
import { SameHere } from './SameHere'
import { Urgent } from './Urgent'

type Form = Output<typeof api.selfservice.openTicketForm>
type Category = Form['categories'][number]

interface Draft {
  categoryId: string
  place: string
  body: string
  answers: Record<string, string>
  urgency: Urgency
}

const emptyDraft: Draft = { categoryId: '', place: '', body: '', answers: {}, urgency: 'soon' }

function CategoryGrid(props: {
  categories: readonly Category[]
  chosen: string
  onChoose: (categoryId: string) => void
}) {
  return (
    <View className="new-ticket__grid" {...spokenAs('radiogroup')} aria-label="哪一类">
      {props.categories.map(({ categoryId, name, icon }) => (
        <View
          key={categoryId}
          className={`new-ticket__kind${categoryId === props.chosen ? ' new-ticket__kind--on' : ''}`}
          {...tappable(name, 'radio')}
          {...ariaState({ checked: categoryId === props.chosen })}
          onClick={() => props.onChoose(categoryId)}
        >
          <Icon name={icon} />
          <View className="t12">{name}</View>
        </View>
      ))}
    </View>
  )
}

/** What still keeps it from being sent; undefined: nothing. */
function problemOf(
  { place, body, answers }: Draft,
  category: Category | undefined,
  today: string,
): string | undefined {
  if (!category) return '先选一类，再说什么事'
  if (place.trim().length < 2) return '写一下在哪里'
  if (body.trim().length < 2 && needsSentence(category)) return '说一句是什么事'
  const wrong = category.fields.find(field => !isAnswer(field, (answers[field.key] ?? '').trim(), today))
  return wrong ? `「${wrong.label}」还没填好` : undefined
}

/** Where it was the last time, in one line, until somebody says that it is elsewhere. */
function Place({ place, onChange }: { place: string; onChange: (place: string) => void }) {
  const [asked, setAsked] = useState(place === '')
  if (!asked)
    return (
      <ListRow
        lead="pin"
        plain
        title={<View className="t14">{place}</View>}
        end={<View className="t12 secondary">改</View>}
        label={`${place}，改地方`}
        onTap={() => setAsked(true)}
      />
    )
  return (
    <View className="new-ticket__answers">
      <Field
        label="在哪里"
        icon="pin"
        value={place}
        placeholder="A 楼 4 层，东侧靠窗"
        maxLength={40}
        onChange={onChange}
      />
    </View>
  )
}

function WhereCard(props: {
  draft: Draft
  category: Category | undefined
  today: string
  onChange: (part: Partial<Draft>) => void
}) {
  const { draft, category, today, onChange: change } = props
  return (
    <Card padding="none">
      <Place key={draft.categoryId} place={draft.place} onChange={place => change({ place })} />
      {category && category.fields.length > 0 ? (
        <View className="new-ticket__answers">
          <Answers
            fields={category.fields}
            answers={draft.answers}
            today={today}
            onChange={answers => change({ answers })}
          />
        </View>
      ) : null}
    </Card>
  )
}

interface PromisedProps extends Pick<Category, 'dueAt' | 'ahead'>, Pick<Draft, 'urgency'> {
  /** What is still missing stands in the place of what is ahead. */
  problem: string | undefined
  now: Instant
}

/** By when, and what is ahead. */
function Promised({ dueAt, ahead, urgency, problem, now }: PromisedProps) {
  return (
    <View>
      <View className="new-ticket__promise t14 medium">{sayAhead(dueAt[urgency], now)} 前办好</View>
      {problem ?? (ahead > 0 ? `前面还有 ${ahead} 件` : '现在没有人排队')}
    </View>
  )
}

/** What happened, with photos and how much of the room is used. */
function WordsCard(props: {
  body: string
  /** Whether the form asks for nothing that would say it already. */
  isNeeded: boolean
  photos: ReturnType<typeof usePhotos>
  onChange: (body: string) => void
}) {
  const { body, isNeeded, photos, onChange } = props
  return (
    <Card>
      <Field
        label="什么事"
        multiline
        bare
        value={body}
        placeholder={isNeeded ? '说说看到的情况，从什么时候开始' : '还有什么要说的，可不填'}
        maxLength={ticketLimits.bodyMax}
        onChange={onChange}
      />
      <View className="new-ticket__foot">
        <Photos photos={photos} />
        <View className="t12 secondary nowrap">
          {body.length} / {ticketLimits.bodyMax}
        </View>
      </View>
    </Card>
  )
}

/**
 * Whoever comes from a thing brings of what kind it is, by the sign that the site's categories have, and the first words
 * about it. That lies apart from what else is being written.
 */
function useTicketDraft({ categories, place }: Form) {
  const { icon, about = icon, words = '' } = usePageParams()
  const category = categories.find(one => one.icon === icon)
  const key = about === undefined ? 'selfservice.ticket' : `selfservice.ticket.${about}`
  return useDraft(key, {
    ...emptyDraft,
    categoryId: category?.categoryId ?? '',
    place: placeOf(category, place),
    body: words,
  })
}

/** Where the last one was, is where the next thing is broken; a guest or a parked car is somewhere else. */
const placeOf = (category: Category | undefined, last: string) =>
  category && !needsSentence(category) ? '' : last

function NewTicketForm({ form }: { form: Form }) {
  const { draft, change, drop } = useTicketDraft(form)
  const photos = usePhotos(ticketLimits.imagesMax)
  const category = form.categories.find(({ categoryId }) => categoryId === draft.categoryId)
  const ofKind = form.alike.filter(({ categoryId }) => categoryId === draft.categoryId)
  const alike = likelySame(ofKind, draft.place)
  const today = dayOf(form.now)
  const problem = problemOf(draft, category, today)
  const submit = useCommand(api.selfservice.submitTicket, {
    outdates: ticketQueries,
    onDone: ({ ticketId }) => {
      drop()
      toast.show('收到了，有进展会告诉你')
      replacePage('selfservice/ticket', { ticketId })
    },
  })
  const choose = (categoryId: string) => {
    const next = form.categories.find(one => one.categoryId === categoryId)
    const isAsked = draft.place.trim() === '' || draft.place === form.place
    const place = placeOf(next, form.place)
    change({ categoryId, answers: {}, ...(isAsked ? { place } : {}) })
  }
  const send = async () => {
    if (photos.busy) return
    await submit.run({
      ...draft,
      place: draft.place.trim(),
      body: draft.body.trim(),
      imageIds: photos.fileIds,
    })
  }
  return (
    <>
      <View className="pad column gap-12">
        <View className="t14 secondary">哪一类</View>
        <CategoryGrid categories={form.categories} chosen={draft.categoryId} onChoose={choose} />
        {category ? <View className="t12 secondary">{category.hint}</View> : null}
        <WhereCard draft={draft} category={category} today={today} onChange={change} />
        <WordsCard
          body={draft.body}
          isNeeded={!category || needsSentence(category)}
          photos={photos}
          onChange={body => change({ body })}
        />
        <Urgent value={draft.urgency} onChange={urgency => change({ urgency })} />
        <SameHere tickets={alike} now={form.now} />
      </View>
      <BottomBar
        consequence={
          category ? (
            <Promised {...category} urgency={draft.urgency} problem={problem} now={form.now} />
          ) : (
            problem
          )
        }
      >
        <Button disabled={problem !== undefined} onTap={send}>
          提交
        </Button>
      </BottomBar>
    </>
  )
}

/** What kind it is, where, what happened, with photos. */
export default function NewTicketPage() {
  const query = useQueryOf(api.selfservice.openTicketForm, {})
  return (
    <Screen
      nav={<Nav title="行政支持" close />}
      ownBar
      query={query}
      skeleton={<SkeletonBlock height={320} />}
      isEmpty={({ categories }) => categories.length === 0}
      empty={{ title: '这个园区还没有开通', sentence: '现在请直接联系园区行政。' }}
    >
      {form => <NewTicketForm form={form} />}
    </Screen>
  )
}
