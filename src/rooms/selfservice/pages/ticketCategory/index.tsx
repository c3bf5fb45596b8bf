import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { SaveBar } from '@/rooms/SaveBar'
import { backFromSaved } from '@/rooms/saved'
import { usePageParams } from '@/rooms/usePageParams'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { Field } from '@/ui/field/Field'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import {
  type Category,
  type CategoryDraft,
  categoryOf,
  categoryProblem,
  draftOfCategory,
} from '../../categoryDraft'
import { Desks } from './Desks'
import { Fields } from './Fields'
import './ticketCategory.scss'

type Opened = Output<typeof api.selfservice.openTicketCategories>

const outdates = [api.selfservice.openTicketCategories, api.selfservice.openTicketForm] as const

function Form({ category, people, keepers }: { category: Category } & Pick<Opened, 'people' | 'keepers'>) {
  const [draft, setDraft] = useState(() => draftOfCategory(category))
  const change = (part: Partial<CategoryDraft>) => setDraft(before => ({ ...before, ...part }))
  const save = useCommand(api.selfservice.saveTicketCategory, {
    outdates,
    onDone: () => backFromSaved('selfservice/ticketCategories'),
  })
  const problem = categoryProblem(draft)
  return (
    <View className="ticket-category">
      <Field label="名字" value={draft.name} maxLength={10} onChange={name => change({ name })} />
      <Field label="管什么" value={draft.hint} maxLength={30} onChange={hint => change({ hint })} />
      <Field
        label="多少个工作小时之内办好"
        type="number"
        value={draft.targetHours}
        maxLength={3}
        hint="超过就提醒负责人；已经提的工单照原来的时限"
        onChange={targetHours => change({ targetHours })}
      />
      <Checkbox checked={draft.together} onChange={together => change({ together })}>
        同园区的同事看得到地点和第一句话，可以说「我也是」
      </Checkbox>
      <Fields fields={draft.fields} onChange={fields => change({ fields })} />
      <Desks desks={draft.desks} people={people} keepers={keepers} onChange={desks => change({ desks })} />
      <SaveBar problem={problem} onSave={() => save.run(categoryOf(category, draft))} />
    </View>
  )
}

/** One category: its form, its deadline, its people. */
export default function TicketCategoryPage() {
  const { categoryId = '' } = usePageParams()
  const query = useQueryOf(api.selfservice.openTicketCategories, {}, { staleMs: 0, kept: false })
  const one = ({ categories }: Opened) => categories.find(category => category.categoryId === categoryId)
  return (
    <Screen
      column
      nav={<Nav title="改类别" close />}
      side={<DeskMenu here="selfservice/ticketBoard" />}
      query={query}
      skeleton={<SkeletonRows count={5} />}
      isEmpty={opened => one(opened) === undefined}
      empty={{ title: '没有找到这一类', sentence: '它可能刚刚被收起来了，回到列表看看。' }}
      ownBar
    >
      {opened => {
        const category = one(opened)
        const { people, keepers } = opened
        return category ? <Form key={category.version} {...{ category, people, keepers }} /> : null
      }}
    </Screen>
  )
}
