import { momentLabel } from '@domain/booking/wording'
import { dayOf, inChina } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, usePullToRefresh, useQueryOf, useRefreshOnShow } from '@/api'
import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Button } from '@/ui/button/Button'
import { dayAfter } from '@/ui/calendar/monthGrid'
import { Card } from '@/ui/card/Card'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { Icon } from '@/ui/icon/Icon'
import { IconBed } from '@/ui/icon/IconBed'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { sayDate, sayLastDay } from '../../centre/hoursWords'
import '../../facility/facility.scss'
import { grouped } from '@domain/kernel/grouped'
import { type Lesson, type OpenCourses, sayAbsenceRule } from '../../facility/facilityWords'
import { Legend } from '../../facility/Legend'
import { PauseCard } from '../../facility/PauseCard'
import { WeekGrid } from './WeekGrid'
import { type Choice, daysShown, lessonsIn, roomsOf } from './weekGrid'

const WEEK = 7

function WeekTurn({ opened, onWeek }: { opened: OpenCourses; onWeek: (on: string) => void }) {
  const { weekOn } = opened
  const last = daysShown(opened).at(-1)?.on ?? weekOn
  const turn = (icon: 'back' | 'next', words: string, days: number) => (
    <View className="facility__turn" {...tappable(words)} onClick={() => onWeek(dayAfter(weekOn, days))}>
      <Icon name={icon} size={20} />
    </View>
  )
  return (
    <View className="facility__head">
      <View className="t16 medium grow" aria-live="polite">
        {sayDate(weekOn)}–{sayLastDay(weekOn, last)}
      </View>
      {turn('back', '上一周', -WEEK)}
      {turn('next', '下一周', WEEK)}
    </View>
  )
}

const isOn = (choice: Choice, other: Choice) =>
  choice.kind === 'room' && other.kind === 'room' ? choice.room === other.room : choice.kind === other.kind

interface ChoicesProps {
  lessons: readonly Lesson[]
  choice: Choice
  onChoice: (choice: Choice) => void
}

function Choices({ lessons, choice, onChoice }: ChoicesProps) {
  const choices: { words: string; value: Choice }[] = [
    { words: '全部', value: { kind: 'all' } },
    ...roomsOf(lessons).map(room => ({ words: room, value: { kind: 'room' as const, room } })),
    { words: '还有位子', value: { kind: 'free' } },
  ]
  return (
    <ChipRow>
      {choices.map(({ words, value }) => (
        <Chip key={words} on={isOn(choice, value)} onTap={() => onChoice(value)}>
          {words}
        </Chip>
      ))}
    </ChipRow>
  )
}

/** My next lesson, what became of the others, and what is held. */
function Mine({ next, month, held, standing, now }: OpenCourses) {
  const { attended, absent } = month
  const missed = absent > 0 ? `缺了 ${absent} 节` : '没有缺过'
  return (
    <>
      {next ? (
        <Card padding="none">
          <ListRow
            lead={<IconBed name="gym" />}
            title={`${dayOf(next.startsAt) === dayOf(now) ? '今天 ' : ''}${momentLabel(next.startsAt, now)} ${next.title}`}
            meta={next.venue}
            end={
              <Button
                kind="secondary"
                size="small"
                onTap={() => openPage('booking/ticket', { placeId: next.placeId })}
              >
                签到码
              </Button>
            }
          />
        </Card>
      ) : null}
      <Card padding="none">
        <ListRow
          lead="medal"
          title={`${inChina(now).month() + 1} 月上了 ${attended} 节，${missed}`}
          meta={sayAbsenceRule(standing)}
          onTap={() => openPage('booking/absences')}
        />
        {held > 0 ? (
          <ListRow
            lead="wallet"
            title={`押金 ${grouped(held)} 沃币，先收着`}
            meta="来了签到就退回，按时取消也退"
            onTap={() => openPage('coin/statement')}
          />
        ) : null}
        <ListRow
          lead="cal"
          title="我的日历"
          meta="课、场地、活动放在一起看"
          onTap={() => openPage('booking/calendar')}
        />
      </Card>
    </>
  )
}

function Week({ opened, onWeek }: { opened: OpenCourses; onWeek: (on: string) => void }) {
  const [choice, setChoice] = useState<Choice>({ kind: 'all' })
  const lessons = lessonsIn(opened.lessons, choice)
  const open = ({ courseId, lessonAt }: Lesson) =>
    openPage('booking/course', { courseId, lessonAt: String(lessonAt) })
  return (
    <>
      <View className="pad">
        <WeekTurn opened={opened} onWeek={onWeek} />
      </View>
      <Choices lessons={opened.lessons} choice={choice} onChoice={setChoice} />
      <View className="pad column gap-12">
        <PauseCard standing={opened.standing} now={opened.now} />
        <Card padding="none">
          {lessons.length > 0 ? (
            <WeekGrid opened={opened} lessons={lessons} onLesson={open} />
          ) : (
            <View className="t14 secondary facility__none">
              {opened.lessons.length === 0 ? '这一周没有课。' : '这样选没有课，换一个看看。'}
            </View>
          )}
        </Card>
        <Legend words={{ mine: '我约的', open: '能约', full: '满，可候补', off: '上过或约不了' }} />
        <Mine {...opened} />
      </View>
    </>
  )
}

/** The week's classes of a gym: what is free, what is mine. */
export default function CoursesPage() {
  const [facilityId, setFacilityId] = useState<string>()
  const [weekOn, setWeekOn] = useState<string>()
  const input = {
    ...(facilityId === undefined ? {} : { facilityId }),
    ...(weekOn === undefined ? {} : { weekOn }),
  }
  const query = useQueryOf(api.booking.openCourses, input, { staleMs: 0 })
  usePullToRefresh(query.refetch)
  useRefreshOnShow(query)
  return (
    <Screen
      nav={<Nav title="健身课" />}
      query={query}
      skeleton={
        <View className="pad column gap-12">
          <SkeletonBlock height={44} />
          <SkeletonBlock height={360} />
          <SkeletonBlock height={64} />
        </View>
      }
    >
      {opened => (
        <>
          {opened.gyms.length > 1 ? (
            <ChipRow>
              {opened.gyms.map(gym => (
                <Chip
                  key={gym.facilityId}
                  soft={gym.facilityId === opened.facilityId}
                  onTap={() => setFacilityId(gym.facilityId)}
                >
                  {gym.name}
                </Chip>
              ))}
            </ChipRow>
          ) : null}
          <Week key={opened.facilityId} opened={opened} onWeek={setWeekOn} />
        </>
      )}
    </Screen>
  )
}
