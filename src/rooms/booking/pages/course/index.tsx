import { weekdayLabel } from '@domain/booking/wording'
import { dayOf } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { api, fileUrl, usePullToRefresh, useQueryOf, useRefreshOnShow } from '@/api'
import { usePageParams } from '@/rooms/usePageParams'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { Explained } from '@/ui/explained/Explained'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Picture } from '@/ui/picture/Picture'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { sayDate } from '../../centre/hoursWords'
import { BookSheet, type Wanted } from '../../facility/BookSheet'
import {
  faceOf,
  hoursOf,
  type Lesson,
  lessonWords,
  levelWords,
  type OpenCourse,
} from '../../facility/facilityWords'
import { PauseCard } from '../../facility/PauseCard'
import { useWanted } from '../../facility/useWanted'

const dateOf = (at: number) => `${sayDate(dayOf(at))} ${weekdayLabel(at)}`

function wantedOf(lesson: Lesson): Wanted {
  const { courseId: subjectId, lessonAt: slotAt, name, room, coach, startsAt, endsAt, capacity } = lesson
  return {
    ...{ subjectId, slotAt, name },
    meta: `${sayDate(dayOf(startsAt))} ${hoursOf(startsAt, endsAt)} · ${room} · 教练 ${coach}`,
    seats: capacity,
    slot: lesson,
  }
}

const tones = { mine: 'accent', open: 'ok', full: 'neutral', off: 'neutral' } as const

function LessonRow({
  lesson,
  usual,
  onTap,
}: {
  lesson: Lesson
  usual: OpenCourse['course']
  onTap: () => void
}) {
  const { startsAt, endsAt, room, coach, changedBecause, closedBecause } = lesson
  const differs = room === usual.room && coach === usual.coach ? '' : `${room} · 教练 ${coach}`
  const lines = [
    hoursOf(startsAt, endsAt),
    changedBecause === null ? differs : `有变动：${changedBecause}${differs && ` · ${differs}`}`,
    closedBecause === null ? '' : `停课：${closedBecause}`,
  ]
  return (
    <ListRow
      title={dateOf(startsAt)}
      meta={lines.filter(line => line !== '')}
      end={<Badge tone={tones[faceOf(lesson)]}>{lessonWords(lesson)}</Badge>}
      onTap={onTap}
    />
  )
}

function Course({ opened, lessonAt }: { opened: OpenCourse; lessonAt: number }) {
  const { course, facility, lessons, rules, standing, balance, plans, atOnceMax, fullWeeks, now } = opened
  const first = lessons.find(lesson => lesson.lessonAt === lessonAt)
  const { wanted, last, ask, close } = useWanted(first && wantedOf(first))
  return (
    <>
      <Picture src={fileUrl(course.coverFileId)} alt="" ratio={390 / 200} square />
      <View className="pad column gap-12">
        <View className="mt-16">
          <View className="row gap-8">
            <View className="t20 bold">{course.name}</View>
            <Badge>{levelWords[course.level]}</Badge>
          </View>
          <View className="t14 secondary mt-4">
            {facility.name} · {course.room} · 教练 {course.coach} · {course.minutes} 分钟
          </View>
          <View className="t16 mt-12">
            <Explained text={course.intro} />
          </View>
        </View>
        <PauseCard standing={standing} now={now} />
        <Card padding="none">
          <SectionHeader title="接下来的课" more={`每节 ${course.seats} 个位子`} />
          {lessons.length === 0 ? (
            <View className="t14 secondary facility__none">最近没有排课，过几天再来看。</View>
          ) : null}
          {lessons.map(lesson => (
            <LessonRow
              key={lesson.lessonAt}
              lesson={lesson}
              usual={course}
              onTap={() => ask(wantedOf(lesson))}
            />
          ))}
        </Card>
      </View>
      <BookSheet
        {...{ wanted, last, rules, standing, balance, plans, atOnceMax, fullWeeks, now }}
        counted="这门课"
        others={lessons.map(wantedOf)}
        onClose={close}
      />
    </>
  )
}

/** A course: what it is, who teaches it, and its next lessons, each to be booked. */
export default function CoursePage() {
  const { courseId = '', lessonAt = '0' } = usePageParams()
  const query = useQueryOf(api.booking.openCourse, { courseId }, { staleMs: 0 })
  usePullToRefresh(query.refetch)
  useRefreshOnShow(query)
  return (
    <Screen
      nav={<Nav title="课程" />}
      query={query}
      skeleton={
        <View className="column gap-12">
          <SkeletonBlock height={200} />
          <View className="pad column gap-12">
            <SkeletonBlock height={80} />
            <SkeletonBlock height={240} />
          </View>
        </View>
      }
    >
      {opened => <Course opened={opened} lessonAt={Number(lessonAt)} />}
    </Screen>
  )
}
