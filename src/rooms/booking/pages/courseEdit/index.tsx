import { courseLevels } from '@domain/booking/facility'
import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { ReasonSheet } from '@/rooms/access/public'
import { DeskMenu } from '@/rooms/DeskMenu'
import { backOr } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { spokenAs } from '@/ui/a11y/spoken'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { Nav } from '@/ui/nav/Nav'
import { PickerField } from '@/ui/pickerField/PickerField'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { sayWeekday } from '../../centre/hoursWords'
import '../../facility/facility.scss'
import { levelWords } from '../../facility/facilityWords'
import { NumberFields } from '../../facility/NumberFields'
import { type RulesInput, ruleRanges } from '../../facility/ruleDraft'
import { facilityQueries } from '../../outdated'
import { type CourseDraft, courseDraftOf, courseProblem, toCourse } from './courseDraft'

type Opened = Output<typeof api.booking.openFacilityForm>

interface FieldsProps {
  draft: CourseDraft
  change: (part: Partial<CourseDraft>) => void
}

function TextFields({ draft, change }: FieldsProps) {
  const line = (label: string, key: 'name' | 'coach' | 'room') => (
    <Field
      label={label}
      maxLength={limits.nameMax}
      value={draft[key]}
      onChange={value => change({ [key]: value })}
    />
  )
  return (
    <Card>
      <View className="facility__fields">
        {line('课程名', 'name')}
        {line('教练', 'coach')}
        {line('教室', 'room')}
      </View>
      <View className="facility__chips" {...spokenAs('radiogroup')} aria-label="难度">
        {courseLevels.map(level => (
          <Chip key={level} on={level === draft.level} onTap={() => change({ level })}>
            {levelWords[level]}
          </Chip>
        ))}
      </View>
      <Field
        label="介绍"
        multiline
        maxLength={limits.bodyMax}
        value={draft.intro}
        onChange={intro => change({ intro })}
      />
      <View className="facility__fields">
        <Field
          label="位子"
          type="number"
          maxLength={3}
          value={draft.seats}
          onChange={seats => change({ seats })}
        />
        <Field
          label="一节多少分钟"
          type="number"
          maxLength={3}
          value={draft.minutes}
          onChange={minutes => change({ minutes })}
        />
      </View>
    </Card>
  )
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]

/** The lessons of a usual week, each its weekday and time. */
function LessonFields({ draft, change }: FieldsProps) {
  const { lessons } = draft
  const put = (index: number, part: { weekday?: number; time?: string }) =>
    change({ lessons: lessons.map((lesson, at) => (at === index ? { ...lesson, ...part } : lesson)) })
  return (
    <Card>
      <View className="t16 medium">每周的课</View>
      {lessons.map((lesson, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a lesson has no identity but its place in the form
        <View key={index} className="mt-12">
          <View
            className="facility__chips facility__chips--week"
            {...spokenAs('radiogroup')}
            aria-label={`第 ${index + 1} 节在周几`}
          >
            {WEEKDAYS.map(weekday => (
              <Chip key={weekday} on={weekday === lesson.weekday} onTap={() => put(index, { weekday })}>
                {sayWeekday(weekday).slice(1)}
              </Chip>
            ))}
          </View>
          <View className="row gap-12">
            <View className="grow">
              <PickerField
                label={`第 ${index + 1} 节几点开始`}
                mode="time"
                value={lesson.time}
                onChange={time => put(index, { time })}
              />
            </View>
            <Button
              kind="text"
              size="small"
              label={`去掉第 ${index + 1} 节`}
              onTap={() => change({ lessons: lessons.filter((_lesson, at) => at !== index) })}
            >
              去掉
            </Button>
          </View>
        </View>
      ))}
      <View className="mt-12">
        <Button
          kind="soft"
          block
          icon="plus"
          onTap={() => change({ lessons: [...lessons, { weekday: 1, time: '' }] })}
        >
          加一节
        </Button>
      </View>
      <Checkbox
        checked={draft.onHolidays === 'closed'}
        onChange={closed => change({ onHolidays: closed ? 'closed' : 'usual' })}
      >
        法定节假日停课
      </Checkbox>
      <Checkbox checked={draft.followsExchange} onChange={followsExchange => change({ followsExchange })}>
        调休上班的周末按周一上课
      </Checkbox>
    </Card>
  )
}

/** Ends the course; what is booked of it is called off. */
function Retire({ facilityId, courseId, name }: { facilityId: string; courseId: string; name: string }) {
  const [open, setOpen] = useState(false)
  const retire = useCommand(api.booking.retireCourse, {
    outdates: facilityQueries,
    onDone: () => {
      void backOr('booking/facility')
      toast.show('停开了，约了的同事会收到通知，押金退回')
    },
  })
  return (
    <>
      <Button kind="danger" block onTap={() => setOpen(true)}>
        不再开这门课
      </Button>
      <ReasonSheet
        open={open}
        label="为什么，约了的同事会看到"
        refusal
        title={`不再开${name}`}
        note="停开后课表里没有它了；只停几节，请到当天停课"
        action="停开并通知"
        placeholder="教练调走了"
        onSend={reason => retire.run({ facilityId, courseId, reason })}
        onClose={() => setOpen(false)}
      />
    </>
  )
}

function CourseForm({ opened, courseId }: { opened: Opened; courseId: string | undefined }) {
  const { facilityId } = opened.facility
  const [draft, setDraft] = useState(() =>
    courseDraftOf(opened.courses.find(one => one.courseId === courseId)),
  )
  const change = (part: Partial<CourseDraft>) => setDraft({ ...draft, ...part })
  const save = useCommand(api.booking.saveCourse, {
    outdates: facilityQueries,
    onDone: ({ outside }) => {
      void backOr('booking/facility')
      toast.show(
        outside > 0
          ? `存好了。有 ${outside} 人约了不在新课表里的课，要停请到当天停课`
          : '存好了，课表照新的来',
      )
    },
  })
  const problem = courseProblem(draft)
  return (
    <>
      <View className="pad column gap-12">
        <TextFields draft={draft} change={change} />
        <LessonFields draft={draft} change={change} />
        <Card>
          <View className="t16 medium">怎么约</View>
          <NumberFields<RulesInput>
            typed={draft.rules}
            ranges={ruleRanges}
            onChange={rules => change({ rules })}
          />
        </Card>
        {courseId === undefined ? null : (
          <Retire facilityId={facilityId} courseId={courseId} name={draft.name} />
        )}
      </View>
      <BottomBar consequence={problem ?? '已经约了的照旧，换教练和教室会通知'}>
        <Button
          disabled={problem !== undefined}
          onTap={() => save.run(toCourse(facilityId, courseId, draft))}
        >
          保存
        </Button>
      </BottomBar>
    </>
  )
}

/** A course: its coach, its week, its rules; without one, a new one. */
export default function CourseEditPage() {
  const { facilityId = '', courseId } = usePageParams()
  const query = useQueryOf(api.booking.openFacilityForm, { facilityId }, { staleMs: 0, kept: false })
  return (
    <Screen
      column
      nav={<Nav title={courseId === undefined ? '加一门课' : '课程'} close />}
      side={<DeskMenu here="booking/facility" />}
      ownBar
      query={query}
      skeleton={<SkeletonRows count={5} leadPx={0} />}
    >
      {opened => <CourseForm opened={opened} courseId={courseId} />}
    </Screen>
  )
}
