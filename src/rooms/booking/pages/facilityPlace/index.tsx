import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { replacePage } from '@/rooms/open'
import { PictureRow } from '@/rooms/PictureRow'
import { SaveBar } from '@/rooms/SaveBar'
import { backFromSaved } from '@/rooms/saved'
import { usePageParams } from '@/rooms/usePageParams'
import { Card } from '@/ui/card/Card'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { Field } from '@/ui/field/Field'
import { Nav } from '@/ui/nav/Nav'
import { Options } from '@/ui/options/Options'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { facilityQueries } from '../../outdated'
import { emptyPlace, type PlaceDraft, placeDraftOf, placeProblem, toAdded, toDescribed } from './placeDraft'
import { UnitFields } from './UnitFields'

type Opened = Output<typeof api.booking.openFacilityForm>

const sorts = [
  { key: 'badminton', text: '羽毛球' },
  { key: 'tableTennis', text: '乒乓球' },
  { key: 'basketball', text: '篮球' },
  { key: 'meeting', text: '会议室' },
  { key: 'nursing', text: '母婴室' },
  { key: 'gym', text: '健身房，有课程' },
] as const

interface FieldsProps {
  draft: PlaceDraft
  change: (part: Partial<PlaceDraft>) => void
}

/** What cannot be changed once something is booked of it. */
function KindFields({ draft, change }: FieldsProps) {
  const choose = (sort: PlaceDraft['sort']) => change({ sort, isPrivate: sort === 'nursing' })
  return (
    <Card>
      <Options label="哪一种" options={sorts} value={draft.sort} onChange={choose} />
      {draft.sort === 'gym' ? null : (
        <>
          <Field
            label="一次约多久"
            type="number"
            maxLength={3}
            value={draft.slotMinutes}
            end={<View className="t12 secondary">分钟</View>}
            onChange={slotMinutes => change({ slotMinutes })}
          />
          <Checkbox checked={draft.isPrivate} onChange={isPrivate => change({ isPrivate })}>
            谁约的只有本人知道
          </Checkbox>
        </>
      )}
    </Card>
  )
}

/** The city is one of the roster's, so that everybody finds what is near; or what it was. */
function WordFields({ draft, change, sites }: FieldsProps & { sites: readonly string[] }) {
  const cities = [...new Set([...sites, draft.site])].filter(Boolean)
  return (
    <Card>
      <Field
        label="名字"
        maxLength={limits.nameMax}
        value={draft.name}
        placeholder="嘉定羽毛球场"
        onChange={name => change({ name })}
      />
      <View className="mt-12">
        <Options
          label="城市"
          options={cities.map(key => ({ key, text: key }))}
          value={draft.site}
          onChange={site => change({ site })}
        />
      </View>
      <Field
        label="在哪里"
        maxLength={limits.titleMax}
        value={draft.place}
        placeholder="嘉定总部 B 楼一层"
        onChange={place => change({ place })}
      />
      {draft.sort === 'gym' ? null : (
        <Field
          label="要带什么、怎么用"
          maxLength={limits.titleMax}
          value={draft.advice}
          placeholder="请穿胶底鞋，可以不填"
          onChange={advice => change({ advice })}
        />
      )}
    </Card>
  )
}

function PlaceForm({ opened, site, sites }: { opened?: Opened; site: string; sites: readonly string[] }) {
  const [draft, setDraft] = useState(() => (opened ? placeDraftOf(opened) : emptyPlace(site)))
  const change = (part: Partial<PlaceDraft>) => setDraft(before => ({ ...before, ...part }))
  const add = useCommand(api.booking.addFacility, {
    outdates: facilityQueries,
    onDone: ({ facilityId }) => {
      toast.show('加好了。定好开放时间和规则，同事就能约')
      replacePage('booking/facilityEdit', { facilityId })
    },
  })
  const describe = useCommand(api.booking.describeFacility, {
    outdates: facilityQueries,
    onDone: () => backFromSaved('booking/facility'),
  })
  const save = () => (opened ? describe.run(toDescribed(opened, draft)) : add.run(toAdded(draft)))
  return (
    <>
      <View className="pad column gap-12">
        {opened ? null : <KindFields draft={draft} change={change} />}
        <WordFields draft={draft} change={change} sites={sites} />
        <PictureRow
          title="照片"
          meta="同事在列表里看到的那张"
          fileId={draft.coverFileId}
          onChange={coverFileId => change({ coverFileId })}
        />
        {draft.sort === 'gym' ? null : (
          <UnitFields
            facilityId={opened?.facility.facilityId}
            units={draft.units}
            onChange={units => change({ units })}
          />
        )}
      </View>
      <SaveBar problem={placeProblem(draft)} onSave={save} />
    </>
  )
}

const asked = { staleMs: 0, kept: false } as const
const frame = {
  // The form brings its own bar; its place is kept free.
  bar: <View />,
  column: true,
  side: <DeskMenu here="booking/facility" />,
  skeleton: <SkeletonRows count={5} leadPx={0} />,
}

function KnownPlace({ facilityId }: { facilityId: string }) {
  const query = useQueryOf(api.booking.openFacilityForm, { facilityId }, asked)
  return (
    <Screen {...frame} nav={<Nav title="场馆资料" close />} query={query}>
      {opened => <PlaceForm opened={opened} site={opened.facility.site} sites={opened.sites} />}
    </Screen>
  )
}

function NewPlace() {
  const query = useQueryOf(api.booking.openNewFacility, {}, asked)
  return (
    <Screen {...frame} nav={<Nav title="加一处场馆" close />} query={query}>
      {begun => <PlaceForm {...begun} />}
    </Screen>
  )
}

/** What a gym or a venue is called, where it is, and its courts; without one, a new one. */
export default function FacilityPlacePage() {
  const { facilityId } = usePageParams()
  return facilityId === undefined ? <NewPlace /> : <KnownPlace facilityId={facilityId} />
}
