import type { api, Output } from '@/api'
import { openPage } from '@/rooms/open'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { sayWeekday } from '../../centre/hoursWords'
import { pickerTime } from '../../facility/clock'

type Course = Output<typeof api.booking.openFacilityForm>['courses'][number]

/** 周一、周三 12:15 */
function sayLessons({ lessons, minutes, coach, room }: Course): string {
  const times = [...new Set(lessons.map(({ fromMinute }) => fromMinute))].sort((a, b) => a - b)
  const week = times.map(fromMinute => {
    const days = lessons
      .filter(one => one.fromMinute === fromMinute)
      .map(({ weekday }) => sayWeekday(weekday))
    return `${days.join('、')} ${pickerTime(fromMinute)}`
  })
  return `${week.join('，') || '没有排课'} · ${minutes} 分钟 · ${coach} · ${room}`
}

/** The courses of a gym, each with its hours; a tap leads on. */
export function Courses({ facilityId, courses }: { facilityId: string; courses: readonly Course[] }) {
  return (
    <Card padding="none">
      <SectionHeader
        title="课程"
        more="加一门"
        onMore={() => openPage('booking/courseEdit', { facilityId })}
      />
      {courses.map(course => (
        <ListRow
          key={course.courseId}
          title={course.name}
          meta={sayLessons(course)}
          onTap={() => openPage('booking/courseEdit', { facilityId, courseId: course.courseId })}
        />
      ))}
    </Card>
  )
}
