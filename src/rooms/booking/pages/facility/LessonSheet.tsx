import { limits } from '@domain/kernel/limits'
import { dayOf, inChina, MINUTE_MS, startOfDay } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { Field } from '@/ui/field/Field'
import { PickerField } from '@/ui/pickerField/PickerField'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { minutesOf } from '../../facility/clock'
import { hoursOf, type Lesson } from '../../facility/facilityWords'
import { facilityQueries } from '../../outdated'

interface LessonSheetProps {
  facilityId: string
  lesson: Lesson
  onClose: () => void
}

interface Draft {
  on: string
  time: string
  room: string
  coach: string
  why: string
}

function Fields({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  return (
    <>
      <View className="facility__fields">
        <PickerField label="改到哪天" mode="date" value={draft.on} onChange={on => change({ on })} />
        <PickerField label="几点开始" mode="time" value={draft.time} onChange={time => change({ time })} />
        <Field
          label="教练"
          maxLength={limits.nameMax}
          value={draft.coach}
          onChange={coach => change({ coach })}
        />
        <Field
          label="教室"
          maxLength={limits.nameMax}
          value={draft.room}
          onChange={room => change({ room })}
        />
      </View>
      <Field
        label="为什么，约了的同事会看到"
        maxLength={limits.titleMax}
        value={draft.why}
        placeholder="教练出差、教室维修"
        onChange={typed => change({ why: typed })}
      />
    </>
  )
}

function LessonForm({ facilityId, lesson, onClose }: LessonSheetProps) {
  const { courseId, lessonAt, startsAt } = lesson
  const [draft, setDraft] = useState<Draft>({
    on: dayOf(startsAt),
    time: inChina(startsAt).format('HH:mm'),
    room: lesson.room,
    coach: lesson.coach,
    why: '',
  })
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const options = { outdates: facilityQueries }
  const save = useCommand(api.booking.changeLesson, {
    ...options,
    onDone: () => {
      onClose()
      toast.show('改好了，约了的同事两分钟内会收到通知')
    },
  })
  const callOff = useCommand(api.booking.closeFacility, {
    ...options,
    onDone: () => {
      onClose()
      toast.show('停了这一节，押金会自动退回')
    },
  })
  const why = draft.why.trim()
  const isReady = [...why].length >= 2 && draft.room.trim() !== '' && draft.coach.trim() !== ''
  const moved = startOfDay(draft.on) + (minutesOf(draft.time) ?? 0) * MINUTE_MS
  return (
    <>
      <View className="t14 secondary">
        {lesson.name} · {hoursOf(lesson.startsAt, lesson.endsAt)}
      </View>
      <Fields draft={draft} change={change} />
      <View className="facility__tools mt-16">
        <Button
          kind="danger"
          disabled={[...why].length < 2}
          onTap={() =>
            callOff.run({
              ...{ facilityId, subjectIds: [courseId], reason: why },
              fromAt: lesson.startsAt,
              untilAt: lesson.endsAt,
            })
          }
        >
          停这一节
        </Button>
        <Button
          disabled={!isReady}
          onTap={() =>
            save.run({
              ...{ courseId, lessonAt, why, startsAt: moved },
              room: draft.room.trim(),
              coach: draft.coach.trim(),
            })
          }
        >
          保存
        </Button>
      </View>
    </>
  )
}

/** One lesson that is not as usual, or is not at all. */
export function LessonSheet({
  lesson,
  ...rest
}: Omit<LessonSheetProps, 'lesson'> & { lesson: Lesson | undefined }) {
  return (
    <Sheet
      open={lesson !== undefined}
      title="改这一节"
      onClose={rest.onClose}
      note="停课的押金会退；改了时间，去不了的同事可以取消"
    >
      {lesson ? <LessonForm key={`${lesson.courseId} ${lesson.lessonAt}`} lesson={lesson} {...rest} /> : null}
    </Sheet>
  )
}
