import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf, useRefreshOnShow } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { backOr } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { sayWeekday } from '../../centre/hoursWords'
import { NumberFields } from '../../facility/NumberFields'
import {
  type AbsenceInput,
  absenceRanges,
  atOnceRanges,
  numbersOf,
  numbersProblem,
  type RulesInput,
  ruleRanges,
  type Typed,
  typedOf,
} from '../../facility/ruleDraft'
import { facilityQueries } from '../../outdated'
import '../centreEdit/centreEdit.scss'
import { spanDraftOf, spanOf } from '../centreEdit/centreDraft'
import { spansProblem } from '../centreEdit/centreProblems'
import { HolidayFields, type WeekDraft, WeekFields } from '../centreEdit/HoursFields'
import { Courses } from './Courses'

type Opened = Output<typeof api.booking.openFacilityForm>
type Venue = NonNullable<Opened['venue']>

type VenueDraft = WeekDraft & { rules: Typed<RulesInput>; atOnce: Typed<{ atOnceMax: number }> }

const venueDraftOf = ({ week, onHolidays, followsExchange, rules, atOnceMax }: Venue): VenueDraft => ({
  week: [1, 2, 3, 4, 5, 6, 7].map(weekday =>
    week.filter(hours => hours.weekday === weekday).map(spanDraftOf),
  ),
  onHolidays,
  followsExchange,
  rules: typedOf<RulesInput>(rules),
  atOnce: typedOf({ atOnceMax }),
})

const toVenue = ({ week, onHolidays, followsExchange, rules, atOnce }: VenueDraft) => ({
  week: week.flatMap((spans, index) => spans.map(span => ({ weekday: index + 1, ...spanOf(span) }))),
  onHolidays,
  followsExchange,
  rules: numbersOf<RulesInput>(rules),
  ...numbersOf(atOnce),
})

function venueProblem({ week, rules, atOnce }: VenueDraft, slotMinutes: number): string | undefined {
  for (const [index, spans] of week.entries()) {
    const problem = spansProblem(spans, slotMinutes)
    if (problem !== undefined) return `${sayWeekday(index + 1)}：${problem}`
  }
  return numbersProblem<RulesInput>(rules, ruleRanges) ?? numbersProblem(atOnce, atOnceRanges)
}

function FacilityForm({ facility, absences, venue, courses }: Opened) {
  const { facilityId } = facility
  const [rule, setRule] = useState(() => typedOf<AbsenceInput>(absences))
  const [draft, setDraft] = useState(() => venue && venueDraftOf(venue))
  const edit = useCommand(api.booking.editFacility, {
    outdates: facilityQueries,
    onDone: () => {
      void backOr('booking/facility')
      toast.show('存好了，以后的预约照新的来')
    },
  })
  const change = (part: Partial<VenueDraft>) => setDraft(before => before && { ...before, ...part })
  const problem =
    numbersProblem<AbsenceInput>(rule, absenceRanges) ??
    (draft && venue ? venueProblem(draft, venue.slotMinutes) : undefined)
  return (
    <>
      <View className="pad column gap-12">
        <View className="t20 bold">{facility.name}</View>
        {venue ? null : <Courses facilityId={facilityId} courses={courses} />}
        <Card>
          <View className="t16 medium">约了没来</View>
          <NumberFields<AbsenceInput> typed={rule} ranges={absenceRanges} onChange={setRule} />
        </Card>
        {draft && venue ? (
          <>
            <Card>
              <View className="t16 medium">怎么约</View>
              <NumberFields<RulesInput>
                typed={draft.rules}
                ranges={ruleRanges}
                onChange={rules => change({ rules })}
              />
              <NumberFields
                typed={draft.atOnce}
                ranges={atOnceRanges}
                onChange={atOnce => change({ atOnce })}
              />
            </Card>
            <WeekFields draft={draft} change={change} slotMinutes={venue.slotMinutes} />
            <HolidayFields draft={draft} change={change} />
          </>
        ) : null}
      </View>
      <BottomBar consequence={problem ?? '已经约了的照旧'}>
        <Button
          disabled={problem !== undefined}
          onTap={() =>
            edit.run({
              facilityId,
              absences: numbersOf<AbsenceInput>(rule),
              ...(draft ? { venue: toVenue(draft) } : {}),
            })
          }
        >
          保存
        </Button>
      </BottomBar>
    </>
  )
}

/** The rules of a gym or a venue, its courses or its hours. */
export default function FacilityEditPage() {
  const { facilityId = '' } = usePageParams()
  const query = useQueryOf(api.booking.openFacilityForm, { facilityId }, { staleMs: 0, kept: false })
  useRefreshOnShow(query)
  return (
    <Screen
      column
      nav={<Nav title="课程与规则" close />}
      side={<DeskMenu here="booking/facility" />}
      ownBar
      query={query}
      skeleton={<SkeletonRows count={5} leadPx={0} />}
    >
      {opened => <FacilityForm {...opened} />}
    </Screen>
  )
}
