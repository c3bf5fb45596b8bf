import { dayOf, startOfDay, weekdayOf } from '@domain/kernel/time'
import { ScrollView, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { scrollable } from '@/ui/a11y/scrollable'
import { tappable } from '@/ui/a11y/tappable'
import '../../facility/facility.scss'
import { sayDate } from '../../centre/hoursWords'
import { faceOf, type Lesson, lessonWords, type OpenCourses, timeOf } from '../../facility/facilityWords'
import { daysShown, rowsOf } from './weekGrid'

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']

interface WeekGridProps {
  opened: OpenCourses
  lessons: readonly Lesson[]
  onLesson: (lesson: Lesson) => void
}

function LessonCell({ lesson, onLesson }: { lesson: Lesson; onLesson: (lesson: Lesson) => void }) {
  const words = lessonWords(lesson)
  const { name, startsAt, changedBecause } = lesson
  const spoken = `${sayDate(dayOf(startsAt))} ${timeOf(startsAt)} ${name}，${words}${changedBecause === null ? '' : '，有变动'}`
  return (
    <View
      className={`facility__cell facility__cell--${faceOf(lesson)}`}
      {...tappable(spoken)}
      onClick={() => onLesson(lesson)}
    >
      <View className="facility__name">{name}</View>
      <View>{changedBecause === null ? words : `${words} 改`}</View>
    </View>
  )
}

/** About a column where they do not fit: today comes into sight, with the day before it. */
const COLUMN_PX = 50

/** How far the columns are pushed, once they are drawn: a list that is still empty goes nowhere. */
function useLeft(wished: number): number {
  const [left, setLeft] = useState(0)
  useEffect(() => Taro.nextTick(() => setLeft(wished)), [wished])
  return left
}

/** Five columns by the times of day: mine, open, full, past. */
export function WeekGrid({ opened, lessons, onLesson }: WeekGridProps) {
  const today = dayOf(opened.now)
  const days = daysShown(opened)
  const place = days.findIndex(({ on }) => on === today)
  const left = useLeft(Math.max(0, place - 1) * COLUMN_PX)
  return (
    <ScrollView
      className="facility__grid"
      scrollX
      scrollLeft={left}
      enhanced
      showScrollbar={false}
      {...scrollable('这一周的课')}
    >
      <View className="facility__table">
        <View className="facility__row facility__row--head">
          <View className="facility__time" />
          {days.map(({ on, note }) => (
            <View key={on} className="facility__column">
              <View className={`facility__day${on === today ? ' facility__day--today' : ''}`}>
                <View>{on === today ? '今天' : (note ?? WEEKDAYS[weekdayOf(startOfDay(on)) - 1])}</View>
                <View className="facility__number">{Number(on.slice(8))}</View>
              </View>
            </View>
          ))}
        </View>
        {rowsOf(lessons).map(({ time, minutes, byDay }) => (
          <View key={`${time} ${minutes}`} className="facility__row">
            <View className="facility__time">
              <View>{time}</View>
              <View className="secondary">{minutes} 分</View>
            </View>
            {days.map(({ on }) => (
              <View key={on} className="facility__column">
                {(byDay.get(on) ?? []).map(lesson => (
                  <LessonCell
                    key={`${lesson.courseId} ${lesson.lessonAt}`}
                    lesson={lesson}
                    onLesson={onLesson}
                  />
                ))}
              </View>
            ))}
          </View>
        ))}
      </View>
    </ScrollView>
  )
}
