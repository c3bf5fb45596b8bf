import { needsNote, type RecruiterAction, recruiterActionNames } from '@domain/careers/candidate'
import { type Interview, interviewLimits, settlesInterview } from '@domain/careers/interview'
import { dayOf } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/button/Button'
import { Field } from '@/ui/field/Field'
import { MomentField } from '@/ui/pickerField/MomentField'
import { Sheet } from '@/ui/sheet/Sheet'
import type { StepWords } from './useSteps'

interface StepSheetProps {
  /** Undefined: closed. */
  action: RecruiterAction | undefined
  /** Whom it is about: "3 位候选人". */
  whom: string
  /** The reader's present. */
  now: number
  onClose: () => void
  onDo: (action: RecruiterAction, words: StepWords) => Promise<unknown>
}

const empty = { note: '', on: '', time: '', place: '' }
type Form = typeof empty

/** What of the form settles an interview: a time without its day does not. */
export function interviewIn({ on, time, place }: Omit<Form, 'note'>): Interview | null {
  if (on === '' && place.trim() === '') return null
  return { on: on || null, time: (on && time) || null, place: place.trim() }
}

interface InterviewFieldsProps {
  form: Form
  now: number
  change: (part: Partial<Form>) => void
}

function InterviewFields({ form, now, change }: InterviewFieldsProps) {
  return (
    <>
      <MomentField
        labels={['哪天（可不填）', '几点']}
        day={form.on}
        time={form.time}
        min={dayOf(now)}
        onDay={on => change({ on })}
        onTime={time => change({ time })}
      />
      <Field
        label="在哪里（可不填）"
        value={form.place}
        placeholder="嘉定 A 座三楼，或会议号"
        maxLength={interviewLimits.placeMax}
        onChange={place => change({ place })}
      />
      <View className="t12 secondary">申请转岗的同事看得到时间和地点，推荐人只看到哪天。</View>
    </>
  )
}

/** One step with a word for colleagues of recruiting, which some steps can't do without. */
export function StepSheet({ action, whom, now, onClose, onDo }: StepSheetProps) {
  const [form, setForm] = useState(empty)
  const change = (part: Partial<Form>) => setForm(before => ({ ...before, ...part }))
  const note = form.note.trim()
  const isMissing = action !== undefined && needsNote(action) && note === ''
  const settles = action !== undefined && settlesInterview(action)
  const name = action ? recruiterActionNames[action] : ''
  return (
    <Sheet
      open={action !== undefined}
      title={`${name}，${whom}`}
      onClose={onClose}
      missing={isMissing ? '写一句原因，留给招聘的同事' : undefined}
      note={settles ? '推荐人和申请人会收到进展，看不到备注' : '推荐人和申请人会收到进展，看不到这句话'}
      action={
        <Button
          block
          disabled={isMissing}
          onTap={async () => {
            if (action === undefined) return
            await onDo(action, { note, interview: settles ? interviewIn(form) : null })
            setForm(empty)
            onClose()
          }}
        >
          {name}
        </Button>
      }
    >
      <View className="column gap-12">
        {settles ? <InterviewFields form={form} now={now} change={change} /> : null}
        <Field
          label={isMissing ? '原因' : '备注（可不填）'}
          multiline
          value={form.note}
          maxLength={200}
          onChange={value => change({ note: value })}
        />
      </View>
    </Sheet>
  )
}
