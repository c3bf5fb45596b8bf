import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { usePageParams } from '@/rooms/usePageParams'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { anotherTrip, withoutTrip, withTrip } from '../../shuttle/lineDraft'
import { sayProblem, tripOf } from '../../shuttle/problemWords'
import { newId } from '../shuttleDraft/StopsSheet'
import './edit.scss'
import { TripSheet } from './TripSheet'
import { TripTable } from './TripTable'
import { type Opened, useLineDraft } from './useLineDraft'
import { WaySheet } from './WaySheet'

type Draft = ReturnType<typeof useLineDraft>

function Words({ draft }: { draft: Draft }) {
  const { line, changeLine } = draft
  return (
    <Card>
      <Field label="叫什么" maxLength={30} value={line.name} onChange={name => changeLine({ name })} />
      <Field label="从哪到哪" maxLength={120} value={line.path} onChange={path => changeLine({ path })} />
      <Field
        label="要提醒的，可以不写"
        maxLength={200}
        value={line.note}
        onChange={note => changeLine({ note })}
      />
    </Card>
  )
}

function Ways({ draft, serviceId, setServiceId, services }: WaysProps) {
  const { line, directionId, setDirectionId, addWayBack } = draft
  return (
    <>
      <ChipRow>
        {line.directions.map(way => (
          <Chip
            key={way.directionId}
            on={way.directionId === directionId}
            onTap={() => setDirectionId(way.directionId)}
          >
            开往{way.headsign || '…'}
          </Chip>
        ))}
        {line.directions.length === 1 ? <Chip onTap={addWayBack}>加回程</Chip> : null}
      </ChipRow>
      <ChipRow>
        {services.map(service => (
          <Chip
            key={service.serviceId}
            on={service.serviceId === serviceId}
            onTap={() => setServiceId(service.serviceId)}
          >
            {service.name}
          </Chip>
        ))}
      </ChipRow>
    </>
  )
}

interface WaysProps {
  draft: Draft
  services: Opened['services']
  serviceId: string
  setServiceId: (serviceId: string) => void
}

/** What is wrong, in words, with the number of the trip where it is about one. */
function sayProblems({ problems, direction, line }: Draft): string | undefined {
  const [problem] = problems
  if (!problem || !direction) return undefined
  const number = tripOf(problem.path)
  const way = line.directions[Number(problem.path.split('.')[1])] ?? direction
  return number === null
    ? sayProblem(problem.code)
    : `开往${way.headsign}第 ${number + 1} 班：${sayProblem(problem.code)}`
}

interface TripsProps {
  draft: Draft
  direction: NonNullable<Draft['direction']>
  serviceId: string
  nameOf: (stopId: string) => string
  onOpen: (tripId: string) => void
  onWay: () => void
}

/** The trips of one direction on one sort of day. */
function Trips({ draft, direction, serviceId, nameOf, onOpen, onWay }: TripsProps) {
  const trips = direction.trips.filter(trip => trip.serviceId === serviceId)
  const add = () => {
    const added = anotherTrip(direction, serviceId, newId('trip'))
    draft.change(withTrip(direction, added))
    onOpen(added.tripId)
  }
  return (
    <Card padding="none">
      <View className="row gap-8 edit__head">
        <Button kind="secondary" size="small" icon="plus" disabled={serviceId === ''} onTap={add}>
          加一班
        </Button>
        <Button kind="secondary" size="small" icon="pin" onTap={onWay}>
          站和方向
        </Button>
      </View>
      <TripTable {...{ direction, trips, nameOf, onOpen }} published={draft.publishedWay} />
      <View className="t12 secondary edit__head">
        {trips.length === 0 ? '这样的日子还没有班次。' : '点一班就改。横线是不停，划掉的是线上的时间。'}
      </View>
    </Card>
  )
}

function Editor({ opened }: { opened: Opened }) {
  const draft = useLineDraft(opened)
  const { direction, publishedWay } = draft
  const [serviceId, setServiceId] = useState(
    direction?.trips[0]?.serviceId ?? opened.services[0]?.serviceId ?? '',
  )
  const [tripId, setTripId] = useState<string>()
  const [wayOpen, setWayOpen] = useState(false)
  if (!direction) return null
  const nameOf = (id: string) => opened.stops.find(({ stopId }) => stopId === id)?.name ?? id
  const trip = direction.trips.find(one => one.tripId === tripId)
  const problem = sayProblems(draft)
  const done = (next: typeof direction) => {
    draft.change(next)
    setTripId(undefined)
  }
  return (
    <>
      <View className="column gap-12">
        <View className="edit__title t20 bold">{draft.line.name}</View>
        <Ways {...{ draft, serviceId, setServiceId }} services={opened.services} />
        <Trips
          {...{ draft, direction, serviceId, nameOf }}
          onOpen={setTripId}
          onWay={() => setWayOpen(true)}
        />
        <View className="pad">
          <Words draft={draft} />
        </View>
      </View>
      <BottomBar consequence={problem ?? (draft.isChanged ? '存进草稿，发布以后才变' : '还没有改动')}>
        {draft.isChanged ? (
          <Button kind="secondary" onTap={draft.discard}>
            不改了
          </Button>
        ) : null}
        <Button disabled={problem !== undefined || !draft.isChanged} onTap={draft.save}>
          存
        </Button>
      </BottomBar>
      {trip ? (
        <TripSheet
          key={trip.tripId}
          {...{ trip, direction, nameOf }}
          published={publishedWay?.trips.find(one => one.tripId === trip.tripId)}
          publishedStopIds={publishedWay?.stopIds ?? []}
          services={opened.services}
          open
          onClose={() => setTripId(undefined)}
          onSave={changed => done(withTrip(direction, changed))}
          onRemove={() => done(withoutTrip(direction, trip.tripId))}
        />
      ) : null}
      <WaySheet
        direction={direction}
        stops={opened.stops}
        open={wayOpen}
        onClose={() => setWayOpen(false)}
        onChange={draft.change}
      />
    </>
  )
}

/** One line of a draft: its ways, its trips in a table, what is not as published, and what is wrong. */
export default function ShuttleEditPage() {
  const { versionId = '', lineId = '' } = usePageParams()
  const query = useQueryOf(api.selfservice.openDraftLine, { versionId, lineId }, { staleMs: 0, kept: false })
  return (
    <Screen
      ownBar
      nav={<Nav title={query.data?.line.name ?? '改线路'} close />}
      side={<DeskMenu here="selfservice/shuttleDesk" />}
      query={query}
      skeleton={<SkeletonRows count={6} leadPx={0} />}
    >
      {opened => <Editor key={opened.version.revision} opened={opened} />}
    </Screen>
  )
}
