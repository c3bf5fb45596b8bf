import { limits } from '@domain/kernel/limits'
import { dayOf } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { fileUrl } from '@/api'
import { pickPictures } from '@/rooms/pickPictures'
import { spokenAs } from '@/ui/a11y/spoken'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { MomentField } from '@/ui/pickerField/MomentField'
import { RichTextEditor } from '@/ui/richText/RichTextEditor'
import { Stepper } from '@/ui/stepper/Stepper'
import { type EventDraft, type QuestionDraft, questionsMax, sayLead, startingOn } from '../../eventDraft'
import { useLinkables } from '../../useLinkables'
import { type ChosenPlace, PlaceChoice } from './PlaceChoice'

export interface EventFieldsProps {
  draft: EventDraft
  change: (part: Partial<EventDraft>) => void
  now: number
  association: { associationId: string; associationName: string }
}

/** What it is. */
export function WhatFields({ draft, change, association }: EventFieldsProps) {
  const links = useLinkables(association)
  return (
    <Card>
      <Field
        label="活动叫什么"
        maxLength={limits.titleMax}
        value={draft.title}
        placeholder="周六，滴水湖环湖骑行"
        onChange={title => change({ title })}
      />
      <View className="event-edit__label">介绍：做什么、适合谁、要带什么</View>
      <RichTextEditor
        drafts={draft.body}
        onChange={body => change({ body })}
        placeholder="做什么、适合谁、要带什么"
        {...links}
        onPictures={pickPictures}
        urlOf={fileUrl}
      />
    </Card>
  )
}

interface LeadProps {
  label: string
  hours: number
  offered: readonly number[]
  onChange: (hours: number) => void
}

/** How long before the beginning; what the event has already is among the choices. */
function Lead({ label, hours, offered, onChange }: LeadProps) {
  const choices = [...new Set([...offered, hours])].sort((a, b) => a - b)
  return (
    <View className="event-edit__lead" {...spokenAs('radiogroup')} aria-label={label}>
      <View className="t12 secondary">{label}</View>
      <View className="event-edit__chips">
        {choices.map(choice => (
          <Chip
            key={choice}
            on={choice === hours}
            onTap={() => onChange(choice)}
            label={`${label}，${sayLead(choice)}`}
          >
            {sayLead(choice)}
          </Chip>
        ))}
      </View>
    </View>
  )
}

/** When it is, and until when people may come and go. */
export function WhenFields({ draft, change, now }: EventFieldsProps) {
  const today = dayOf(now)
  return (
    <Card>
      <MomentField
        labels={['开始那天', '几点开始']}
        min={today}
        day={draft.startsOn}
        time={draft.startsTime}
        onDay={startsOn => change(startingOn(draft, startsOn))}
        onTime={startsTime => change({ startsTime })}
      />
      <MomentField
        labels={['结束那天', '几点结束']}
        min={draft.startsOn || today}
        day={draft.endsOn}
        time={draft.endsTime}
        onDay={endsOn => change({ endsOn })}
        onTime={endsTime => change({ endsTime })}
      />
      <Lead
        label="报名截止"
        hours={draft.joinLeadHours}
        offered={[0, 2, 24]}
        onChange={joinLeadHours => change({ joinLeadHours })}
      />
      <Lead
        label="最晚退出"
        hours={draft.cancelLeadHours}
        offered={[2, 12, 24]}
        onChange={cancelLeadHours => change({ cancelLeadHours })}
      />
    </Card>
  )
}

/** Where it is: chosen on the map inside WeChat, typed in a browser. */
export function WhereFields({ draft, change }: EventFieldsProps) {
  const place = ({ name, address, latitude, longitude }: ChosenPlace) =>
    change({ venueName: name.slice(0, 40), address: address.slice(0, 120), point: { latitude, longitude } })
  return (
    <Card>
      <PlaceChoice point={draft.point} onPlace={place} onPoint={point => change({ point })} />
      <Field
        label="在哪里"
        maxLength={40}
        value={draft.venueName}
        placeholder="嘉定体育馆 3、4 号场"
        onChange={venueName => change({ venueName })}
      />
      <Field
        label="地址或怎么走"
        maxLength={limits.addressMax}
        value={draft.address}
        placeholder="可以不填"
        onChange={address => change({ address })}
      />
    </Card>
  )
}

/** For whom and how many, and what it costs. */
export function SeatFields({ draft, change }: EventFieldsProps) {
  return (
    <Card>
      <Field
        label="名额"
        type="number"
        maxLength={4}
        value={draft.capacity}
        hint="超过 100 个名额要先经工会同意"
        onChange={capacity => change({ capacity })}
      />
      <KeyValueRow label="一份报名最多几位">
        <Stepper
          label="一份报名最多几位"
          unit="位"
          value={draft.partyMax}
          most={5}
          onChange={partyMax => change({ partyMax })}
        />
      </KeyValueRow>
      <Field
        label="报名费，沃币"
        type="number"
        maxLength={3}
        value={draft.fee}
        placeholder="不收就空着"
        hint="收费的活动要先经工会同意，取消会原路退回"
        onChange={fee => change({ fee })}
      />
      <Checkbox checked={draft.membersOnly} onChange={membersOnly => change({ membersOnly })}>
        只给会员
      </Checkbox>
    </Card>
  )
}

/** What whoever signs up is asked. */
export function QuestionFields({ draft, change }: EventFieldsProps) {
  const { questions } = draft
  const put = (index: number, part: Partial<QuestionDraft>) =>
    change({ questions: questions.map((one, at) => (at === index ? { ...one, ...part } : one)) })
  return (
    <Card>
      {questions.map((question, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a question has no identity but its place in the form
        <View key={index} className="event-edit__question">
          <Field
            label={`问题 ${index + 1}`}
            maxLength={40}
            value={question.title}
            placeholder="要借球拍吗"
            end={
              <Button
                kind="text"
                size="small"
                label={`去掉问题 ${index + 1}`}
                onTap={() => change({ questions: questions.filter((_one, at) => at !== index) })}
              >
                去掉
              </Button>
            }
            onChange={title => put(index, { title })}
          />
          <Field
            label={`问题 ${index + 1} 的选项`}
            maxLength={140}
            value={question.options}
            placeholder="借一把、自己带；不写就自己填"
            onChange={options => put(index, { options })}
          />
        </View>
      ))}
      {questions.length < questionsMax ? (
        <Button
          kind="soft"
          block
          icon="plus"
          onTap={() => change({ questions: [...questions, { title: '', options: '' }] })}
        >
          问报名的人一个问题
        </Button>
      ) : null}
    </Card>
  )
}
