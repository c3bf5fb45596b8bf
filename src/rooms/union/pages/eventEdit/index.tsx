import type { Category } from '@domain/union/categories'
import { changesToAsk, eventFlowOf } from '@domain/union/eventRule'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { goToField } from '@/rooms/goToField'
import { backOr, replacePage } from '@/rooms/open'
import { useDraft } from '@/rooms/useDraft'
import { usePageParams } from '@/rooms/usePageParams'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen, type ScreenQuery } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { Cover } from '../../Cover'
import { Covers } from '../../Covers'
import { coverShown, draftOf, type EventDraft, emptyEvent, eventProblem, toEvent } from '../../eventDraft'
import { eventQueries } from '../../outdated'
import { SeatFields, WhatFields, WhenFields, WhereFields } from './EventFields'
import './eventEdit.scss'
import { QuestionFields } from './QuestionFields'

interface FormProps {
  /** The draft's own place on this phone. */
  name: string
  first: EventDraft
  /** What it has now, and what its association has. */
  coverFileId: string
  associationCoverFileId: string
  category: Category
  now: number
  /** How many seats somebody has: there can't be fewer. */
  taken?: number
  association: { associationId: string; associationName: string }
  /** What the button says: of an event that costs or is large, that it goes to the union. */
  sayDone: (draft: EventDraft) => string
  send: (draft: EventDraft) => Promise<unknown>
}

/** The whole form; it stays on this phone until it is sent. */
function EventForm({
  name,
  first,
  coverFileId,
  associationCoverFileId,
  category,
  now,
  taken,
  association,
  sayDone,
  send,
}: FormProps) {
  const { draft, change, drop } = useDraft(name, first)
  const [tried, setTried] = useState(false)
  const problem = eventProblem(draft, now, taken)
  const submit = async () => {
    setTried(true)
    if (problem !== undefined) {
      goToField(problem.at)
      return
    }
    if ((await send(draft)) !== undefined) drop()
  }
  const wall = useQueryOf(api.union.listPhotos, { associationId: association.associationId })
  const cover = coverShown(draft, {
    current: coverFileId,
    association: associationCoverFileId,
    photos: wall.data?.photos ?? [],
  })
  const fields = { draft, change, now, association, problems: tried && problem ? [problem] : [] }
  return (
    <>
      <Cover fileId={cover} category={category} ratio={390 / 160} square />
      <View className="pad column gap-12 mt-12">
        <WhatFields {...fields} />
        <WhenFields {...fields} />
        <WhereFields {...fields} />
        <SeatFields {...fields} />
        <QuestionFields {...fields} />
        <Card>
          <Covers
            associationId={association.associationId}
            coverPhotoId={draft.coverPhotoId}
            onChange={change}
            common={{
              cover: <Cover fileId={associationCoverFileId} category={category} />,
              isOn: cover === associationCoverFileId,
            }}
          />
        </Card>
      </View>
      <BottomBar consequence={tried && problem ? problem.words : '写到一半会留在这台手机上'}>
        <Button onTap={submit}>{sayDone(draft)}</Button>
      </BottomBar>
    </>
  )
}

const isAsked = ({ fee, capacity }: EventDraft) =>
  eventFlowOf({ fee: Number(fee), capacity: Number(capacity) }).length > 0

function NewEvent({ association, now }: Output<typeof api.union.openAssociation>) {
  const { associationId, coverFileId, category, name } = association
  const create = useCommand(api.union.createEvent, {
    outdates: eventQueries,
    onDone: ({ eventId, state }) => {
      toast.show(state === 'open' ? '可以报名了' : '交给工会了，同意后就能报名')
      replacePage('union/event', { eventId })
    },
  })
  return (
    <EventForm
      name={`union.event.words.new.${associationId}`}
      first={emptyEvent}
      coverFileId={coverFileId}
      associationCoverFileId={coverFileId}
      category={category}
      now={now}
      association={{ associationId, associationName: name }}
      sayDone={draft => (isAsked(draft) ? '请工会同意' : '开放报名')}
      send={draft => create.run({ associationId, ...toEvent(draft) })}
    />
  )
}

function ChangedEvent({ event, approval, associationCoverFileId, now }: Output<typeof api.union.openEvent>) {
  const { eventId, coverFileId, category, state } = event
  // What is written goes over the version that it was written over, and over no later one.
  const [version] = useState(event.version)
  const edit = useCommand(api.union.editEvent, {
    outdates: eventQueries,
    onDone: ({ asked }) => {
      toast.show(asked ? '交给工会了，同意后改动才生效' : '改好了，换了时间地点会通知报名的人')
      void backOr('union/event', { eventId })
    },
  })
  // What waits for the union goes on being written at, not thrown away.
  const [first] = useState(() => draftOf({ ...event, ...event.change }))
  const isAsked = (draft: EventDraft) =>
    approval !== null && state === 'open' && changesToAsk(event, toEvent(draft)).length > 0
  return (
    <EventForm
      name={`union.event.words.${eventId}.${version}`}
      first={first}
      coverFileId={coverFileId}
      associationCoverFileId={associationCoverFileId ?? ''}
      category={category}
      now={now}
      taken={event.taken}
      association={event}
      sayDone={draft => (isAsked(draft) ? '请工会同意' : '保存')}
      send={draft => edit.run({ eventId, version, ...toEvent(draft) })}
    />
  )
}

/** A president of several chooses whose event it is; of one there is nothing to choose. */
function ChoosePage() {
  const query = useQueryOf(api.union.listAssociations, { mine: true })
  const presided = query.data?.associations.filter(({ presiding }) => presiding) ?? []
  const [only] = presided
  if (only && presided.length === 1) return <NewEventPage associationId={only.associationId} />
  return (
    <Screen
      column
      nav={<Nav title="办一场活动" close />}
      side={<DeskMenu here="union/eventEdit" />}
      query={query}
      skeleton={<SkeletonRows count={3} leadPx={48} />}
      isEmpty={() => presided.length === 0}
      empty={{ title: '会长才能办活动', sentence: '有好主意，和你们协会的会长说一声。' }}
    >
      <View className="pad">
        <Card padding="none">
          {presided.map(({ associationId, name, coverFileId, category }) => (
            <ListRow
              key={associationId}
              lead={<Cover fileId={coverFileId} category={category} width={48} />}
              title={name}
              onTap={() => replacePage('union/eventEdit', { associationId })}
            />
          ))}
        </Card>
      </View>
    </Screen>
  )
}

interface FormScreenProps<Data> {
  title: string
  query: ScreenQuery<Data>
  children: (opened: Data) => ReactNode
}

/** What stands around the form while what it needs is on its way. */
function FormScreen<Data>({ title, query, children }: FormScreenProps<Data>) {
  return (
    <Screen
      column
      nav={<Nav title={title} close />}
      side={<DeskMenu here="union/eventEdit" />}
      query={query}
      ownBar
      skeleton={<SkeletonRows count={5} leadPx={0} />}
    >
      {children}
    </Screen>
  )
}

function NewEventPage({ associationId }: { associationId: string }) {
  const query = useQueryOf(api.union.openAssociation, { associationId })
  return (
    <FormScreen title="办一场活动" query={query}>
      {opened => <NewEvent {...opened} />}
    </FormScreen>
  )
}

function ChangedEventPage({ eventId }: { eventId: string }) {
  const query = useQueryOf(api.union.openEvent, { eventId }, { staleMs: 0 })
  return (
    <FormScreen title="修改活动" query={query}>
      {opened => <ChangedEvent {...opened} />}
    </FormScreen>
  )
}

/** A president's form: of a new event of an association, or of one that stands. */
export default function EventEditPage() {
  const { associationId, eventId } = usePageParams()
  if (eventId !== undefined) return <ChangedEventPage eventId={eventId} />
  return associationId === undefined ? <ChoosePage /> : <NewEventPage associationId={associationId} />
}
